export { type Contract, type Contracts, createContracts } from './contracts.ts';
export { createGuard, type Guard, type GuardDependencies, type InvokeOptions } from './guard.ts';
export type { LaneOverride, LaneState } from './lane.ts';
export { createLaneControl, type LaneControl, type LaneOverrides, laneOverridesCollection } from './lane-overrides.ts';
export type { Circuit, RecentCall } from './line.ts';
export {
  type CallableConnection,
  type ConnectionSource,
  createLines,
  type Lines,
  type LinesDependencies,
} from './lines.ts';
export {
  type ConnectionTrial,
  type ConnectionTrials,
  type ConnectionTrialsDependencies,
  createConnectionTrials,
} from './connection-trials.ts';
export { openTrial, type Trial, type TrialConnection, type TrialDependencies } from './trial.ts';
