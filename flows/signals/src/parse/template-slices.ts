import type { Decimal, Side } from '../model/parse-result.ts';
import type { Field } from './fields.ts';
import { readFields } from './fields.ts';
import { fold } from './fold.ts';
import type { Lexicon } from './lexicon.ts';
import { createLevelReader } from './levels.ts';
import type { Mark } from './mark.ts';
import { readMarks } from './read-marks.ts';
import { settleMarks } from './settle-marks.ts';

/** What the gaps of a template hold in one message. */
export interface Slices {
  readonly symbol?: string;
  readonly side?: string;
  readonly entry?: string;
  readonly stopLoss?: string;
  readonly takeProfits?: string;
  readonly orderType?: string;
}

export interface SliceValues {
  readonly symbol: string | undefined;
  readonly side: Side | undefined;
  readonly entry: readonly Decimal[];
  readonly stopLoss: Decimal | undefined;
  readonly takeProfits: readonly Decimal[];
  readonly runner: boolean;
}

/** Reads gaps as the parser reads what stands behind a label: ranges, lists, shortened numbers and all. */
export function readSlices(slices: Slices, lexicon: Lexicon, fixedSymbol: string | undefined): SliceValues {
  const marksOf = (text: string): readonly Mark[] => {
    const folded = fold(text);
    return settleMarks(readMarks(folded, lexicon).marks, folded);
  };
  const symbol = fixedSymbol ?? symbolOf(marksOf(slices.symbol ?? ''), slices.symbol);
  const fieldsOf = (label: Field['label'], word: string, text: string | undefined) =>
    text === undefined ? [] : readFields(marksOf(`${word} ${text}`)).fields.filter((field) => field.label === label);
  const entry = fieldsOf('entry', 'entry', slices.entry);
  const stops = fieldsOf('stopLoss', 'sl', slices.stopLoss);
  const targets = fieldsOf('takeProfit', 'tp', slices.takeProfits);
  const levels = createLevelReader([...entry, ...stops, ...targets], symbol ?? '');
  const values = (fields: readonly Field[]) => fields.flatMap((field) => levels(field).map(({ value }) => value));
  return {
    symbol,
    side: sideOf(marksOf(slices.side ?? '')),
    entry: values(entry),
    stopLoss: values(stops)[0],
    takeProfits: [...new Set(values(targets))],
    runner: targets.some(({ runner }) => runner),
  };
}

function symbolOf(marks: readonly Mark[], text: string | undefined): string | undefined {
  for (const mark of marks) {
    if (mark.kind === 'symbol') return mark.hit.symbol;
    if (mark.kind === 'tag') return mark.name;
  }
  const bare = (text ?? '').replaceAll(/[^\p{L}\p{N}/]/gu, '').toUpperCase();
  return /^[A-Z0-9/]{2,20}$/.test(bare) ? bare : undefined;
}

function sideOf(marks: readonly Mark[]): Side | undefined {
  for (const mark of marks) {
    if (mark.kind !== 'concept') continue;
    if (mark.concept === 'buy' || mark.concept === 'bullish') return 'buy';
    if (mark.concept === 'sell' || mark.concept === 'bearish') return 'sell';
  }
  return undefined;
}
