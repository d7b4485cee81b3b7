import { rcompare } from 'semver';
import { HubError } from '../errors/index.ts';
import type { IdentifiedPackage } from './discovery/assign-ids.ts';
import type { InspectedPackage } from './discovery/inspect-package.ts';
import type { IncidentSubject, NewIncident } from '../incidents/index.ts';
import type { PluginPermissions, StartablePackage } from './host/plugin-host.ts';
import type { PluginAggregate } from './plugin-collection.ts';
import { fault, type PluginFault } from './plugin-fault.ts';
import { type PluginAgreement, type PluginRecord, type PluginState, reasonOf } from './plugin-record.ts';
import type { PluginSupervisor } from './lifecycle/plugin-supervisor.ts';

/** A plugin of the registry. */
export interface Entry {
  plugin: IdentifiedPackage;
  record: PluginRecord;
  supervisor?: PluginSupervisor;
}

export function recordOf(plugin: IdentifiedPackage, state: PluginState, remembered?: PluginAggregate): PluginRecord {
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
    ...memoryOf(remembered),
  };
}

/** What a record shows of what is remembered. */
export function memoryOf(
  remembered: Pick<PluginRecord, 'agreed' | 'exits' | 'move' | 'previous'> | undefined,
): Partial<PluginRecord> {
  const { agreed, exits, move, previous } = remembered ?? {};
  return {
    ...(agreed === undefined ? {} : { agreed }),
    ...(exits === undefined ? {} : { exits }),
    ...(move === undefined ? {} : { move }),
    ...(previous === undefined ? {} : { previous }),
  };
}

export function isStartable(plugin: IdentifiedPackage): plugin is StartablePackage {
  const { manifest, settingsSchema, entry } = plugin;
  return manifest !== undefined && settingsSchema !== undefined && entry !== undefined;
}

/** What it is given of what it asks for: all that an admin has agreed to. What comes with the hub has it all. */
export function permissionsOf(
  { source, manifest }: IdentifiedPackage,
  agreed: PluginAgreement | undefined,
): PluginPermissions {
  const asked = manifest?.permissions ?? {};
  if (source === 'release') return asked;
  const names = new Set(Object.keys(agreed?.permissions ?? {}));
  return Object.fromEntries(Object.entries(asked).filter(([name]) => names.has(name)));
}

/** The same package, with what lies beside it taken from `all`. */
export function withOthers(plugin: IdentifiedPackage, all: readonly InspectedPackage[]): IdentifiedPackage {
  const mine = ({ packageName, source }: InspectedPackage) =>
    packageName === plugin.packageName && source === plugin.source;
  const others = all
    .filter((one) => mine(one) && one.version !== plugin.version && one.location !== '')
    .toSorted((left, right) => rcompare(left.version, right.version));
  return { ...plugin, others, otherVersions: others.map(({ version }) => version) };
}

export function noHost({ source }: IdentifiedPackage): PluginFault {
  const needed = source === 'release' ? 'No host' : 'It needs a process of its own, and no host';
  return fault('host_missing', `${needed} of this hub runs it.`);
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
