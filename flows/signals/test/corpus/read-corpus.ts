import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ParsedSignal, UpdateAction } from '../../src/model/parse-result.ts';

/** A message that must never be traded as a new signal. */
export interface NotSignal {
  readonly id: string;
  readonly kind: 'chatter' | 'update';
  readonly text: string;
  /** `doubtful`: people disagree whether it is chatter or an update. That it is no signal is never in doubt. */
  readonly tags: readonly string[];
  readonly symbol?: string | null;
  readonly actions?: readonly UpdateAction[];
}

/** What a signal must be read as. Members left out are not judged. */
export type ExpectedSignal = Pick<ParsedSignal, 'symbol' | 'side' | 'entry' | 'stopLoss' | 'takeProfits' | 'valid'> &
  Partial<Omit<ParsedSignal, 'origins'>>;

export interface Signal {
  readonly id: string;
  readonly text: string;
  readonly tags: readonly string[];
  readonly expected: { readonly kind: 'signal' | 'several'; readonly signals: readonly ExpectedSignal[] };
}

export interface Corpus {
  readonly notSignals: readonly NotSignal[];
  readonly signals: readonly Signal[];
}

/** Reads `not-signals.<lang>.json` and `signals.<lang>.json` of a folder. */
export function readCorpus(folder: string): Corpus {
  const read = <Item>(prefix: string): Item[] =>
    readdirSync(folder)
      .filter((name) => name.startsWith(`${prefix}.`) && name.endsWith('.json'))
      .sort()
      .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Item[]);
  return { notSignals: read<NotSignal>('not-signals'), signals: read<Signal>('signals') };
}
