import { fusionTable, type Reason } from './fusion-table.ts';

/** A reason without what is known beyond it, which may name plugins, keys or lanes: for people outside. */
export function publicReason({ code, text }: Pick<Reason, 'code' | 'text'>): {
  readonly code: string;
  readonly text: string;
} {
  const row = fusionTable.find((one) => one.code === code);
  return { code, text: row?.text ?? (code === 'nothing_known' ? text : code) };
}
