import { HubError } from '../errors/index.ts';
import type { IdentifiedPackage } from './discovery/assign-ids.ts';
import type { IncidentSubject, NewIncident } from '../incidents/index.ts';
import type { StartablePackage } from './host/plugin-host.ts';
import { fault, type PluginFault } from './plugin-fault.ts';
import { type PluginRecord, type PluginState, reasonOf } from './plugin-record.ts';

export function recordOf(plugin: IdentifiedPackage, state: PluginState): PluginRecord {
  const { id, packageName, version, otherVersions, source, location, manifest, icon } = plugin;
  return {
    id,
    packageName,
    version,
    otherVersions,
    source,
    location,
    state,
    ...(manifest === undefined ? {} : { manifest }),
    ...(icon === undefined ? {} : { icon }),
  };
}

export function isStartable(plugin: IdentifiedPackage): plugin is StartablePackage {
  const { manifest, settingsSchema, entry } = plugin;
  return manifest !== undefined && settingsSchema !== undefined && entry !== undefined;
}

export function noHost({ source }: IdentifiedPackage): PluginFault {
  return source === 'release'
    ? fault('host_missing', 'No host of this hub runs it.')
    : fault(
        'host_missing',
        'It does not come with the release, so it runs in a process of its own, which this version does not have yet.',
      );
}

export function unavailable({ id, state }: PluginRecord, problem: string): HubError {
  const reason = reasonOf(state);
  return new HubError('plugin_unavailable', {
    detail: `The plugin “${id}” is ${state.status} and ${problem}.${reason === undefined ? '' : ` ${reason}`}`,
  });
}

/** Under which subject and code a quarantine is put before a person. */
export function quarantineKey(id: string): [subject: IncidentSubject, code: string] {
  return [{ kind: 'plugin', id }, 'plugin_quarantined'];
}

export function quarantineIncident({ id, manifest }: IdentifiedPackage, { message }: PluginFault): NewIncident {
  const [subject, code] = quarantineKey(id);
  return {
    subject,
    code,
    severity: 'error',
    title: `The plugin ${manifest?.displayName ?? id} failed too often and was stopped`,
    detail: message,
    action: { kind: 'plugin.enable', label: 'Enable it again', parameters: { plugin: id } },
  };
}
