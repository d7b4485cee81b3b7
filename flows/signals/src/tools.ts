import type { FlowServices, Repository } from '@fairlead/core/flow-api';
import type { QuoteOf } from './decide/market.ts';
import type { ReadingState } from './model/reading.ts';
import type { SignalIndex, SignalState } from './model/signal.ts';
import type { UpdateIndex, UpdateState } from './model/update.ts';
import type { Parsers } from './parsers/parsers.ts';
import type { Turns } from './turns.ts';

/** What the parts of the flow share. */
export interface SignalTools {
  readonly services: FlowServices;
  readonly readings: Repository<ReadingState>;
  readonly signals: Repository<SignalState, SignalIndex>;
  readonly updates: Repository<UpdateState, UpdateIndex>;
  readonly parsers: Parsers;
  /** Per connection: messages are read in the order in which they came. */
  readonly intake: Turns;
  /** Per connection: what a message means depends on those before it. */
  readonly turns: Turns;
  /** Resolves when nothing is under way any more that began before this. */
  readonly earlier: () => Promise<void>;
  readonly quoteOf: QuoteOf;
}
