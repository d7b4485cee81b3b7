import { defineCollection } from '../storage/index.ts';
import type { PluginFaultCode } from './plugin-fault.ts';
import type { PluginAgreement, PluginExit, PluginSource, PreviousVersion } from './plugin-record.ts';
import type { PluginMove } from './upgrade/plugin-move.ts';

/** What the hub remembers of a plugin that was enabled once; its id is the aggregate's. */
export interface PluginAggregate {
  readonly enabled: boolean;
  /** With `source`, what the id is bound to since it was first enabled. */
  readonly packageName: string;
  readonly source: PluginSource;
  /** That was enabled, or ran last. */
  readonly version: string;
  /** `settingsVersion` of the manifest that was enabled, or ran last. */
  readonly settingsVersion: number;
  readonly enabledAt: string;
  /** Id of the actor; `release` for what came with the hub and nobody had switched. */
  readonly enabledBy: string;
  readonly disabledAt: string | null;
  readonly disabledBy: string | null;
  readonly quarantine: {
    readonly since: string;
    readonly code: PluginFaultCode;
    readonly message: string;
  } | null;
  /** Absent where nothing had to be agreed to. */
  readonly agreed?: PluginAgreement;
  /** The latest {@link exitsKept}, oldest first. */
  readonly exits?: readonly PluginExit[];
  /** The upgrade or rollback under way, or the latest that has ended. */
  readonly move?: PluginMove;
  /** Absent where there is nothing to go back to. */
  readonly previous?: PreviousVersion;
}

export const pluginCollection = defineCollection({
  name: 'plugins',
  index: { enabled: 'boolean' },
  project: ({ enabled }: PluginAggregate) => ({ enabled }),
});

/** Who enables the plugins that the hub brings along. */
export const releaseActor = 'release';
