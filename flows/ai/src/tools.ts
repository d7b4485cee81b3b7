import type { FlowServices } from '@fairlead/core/flow-api';
import type { AnswerChecks } from './answers/check-answer.ts';
import type { Registry } from './configurations/registry.ts';
import type { ConnectionGate } from './standing/connection-gate.ts';
import type { Standings } from './standing/standings.ts';
import type { Budgets } from './usage/budgets.ts';
import type { FailureTold } from './usage/failure-told.ts';
import type { Recorder } from './usage/recorder.ts';

/** What the parts of the flow share. */
export interface AiTools {
  readonly services: Pick<FlowServices, 'guard' | 'clock' | 'log' | 'signal' | 'event'>;
  readonly registry: Registry;
  readonly standings: Standings;
  readonly gate: ConnectionGate;
  readonly budgets: Budgets;
  readonly recorder: Recorder;
  readonly checks: AnswerChecks;
  readonly failureTold: FailureTold;
}
