export type { Evidence, Traffic } from './evidence.ts';
export {
  fuse,
  fusionTable,
  type HealthSource,
  type HealthStatus,
  type Reason,
  type ReasonCode,
  type RepairAction,
} from './fusion-table.ts';
export { type HealthRecord, healthRecords, type StatusChange } from './health-record.ts';
export type { HealthIncidents } from './incidents.ts';
export type { LastHour, Tally } from './last-hour.ts';
export { type ConnectionSearch, createOverview, type Overview, type OverviewOptions, type Wall } from './overview.ts';
export {
  type Circumstances,
  createHealthMonitor,
  type HealthMonitor,
  type MonitorOptions,
} from './monitor.ts';
export { publicReason } from './public-reason.ts';
export { createRecorder, type MinuteBucket, type Outcome, outcomes, type Recorder } from './recorder.ts';
export { createMinuteWindow, type MinuteWindow } from './minute-window.ts';
export type { AttemptTotals } from './tracked-recorders.ts';
export { type Uptime, uptimeOf } from './uptime.ts';
export type { VersionedBucket } from './versioned-bucket.ts';
