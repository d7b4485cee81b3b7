import { defineCollection } from '../storage/index.ts';
import type { PluginFaultCode } from './plugin-fault.ts';
import type { PluginSource } from './plugin-record.ts';

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
}

export const pluginCollection = defineCollection({
  name: 'plugins',
  index: { enabled: 'boolean' },
  project: ({ enabled }: PluginAggregate) => ({ enabled }),
});

/** Who enables the plugins that the hub brings along. */
export const releaseActor = 'release';
