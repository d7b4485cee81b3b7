import { defineCollection } from '@fairlead/core/flow-api';
import type { RestKind } from './rest.ts';

/** How a configuration stands, as it survives a restart. The aggregate's id is the configuration's. */
export interface StandingState {
  /** Null while it may be asked. */
  readonly rest: {
    readonly kind: RestKind;
    /** The error's code, or the fault of an answer. */
    readonly code: string;
    /** Milliseconds since 1970 at which one call may try. */
    readonly untilMs: number;
    /** Rests since the last answer, this one included. */
    readonly level: number;
  } | null;
  /** The day (UTC) on which it was last told that its budget is used up. */
  readonly budgetToldOn: string | null;
}

export const standingCollection = defineCollection({
  name: 'ai_standings',
  index: {},
  project: (_state: StandingState) => ({}),
});

export const newStanding: StandingState = { rest: null, budgetToldOn: null };
