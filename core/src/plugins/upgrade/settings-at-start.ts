import { type Clock, newId } from '@fairlead/sdk';
import type { Incidents, IncidentSubject } from '../../incidents/index.ts';
import { withDeadline } from '../host/with-deadline.ts';
import { fault, PluginStartError } from '../plugin-fault.ts';
import type { PluginLedger } from '../plugin-ledger.ts';
import type { StartedVersion } from '../plugin-versions.ts';
import type { SettingsMoves } from './settings-moves.ts';

export interface SettingsAtStartOptions {
  readonly clock: Clock;
  readonly ledger: Pick<PluginLedger, 'get'>;
  readonly incidents?: Pick<Incidents, 'raise' | 'resolve'>;
  /** Undefined leaves the settings as they are. */
  readonly settingsMoves?: () => SettingsMoves;
}

const migrationMs = 30_000;

/**
 * A plugin may come to another version without an upgrade: with a new release of the hub, or with a package that somebody
 * put in the place of another. Before it answers, the settings of its connections are taken to its `settingsVersion`. A kill
 * on the way leaves some there already; the next start goes on with the others.
 * @returns what is done before a fresh start answers
 * @throws PluginStartError `settings_outdated`, permanent, when one cannot be taken there: then the plugin does not run
 */
export function createSettingsAtStart(
  options: SettingsAtStartOptions,
): (started: StartedVersion, signal: AbortSignal) => Promise<void> {
  const { ledger, incidents, settingsMoves } = options;
  return async (started, signal) => {
    if (settingsMoves === undefined) return;
    const { id, manifest, version } = started.plugin;
    const remembered = await ledger.get(id);
    if (remembered !== undefined && remembered.settingsVersion !== manifest.settingsVersion) {
      const { settingsVersion: from } = remembered;
      try {
        await migrate(started, { moves: settingsMoves(), clock: options.clock, signal });
      } catch (error) {
        if (signal.aborted) throw error;
        const message = refusal({ from, to: manifest.settingsVersion, version, error });
        await incidents?.raise(incidentOf(id, manifest.displayName, message));
        throw new PluginStartError([fault('settings_outdated', message)], { permanent: true, cause: error });
      }
    }
    await incidents?.resolve(...keyOf(id));
  };
}

interface Migration {
  readonly moves: SettingsMoves;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

async function migrate({ plugin, running }: StartedVersion, { moves, clock, signal }: Migration): Promise<void> {
  const { id, settingsSchema, manifest } = plugin;
  const target = { plugin: id, settingsSchema, settingsVersion: manifest.settingsVersion };
  const copies = await moves.exclusively(id, async () => {
    // An upgrade may have put another version in its place while this one waited.
    signal.throwIfAborted();
    const copied = await moves.copy({
      target,
      async migrate(settings) {
        const moved = await withDeadline(clock, migrationMs, running.migrateSettings(settings));
        if (moved === 'expired') throw new Error(`It did not end within ${migrationMs / 1_000} seconds.`);
        return moved;
      },
    });
    await moves.write(newId(clock.now()), target, copied);
    return copied;
  });
  moves.announce(copies);
}

function keyOf(id: string): [subject: IncidentSubject, code: string] {
  return [{ kind: 'plugin', id }, 'plugin_settings_outdated'];
}

interface Refusal {
  readonly from: number;
  readonly to: number;
  readonly version: string;
  readonly error: unknown;
}

function refusal({ from, to, version, error }: Refusal): string {
  const why = error instanceof Error ? error.message : String(error);
  const how =
    to < from ? 'an older version does not know the way back' : 'pause the connection that is named, or go back';
  return `Version ${version} needs settings of version ${to}, and its connections have ${from}: ${how}. ${why}`;
}

function incidentOf(id: string, displayName: string, detail: string) {
  const [subject, code] = keyOf(id);
  return {
    subject,
    code,
    severity: 'error' as const,
    title: `The plugin ${displayName} does not run: its settings could not be taken over`,
    detail: detail.slice(0, 1_000),
    action: { kind: 'plugin.enable', label: 'Try again', parameters: { plugin: id } },
  };
}
