import { Type } from 'typebox';
import { HubError } from '../../errors/index.ts';
import { defineRoute, listQuery, pageOf, type Route } from '../../flow-api/index.ts';
import type { PluginRecord } from '../../plugins/index.ts';
import type { PluginInstallService, PluginService } from '../services.ts';
import { installed, showInstalled } from './plugin-install-schemas.ts';
import { pluginStatus, pluginView, showPlugin, showWholePlugin, wholePlugin } from './plugin-schemas.ts';
import { closed, idParams, text } from './schemas.ts';

export interface PluginRouteOptions {
  readonly plugins: PluginService;
  readonly installer: Pick<PluginInstallService, 'versions'>;
}

/** The plugins this hub can see, running or not. */
export function pluginRoutes({ plugins, installer }: PluginRouteOptions): readonly Route[] {
  function find(id: string): PluginRecord {
    const record = plugins.find(id);
    if (record === undefined) throw new HubError('not_found', { detail: 'There is no plugin of this id.' });
    return record;
  }
  const shown = (record: PluginRecord) => showWholePlugin(record, plugins.get(record.id));
  const acting = (verb: string, summary: string) =>
    ({
      method: 'POST',
      path: `/api/plugins/{id}/${verb}`,
      permission: 'plugins.write',
      audit: { action: `plugin.${verb}` },
      idempotent: 'none',
      summary,
      params: idParams,
      responses: { 200: wholePlugin },
    }) as const;

  return [
    defineRoute({
      method: 'GET',
      path: '/api/plugins',
      permission: 'plugins.read',
      summary: 'All plugins found, with the reason of each that does not run.',
      query: listQuery({ status: Type.Optional(pluginStatus) }),
      responses: { 200: pageOf(pluginView) },
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
        return { items: items.map(showPlugin), nextCursor: more ? cursorAfter(last.id) : null };
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/plugins/{id}',
      permission: 'plugins.read',
      summary: 'One plugin with the schema of its settings.',
      params: idParams,
      responses: { 200: Type.Object({ ...wholePlugin.properties, installed: Type.Optional(installed) }) },
      handler: async ({ params }) => {
        const record = find(params.id);
        const here = (await installer.versions(params.id)).find(({ version }) => version === record.version);
        return { ...shown(record), ...(here === undefined ? {} : { installed: showInstalled(here) }) };
      },
    }),
    defineRoute({
      ...acting('enable', 'Enable a plugin and start it; ends its quarantine. Repeating it is harmless.'),
      description:
        'Where an admin has to agree to what it asks for, or to another package in the place of one before, the answer ' +
        'is `consent_required`: its `details` show all that is asked, and the digest to send as `consent`.',
      body: Type.Object({ consent: Type.Optional(text(64)) }, closed),
      handler: async ({ params, body, actor }) => shown(await plugins.enable(params.id, actor.id, body.consent)),
    }),
    defineRoute({
      ...acting('disable', 'Stop a plugin until it is enabled again. Repeating it is harmless.'),
      handler: async ({ params, actor }) => shown(await plugins.disable(params.id, actor.id)),
    }),
  ];
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
