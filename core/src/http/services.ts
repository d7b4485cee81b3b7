import type { PageLike } from '../flow-api/index.ts';
import type { Connections } from '../connections/index.ts';
import type { ConnectionTrials, Guard, LaneOverride, LaneState, RecentCall } from '../guard/index.ts';
import type { Embeds } from '../embeds/index.ts';
import type { HealthMonitor, HealthRecord, Overview, VersionedBucket } from '../health/index.ts';
import type { Inbox } from '../inbox/index.ts';
import type { Incidents } from '../incidents/index.ts';
import type { JobQueue } from '../jobs/index.ts';
import type {
  LeakWatch,
  PluginInstaller,
  PluginJournal,
  PluginKeys,
  PluginMeter,
  PluginRegistry,
  PluginUpgrades,
} from '../plugins/index.ts';
import type { Webhooks } from '../webhooks/index.ts';
import type { KeyRegister, KeyStatus, Rotation } from '../vault/index.ts';

/**
 * What the routes need of each area, and no more. The services of core fit as they are; what several areas do together
 * is bound by hub.
 */
export type WebhookReceiver = Pick<Inbox, 'receive'>;
export type InboxService = Pick<Inbox, 'list' | 'get' | 'replay'>;
export type WebhookService = Omit<Webhooks, 'start' | 'prune' | 'holder' | 'dispose'>;
export type IncidentService = Pick<Incidents, 'list' | 'get' | 'acknowledge' | 'resolveById'>;
export type EmbedService = Embeds;
export type JobService = Pick<JobQueue, 'deadJobs' | 'retryDead' | 'discardDead' | 'counts'>;
export type PluginService = Pick<
  PluginRegistry,
  'list' | 'find' | 'get' | 'pluginsWith' | 'enable' | 'disable' | 'reload' | 'retry'
>;
export type PluginUpgradeService = Pick<PluginUpgrades, 'preview' | 'upgrade' | 'rollback'>;
export type PluginInstallService = Pick<
  PluginInstaller,
  'install' | 'installation' | 'installations' | 'versions' | 'check' | 'remove'
>;
export type PluginKeyService = Pick<PluginKeys, 'list' | 'add' | 'remove'>;
/** What plugins use; bound by hub from the meter and the watch for leaks. */
export type PluginUsageService = Pick<PluginMeter, 'running' | 'minutes' | 'refusedHosts'> & Pick<LeakWatch, 'growth'>;
export type PluginJournalService = Pick<PluginJournal, 'list' | 'latest' | 'life'>;
export type HealthService = Pick<HealthMonitor, 'get' | 'minutes'>;
export type OverviewService = Omit<Overview, 'dispose'>;
export type GuardService = Pick<Guard, 'invoke'>;
export type ConnectionTrialService = ConnectionTrials;
export type ConnectionService = Pick<
  Connections,
  'create' | 'get' | 'list' | 'patch' | 'putSecrets' | 'pause' | 'resume' | 'remove' | 'recordTest'
>;
export type { HealthRecord, LaneOverride, LaneState, RecentCall, VersionedBucket };

/** The lanes and calls of a connection, and the override of a lane: bound by hub from guard and connections. */
export interface LaneService {
  /** Lanes used since the hub started, and those with an override. */
  lanes(connectionId: string): Promise<readonly { readonly name: string; readonly state: LaneState }[]>;
  /** Durable. Null ends an override. Repeating it is harmless. */
  override(connectionId: string, lane: string, override: LaneOverride | null): Promise<void>;
  /** The latest attempts since the hub started, newest first. */
  calls(connectionId: string): readonly RecentCall[];
}

/** Master keys and their rotation. */
export interface VaultService {
  readonly register: Pick<KeyRegister, 'list'>;
  readonly rotation: Pick<Rotation, 'start' | 'progress' | 'usage'>;
  readonly keeper: KeyKeeper;
}

/** Master keys where they are kept: bound by hub, which knows the file. */
export interface KeyKeeper {
  /**
   * Makes a master key, keeps it, and seals with it from now on. Not repeatable: each call makes another key.
   * @throws HubError `conflict` when the keys are not kept in a file that the hub can write
   */
  add(): Promise<KeyStatus>;
  /**
   * Gives up a key that nothing needs any more. Repeating it is harmless.
   * @throws HubError `conflict` for the active key; VaultError `key_in_use`, `key_missing`
   */
  retire(keyId: string): Promise<KeyStatus>;
}

/** One page of any list. */
export type Listed<Item> = Promise<PageLike<Item>>;
