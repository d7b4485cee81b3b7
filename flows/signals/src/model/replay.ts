import { defineCollection } from '@fairlead/core/flow-api';
import type { ParsedSignal, ParseResult, ParserRules, UpdateAction } from './parse-result.ts';

/** A channel's stored messages read once more, with other rules. Nothing but this record comes of it. */
export interface ReplayState {
  readonly connectionId: string;
  readonly status: 'running' | 'done' | 'failed';
  /** Before: the rules as they were when it began. After: those to be tried. */
  readonly before: ParserRules;
  readonly after: ParserRules;
  readonly from: number | null;
  readonly to: number | null;
  readonly startedAt: number;
  readonly startedBy: string;
  readonly problem: string | null;
  /** Where the next page of messages begins; null at the start. */
  readonly cursor: string | null;
  /** Pages that are done: a page that is read again after a crash writes the same record. */
  readonly pages: number;
  readonly counts: ReplayCounts;
}

export interface ReplayCounts {
  readonly messages: number;
  readonly changed: number;
  /** Messages by what they are: `signal`, `update`, `chatter`, `several`. */
  readonly before: Readonly<Record<string, number>>;
  readonly after: Readonly<Record<string, number>>;
}

export interface ShortReading {
  readonly kind: ParseResult['kind'];
  readonly signals: readonly ParsedSignal[];
  readonly actions: readonly UpdateAction[];
  readonly symbol: string | null;
  readonly confidence: number;
}

/** One message that is read otherwise. */
export interface ReplayItemState {
  readonly replayId: string;
  readonly position: number;
  readonly messageId: string;
  readonly revisionId: string;
  /** The first 500 characters. */
  readonly text: string;
  readonly before: ShortReading;
  readonly after: ShortReading;
}

export const replayCollection = defineCollection({
  name: 'signals_replays',
  index: { connectionId: 'string' },
  project: ({ connectionId }: ReplayState) => ({ connectionId }),
});

export const replayItemCollection = defineCollection({
  name: 'signals_replayed',
  index: { replayId: 'string', position: 'number' },
  compound: [['replayId', 'position']],
  project: ({ replayId, position }: ReplayItemState) => ({ replayId, position }),
});
