import { secretNames } from '@fairlead/sdk';
import { Type } from 'typebox';
import type { PluginSettings } from '../../connections/index.ts';
import { moveSteps, type PluginAgreement, type PluginMove, type PluginRecord, reasonOf } from '../../plugins/index.ts';
import { jsonObject } from './schemas.ts';

export const pluginStatus = Type.Enum([
  'discovered',
  'enabled',
  'starting',
  'running',
  'backoff',
  'quarantined',
  'incompatible',
  'disabled',
]);

/** A plugin in a list. */
export const pluginView = Type.Object({
  id: Type.String(),
  packageName: Type.String(),
  version: Type.String(),
  otherVersions: Type.Array(Type.String()),
  source: Type.String({ description: 'release, node_modules or folder' }),
  status: pluginStatus,
  since: Type.String(),
  reason: Type.Optional(Type.String({ description: 'Why it does not run.' })),
  retryAt: Type.Optional(Type.String()),
  host: Type.Optional(Type.String({ description: 'Where it runs: inline or process.' })),
  displayName: Type.String(),
  description: Type.String(),
  docs: Type.Optional(Type.String()),
  capabilities: Type.Record(Type.String(), jsonObject),
  webhooks: Type.Boolean(),
});
const moveView = Type.Object(
  {
    kind: Type.String({ description: 'upgrade, rollback, or automatic for a rollback by the hub' }),
    from: Type.String(),
    to: Type.String(),
    step: Type.Enum([...moveSteps]),
    by: Type.String(),
    startedAt: Type.String(),
    switchedAt: Type.Optional(Type.String()),
    watchUntil: Type.Optional(Type.String({ description: 'Until then the version before stands by.' })),
    endedAt: Type.Optional(Type.String()),
    reason: Type.Optional(Type.Object({ code: Type.String(), message: Type.String() })),
  },
  { description: 'The upgrade or rollback under way, or the latest.' },
);

/** A plugin by itself. */
export const wholePlugin = Type.Object({
  ...pluginView.properties,
  settingsVersion: Type.Optional(Type.Integer()),
  settingsSchema: Type.Optional(
    Type.Record(Type.String(), Type.Unknown(), {
      description: 'JSON schema of settings; secrets are marked x-fairlead-secret.',
    }),
  ),
  egress: Type.Array(Type.String(), { description: 'Hosts it may reach.' }),
  permissions: Type.Array(Type.String(), { description: 'What it asks for beyond answering calls.' }),
  agreed: Type.Optional(
    Type.Object(
      { permissions: Type.Array(Type.String()), version: Type.String(), at: Type.String(), by: Type.String() },
      { description: 'What an admin has agreed to of it.' },
    ),
  ),
  secrets: Type.Array(Type.String(), { description: 'Names of the secrets that its connections hold.' }),
  upgrade: Type.Optional(moveView),
  previous: Type.Optional(Type.String({ description: 'The version that a rollback goes back to.' })),
  exits: Type.Array(
    Type.Object({
      at: Type.String(),
      version: Type.String(),
      code: Type.String(),
      message: Type.String(),
      lastOutput: Type.Array(Type.String()),
    }),
    { description: 'How it ended without being asked to, the latest first; 20 are kept.' },
  ),
});

export function showPlugin(record: PluginRecord) {
  const { id, packageName, version, otherVersions, source, state, manifest } = record;
  const reason = reasonOf(state);
  return {
    id,
    packageName,
    version,
    otherVersions,
    source,
    status: state.status,
    since: state.since,
    ...(reason === undefined ? {} : { reason }),
    ...(state.status === 'backoff' ? { retryAt: state.retryAt } : {}),
    ...(state.status === 'running' ? { host: state.host } : {}),
    displayName: manifest?.displayName ?? packageName,
    description: manifest?.description ?? '',
    ...(manifest?.docs === undefined ? {} : { docs: manifest.docs }),
    capabilities: { ...manifest?.capabilities },
    webhooks: manifest?.webhooks !== undefined,
  };
}

export function showWholePlugin(record: PluginRecord, settings: PluginSettings | undefined) {
  const { manifest, agreed, move, previous, exits = [] } = record;
  return {
    ...showPlugin(record),
    egress: [...(manifest?.egress ?? [])],
    permissions: Object.keys(manifest?.permissions ?? {}),
    secrets: [...secretNames(settings?.settingsSchema ?? {})],
    ...(agreed === undefined ? {} : { agreed: showAgreement(agreed) }),
    ...(move === undefined ? {} : { upgrade: showMove(move) }),
    ...(previous === undefined ? {} : { previous: previous.version }),
    exits: exits.toReversed(),
    ...(settings === undefined
      ? {}
      : {
          settingsVersion: settings.settingsVersion,
          settingsSchema: settings.settingsSchema as Record<string, unknown>,
        }),
  };
}

function showAgreement({ permissions, version, at, by }: PluginAgreement) {
  return { permissions: Object.keys(permissions), version, at, by };
}

function showMove({ id: _id, failedBefore: _failedBefore, ...move }: PluginMove) {
  return move;
}
