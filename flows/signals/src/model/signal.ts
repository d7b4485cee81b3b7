import { defineCollection } from '@fairlead/core/flow-api';
import type { Decimal, Evidence, ParsedSignal } from './parse-result.ts';

/** `parsed` waits for a model's reading; `executing`, `open` and `closed` come from whoever trades it. */
export type SignalStatus = 'parsed' | 'review' | 'published' | 'executing' | 'open' | 'closed' | 'rejected' | 'expired';

export const signalStatuses = [
  'parsed',
  'review',
  'published',
  'executing',
  'open',
  'closed',
  'rejected',
  'expired',
] as const satisfies readonly SignalStatus[];

/** Published and not over: what updates can be about. */
export const openStatuses = ['published', 'executing', 'open'] as const satisfies readonly SignalStatus[];

/** Why something was decided as it was. */
export interface Reason {
  readonly code: string;
  readonly text: string;
}

/** Who read a signal. `person`: somebody has changed what was read. */
export type ReadBy = 'rules' | 'rules_and_ai' | 'ai' | 'person';

/** What has become of a published signal's levels since. The signal itself stays as it was published. */
export interface Standing {
  readonly stopLoss: Decimal | null;
  readonly takeProfits: readonly Decimal[];
  /** The stop is at the entry, whatever that was. */
  readonly breakEven: boolean;
  /** Numbers of the targets that were reached, from 1. */
  readonly hit: readonly number[];
  /** Percent of the position that was to be closed; null for parts without a number. */
  readonly closedParts: readonly (Decimal | null)[];
  /** The channel wants it closed; whoever trades it says when it is. */
  readonly closing: boolean;
}

export interface HistoryEntry {
  readonly at: number;
  /** `rules`, `ai`, `channel`, `hub`, or the person's name. */
  readonly by: string;
  readonly what: string;
  readonly details?: string;
}

/** A signal's life. Times are milliseconds since 1970. */
export interface SignalState {
  readonly connectionId: string;
  readonly messageId: string;
  /** Its place in the message, from 0. */
  readonly index: number;
  readonly chatId: string | null;
  readonly status: SignalStatus;
  readonly signal: ParsedSignal;
  /** What its message says, by the latest revision that has it: a person may have changed `signal` since. */
  readonly said: ParsedSignal;
  readonly confidence: number;
  readonly readBy: ReadBy;
  readonly evidence: readonly Evidence[];
  /** Of the last decision. */
  readonly reasons: readonly Reason[];
  /** How far of its message it follows; see {@link markOf}. */
  readonly mark: string;
  /** Hub ids of the revisions that it comes from, the latest last. */
  readonly revisions: readonly string[];
  readonly sentAt: number | null;
  readonly at: number;
  /** Of the same channel, with the same levels, and before it. */
  readonly duplicateOf: string | null;
  /** How often it was published: more than once after it was withdrawn. */
  readonly publications: number;
  readonly publishedAt: number | null;
  /** When it was published without a person; null otherwise. */
  readonly autoPublishedAt: number | null;
  /** Who put it where it is now. What a person has settled, no later reading changes by itself. */
  readonly settledBy: 'rules' | 'channel' | 'person';
  readonly standing: Standing | null;
  /** Ids of the updates that were applied. */
  readonly updates: readonly string[];
  readonly expiresAt: number | null;
  readonly history: readonly HistoryEntry[];
}

export const signalCollection = defineCollection({
  name: 'signals_items',
  index: {
    connectionId: 'string',
    status: 'string',
    symbol: 'string',
    side: 'string',
    at: 'number',
    /** Channel, symbol, side and about which price: where a duplicate has to be. */
    twin: 'string',
    autoPublishedAt: 'number?',
    expiresAt: 'number?',
  },
  compound: [
    ['connectionId', 'at'],
    ['status', 'at'],
    ['connectionId', 'status'],
    // Counted for each signal that a channel may publish by itself.
    ['connectionId', 'autoPublishedAt'],
  ],
  project: ({ connectionId, status, signal, at, autoPublishedAt, expiresAt }: SignalState) => ({
    connectionId,
    status,
    symbol: signal.symbol,
    side: signal.side,
    at,
    twin: twinOf(connectionId, signal),
    autoPublishedAt,
    expiresAt,
  }),
});
export type SignalIndex = {
  connectionId: 'string';
  status: 'string';
  symbol: 'string';
  side: 'string';
  at: 'number';
  twin: 'string';
  autoPublishedAt: 'number?';
  expiresAt: 'number?';
};

type Twin = Pick<ParsedSignal, 'symbol' | 'side' | 'entry' | 'stopLoss'>;

/** Prices within a thousandth of each other are in the same class, or in one next to it. */
const classWidth = Math.log(1.002);

function twinOf(connectionId: string, signal: Twin, offset = 0): string {
  const price = signal.entry?.[0] ?? signal.stopLoss;
  const about = price === null ? '' : String(Math.round(Math.log(Number(price)) / classWidth) + offset);
  return `${connectionId} ${signal.symbol} ${signal.side} ${about}`;
}

/** Where signals are that may repeat a signal. */
export function twinsOf(connectionId: string, signal: Twin): readonly string[] {
  return [...new Set([-1, 0, 1].map((offset) => twinOf(connectionId, signal, offset)))];
}

export function isOpen(status: SignalStatus): boolean {
  return status === 'published' || status === 'executing' || status === 'open';
}

/** Somebody has begun to trade it. */
export function isTraded(status: SignalStatus): boolean {
  return status === 'executing' || status === 'open';
}

const mostHistory = 200;

export function withHistory(state: SignalState, ...entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  return [...state.history, ...entries].slice(-mostHistory);
}

/** The standing of a signal that is published now. */
export function freshStanding({ stopLoss, takeProfits }: ParsedSignal): Standing {
  return { stopLoss, takeProfits, breakEven: false, hit: [], closedParts: [], closing: false };
}
