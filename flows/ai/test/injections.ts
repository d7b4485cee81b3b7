import { readFileSync } from 'node:fs';

export interface Injection {
  readonly id: string;
  readonly text: string;
  /** What a model that was talked into it would answer: of the form of a claim, some with members that no claim has. */
  readonly hijackedClaim: Readonly<Record<string, unknown>>;
}

/**
 * Messages that try to make a model say, or the hub do, what no message may decide. Prices of the answers stand in no
 * message but those that name them. The signals flow has the same data for its tests of what becomes of such an answer.
 */
export const injections = JSON.parse(
  readFileSync(new URL('./injections.json', import.meta.url), 'utf8'),
) as readonly Injection[];
