import { Type } from 'typebox';
import { HubError } from '../../errors/index.ts';
import { defineRoute, listQuery, pageOf, type Route } from '../../flow-api/index.ts';
import { type PluginRecord, reasonOf } from '../../plugins/index.ts';
import type { PluginService } from '../services.ts';
import { idParams, jsonObject } from './schemas.ts';

export interface PluginRouteOptions {
  readonly plugins: PluginService;
}

const status = Type.Enum([
  'discovered',
  'enabled',
  'starting',
  'running',
  'backoff',
  'quarantined',
  'incompatible',
  'disabled',
]);

const plugin = Type.Object({
  id: Type.String(),
  packageName: Type.String(),
  version: Type.String(),
  otherVersions: Type.Array(Type.String()),
  source: Type.String({ description: 'release, node_modules or folder' }),
  status,
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
const whole = Type.Object({
  ...plugin.properties,
  settingsVersion: Type.Optional(Type.Integer()),
  settingsSchema: Type.Optional(
    Type.Record(Type.String(), Type.Unknown(), {
      description: 'JSON schema of settings; secrets are marked x-fairlead-secret.',
    }),
  ),
  egress: Type.Array(Type.String(), { description: 'Hosts it may reach.' }),
});

/** The plugins this hub can see, running or not. */
export function pluginRoutes({ plugins }: PluginRouteOptions): readonly Route[] {
  function find(id: string): PluginRecord {
    const record = plugins.find(id);
    if (record === undefined) throw new HubError('not_found', { detail: 'There is no plugin of this id.' });
    return record;
  }
  function shown(record: PluginRecord) {
    const settings = plugins.get(record.id);
    return {
      ...summary(record),
      egress: [...(record.manifest?.egress ?? [])],
      ...(settings === undefined
        ? {}
        : {
            settingsVersion: settings.settingsVersion,
            settingsSchema: settings.settingsSchema as Record<string, unknown>,
          }),
    };
  }
  const action = (verb: 'enable' | 'disable', description: string) =>
    defineRoute({
      method: 'POST',
      path: `/api/plugins/{id}/${verb}`,
      permission: 'plugins.write',
      audit: { action: `plugin.${verb}` },
      idempotent: 'none',
      summary: description,
      params: idParams,
      responses: { 200: whole },
      handler: async ({ params, actor }) => shown(await plugins[verb](params.id, actor.id)),
    });

  return [
    defineRoute({
      method: 'GET',
      path: '/api/plugins',
      permission: 'plugins.read',
      summary: 'All plugins found, with the reason of each that does not run.',
      query: listQuery({ status: Type.Optional(status) }),
      responses: { 200: pageOf(plugin) },
      handler: ({ query }) => {
        // In order of id, which is the cursor: a list made while plugins come and go misses none that stay.
        const after = query.cursor === undefined ? undefined : idIn(query.cursor);
        const rest = plugins
          .list()
          .filter(
            ({ id, state }) => (after === undefined || id > after) && (query.status ?? state.status) === state.status,
          );
        const items = rest.slice(0, query.limit ?? 50);
        const last = items.at(-1);
        const more = rest.length > items.length && last !== undefined;
        return { items: items.map(summary), nextCursor: more ? cursorAfter(last.id) : null };
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/plugins/{id}',
      permission: 'plugins.read',
      summary: 'One plugin with the schema of its settings.',
      params: idParams,
      responses: { 200: whole },
      handler: ({ params }) => shown(find(params.id)),
    }),
    action('enable', 'Enable a plugin and start it; ends its quarantine. Repeating it is harmless.'),
    action('disable', 'Stop a plugin until it is enabled again. Repeating it is harmless.'),
  ];
}

function summary(record: PluginRecord) {
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

const cursorForm = /^plugins:(.{1,300})$/;

function cursorAfter(id: string): string {
  return Buffer.from(`plugins:${id}`).toString('base64url');
}

function idIn(cursor: string): string {
  const id = cursorForm.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  if (id !== undefined) return id;
  throw new HubError('invalid_request', {
    detail: 'The cursor does not belong to this list. Start again from the first page.',
    errors: [{ path: '/query/cursor', message: 'does not belong to this list' }],
  });
}
