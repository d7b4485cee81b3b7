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
  /** One thing at a time per connection: what a message means depends on those before it. */
  readonly turns: Turns;
  readonly quoteOf: QuoteOf;
}
