export {
  createLeakWatch,
  defaultLeakPolicy,
  type LeakPolicy,
  type LeakWatch,
  type LeakWatchOptions,
  leakCodes,
} from './leak-watch.ts';
export type { MemoryGrowth } from './memory-growth.ts';
export { meteredHost } from './metered-host.ts';
export {
  createPluginJournal,
  type JournalLevel,
  type JournalLine,
  type JournalQuery,
  type JournalSource,
  journalLevels,
  journalSources,
  type NewJournalLine,
  type PluginJournal,
} from './plugin-journal.ts';
export { createPluginMeter, type PluginMeter, type PluginTotals, type ProcessUsage } from './plugin-meter.ts';
export type { RefusedAttempt, RefusedHost } from './refused-hosts.ts';
