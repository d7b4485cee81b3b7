import { defineQuestion } from '@fairlead/core/flow-api';
import type { ParsedSignal } from './model/parse-result.ts';
import type { SignalStatus, Standing } from './model/signal.ts';

export type { ParsedSignal, UpdateAction } from './model/parse-result.ts';
export type { SignalStatus, Standing } from './model/signal.ts';

/** A signal as whoever trades it needs it. `signal.published`, `signal.updated` and `signal.withdrawn` tell of changes. */
export interface TradableSignal {
  readonly id: string;
  readonly connectionId: string;
  readonly messageId: string;
  readonly status: SignalStatus;
  /** As it was published. */
  readonly signal: ParsedSignal;
  /** What is in force now; null for one that is not published. */
  readonly standing: Standing | null;
  readonly confidence: number;
  /** How often it was published: a second time after it was withdrawn. */
  readonly publications: number;
  /** Milliseconds since 1970. */
  readonly sentAt: number;
  readonly publishedAt: number | null;
}

export const signalQuestion = defineQuestion<{ readonly id: string }, TradableSignal | null>({
  flow: 'signals',
  name: 'signal',
  timeoutMs: 5_000,
});

/** How a signal's execution goes. Only forward: published → executing → open → closed. */
export interface SignalProgress {
  readonly id: string;
  readonly to: 'executing' | 'open' | 'closed';
  /** The publication that is traded: one that was withdrawn meanwhile is refused. */
  readonly publication: number;
  /** For the history: an account, a ticket, why it closed. */
  readonly note?: string;
}

/** `done` for a repeat as well. `refused`: it must not be traded (any more); ask for it and see. */
export const progressQuestion = defineQuestion<SignalProgress, { readonly outcome: 'done' | 'refused' }>({
  flow: 'signals',
  name: 'progress',
  timeoutMs: 5_000,
});
