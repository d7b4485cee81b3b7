import { Type } from 'typebox';
import { HubError } from '../../errors/index.ts';
import { defineRoute, listQuery, mapPage, pageOf, pageOptions, type Route, reply } from '../../flow-api/index.ts';
import type { PluginInstallService, PluginKeyService, PluginService } from '../services.ts';
import { installation, installed, packageCheck, showInstallation, showInstalled } from './plugin-install-schemas.ts';
import { closed, idParams, noContent, text } from './schemas.ts';

export interface PluginInstallRouteOptions {
  readonly installer: PluginInstallService;
  readonly plugins: PluginService;
  readonly pluginKeys: PluginKeyService;
}

const key = Type.Object({
  id: Type.String(),
  name: Type.String(),
  publicKey: Type.String({ description: '32 bytes, base64.' }),
  addedAt: Type.String(),
  addedBy: Type.String(),
});

const versionParams = Type.Object(
  {
    id: idParams.properties.id,
    version: Type.String({ minLength: 1, maxLength: 128, pattern: '^[0-9A-Za-z.+-]+$' }),
  },
  closed,
);

/** Bringing plugins into the hub and taking them away, while it runs; and whose signatures count. */
export function pluginInstallRoutes(options: PluginInstallRouteOptions): readonly Route[] {
  return [...installRoutes(options.installer), ...versionRoutes(options), ...keyRoutes(options.pluginKeys)];
}

function installRoutes(installer: PluginInstallService): readonly Route[] {
  return [
    defineRoute({
      method: 'POST',
      path: '/api/plugins/install',
      permission: 'plugins.write',
      // Only what was understood is written down: an address may hold what is secret.
      audit: {
        action: 'plugin.install',
        target: (_request, answer) => answer?.id,
        details: (_request, answer) => (answer === undefined ? {} : { spec: answer.spec }),
      },
      idempotent: 'none',
      summary: 'Install a plugin, in the background and without running any of its code.',
      description:
        'Follow it at `GET /api/plugins/installs/{id}`. The same request again answers with the one under way, and leaves what is installed as it is.',
      body: Type.Object(
        {
          spec: Type.String({
            minLength: 1,
            maxLength: 2_000,
            description: '`name@1.2.3`, an https address of a tarball, or the absolute path of a tarball or folder.',
          }),
          signature: Type.Optional(
            Type.String({
              maxLength: 200,
              pattern: '^[A-Za-z0-9+/]{86}==\\s*$',
              description: 'Of the tarball; base64.',
            }),
          ),
          link: Type.Optional(
            Type.Boolean({ description: 'Use a folder where it lies, for development. Default false: it is copied.' }),
          ),
        },
        closed,
      ),
      responses: { 202: installation },
      handler: async ({ body, actor }) => showInstallation(await installer.install(body, actor.id)),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/plugins/installs',
      permission: 'plugins.read',
      summary: 'Installations, in order of their beginning; the last 200 and those since the hub started.',
      query: listQuery({}),
      responses: { 200: pageOf(installation) },
      handler: async ({ query }) => mapPage(await installer.installations(pageOptions(query)), showInstallation),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/plugins/installs/{id}',
      permission: 'plugins.read',
      summary: 'How far one installation is, and what came of it.',
      params: idParams,
      responses: { 200: installation },
      handler: async ({ params }) => showInstallation(await installer.installation(params.id)),
    }),
  ];
}

function versionRoutes({ installer, plugins }: PluginInstallRouteOptions): readonly Route[] {
  /** What is said of a plugin; that nothing is, of one that is there. */
  const ofPlugin = <Item>(id: string, items: readonly Item[]): readonly Item[] => {
    if (items.length > 0 || plugins.find(id) !== undefined) return items;
    throw new HubError('not_found', { detail: 'There is no plugin of this id.' });
  };
  return [
    defineRoute({
      method: 'GET',
      path: '/api/plugins/{id}/versions',
      permission: 'plugins.read',
      summary: 'The versions of a plugin that were installed here: where from, their bytes, who signed them.',
      params: idParams,
      responses: { 200: Type.Object({ items: Type.Array(installed) }) },
      handler: async ({ params }) => ({
        items: ofPlugin(params.id, await installer.versions(params.id)).map(showInstalled),
      }),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/plugins/{id}/integrity',
      permission: 'plugins.read',
      callsPerMinute: 30,
      summary: 'Read all files of the installed versions of a plugin, and compare them with what was installed.',
      params: idParams,
      responses: { 200: Type.Object({ items: Type.Array(packageCheck) }) },
      handler: async ({ params }) => ({ items: [...ofPlugin(params.id, await installer.check(params.id))] }),
    }),
    defineRoute({
      method: 'DELETE',
      path: '/api/plugins/{id}',
      permission: 'plugins.write',
      audit: { action: 'plugin.remove', target: ({ params }) => params.id },
      summary: 'Remove a plugin with all its versions. Refused while it runs or connections use it.',
      params: idParams,
      responses: { 204: noContent },
      handler: async ({ params, actor }) => {
        await installer.remove({ plugin: params.id }, actor.id);
        return reply({ status: 204 });
      },
    }),
    defineRoute({
      method: 'DELETE',
      path: '/api/plugins/{id}/versions/{version}',
      permission: 'plugins.write',
      audit: {
        action: 'plugin.remove',
        target: ({ params }) => params.id,
        details: ({ params }) => ({ version: params.version }),
      },
      summary: 'Remove one version of a plugin. Refused while it runs, or is the last one and connections use it.',
      params: versionParams,
      responses: { 204: noContent },
      handler: async ({ params, actor }) => {
        await installer.remove({ plugin: params.id, version: params.version }, actor.id);
        return reply({ status: 204 });
      },
    }),
  ];
}

function keyRoutes(keys: PluginKeyService): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/plugin-keys',
      permission: 'plugins.read',
      summary: 'The public keys by which signatures of plugins are checked.',
      responses: { 200: Type.Object({ items: Type.Array(key) }) },
      handler: async () => ({ items: [...(await keys.list())] }),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/plugin-keys',
      permission: 'settings.write',
      audit: {
        action: 'plugin-key.add',
        target: (_request, answer) => answer?.id,
        details: ({ body }) => ({ name: body.name }),
      },
      idempotent: 'none',
      summary: 'Believe an author’s key from now on. Repeating it is harmless.',
      body: Type.Object(
        {
          name: text(100),
          publicKey: Type.String({
            minLength: 1,
            maxLength: 1_000,
            description: 'Ed25519: its 32 bytes in base64, or a PEM.',
          }),
        },
        closed,
      ),
      responses: { 201: key },
      handler: ({ body, actor }) => keys.add(body, actor.id),
    }),
    defineRoute({
      method: 'DELETE',
      path: '/api/plugin-keys/{id}',
      permission: 'settings.write',
      audit: { action: 'plugin-key.remove', target: ({ params }) => params.id },
      summary: 'Believe a key no longer. What it signed before stays installed.',
      params: idParams,
      responses: { 204: noContent },
      handler: async ({ params }) => {
        await keys.remove(params.id);
        return reply({ status: 204 });
      },
    }),
  ];
}
