import { Type } from 'typebox';
import { defineRoute, type Route } from '../../flow-api/index.ts';
import type { PluginService, PluginUpgradeService } from '../services.ts';
import { showWholePlugin, wholePlugin } from './plugin-schemas.ts';
import { closed, idParams, nullableText, text } from './schemas.ts';

export interface PluginUpgradeRouteOptions {
  readonly plugins: PluginService;
  readonly upgrades: PluginUpgradeService;
}

const difference = Type.Object({ added: Type.Array(Type.String()), removed: Type.Array(Type.String()) });
const differences = Type.Object({
  plugin: Type.String(),
  from: Type.String(),
  to: Type.String(),
  permissions: difference,
  egress: difference,
  secrets: difference,
  settingsVersion: Type.Object({ from: Type.Integer(), to: Type.Integer() }),
  breakingChanges: Type.Array(Type.Object({ version: Type.String(), text: Type.String() })),
  consent: { ...nullableText, description: 'What to send as `consent`; null when nothing has to be agreed to.' },
});

/** Other versions of plugins, while they answer. */
export function pluginUpgradeRoutes({ plugins, upgrades }: PluginUpgradeRouteOptions): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/plugins/{id}/upgrade',
      permission: 'plugins.read',
      summary: 'What another version would change: permissions, hosts, secrets, what its author says of it.',
      params: idParams,
      query: Type.Object({ version: text(256) }, closed),
      responses: { 200: differences },
      handler: ({ params, query }) => upgrades.preview(params.id, query.version),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/plugins/{id}/upgrade',
      permission: 'plugins.write',
      audit: { action: 'plugin.upgrade', details: ({ body }) => ({ version: body.version }) },
      idempotent: 'none',
      summary: 'Take a plugin to another version that is installed, without an interruption.',
      description:
        'Answers when the new version does. Meanwhile `GET /api/plugins/{id}` shows the step. When it is given up ' +
        '(`upgrade_failed`) all is as before; where something has to be agreed to (`consent_required`), `details` ' +
        'show what changes and the digest to send as `consent`.',
      params: idParams,
      body: Type.Object({ version: text(256), consent: Type.Optional(text(64)) }, closed),
      responses: { 200: wholePlugin },
      handler: async ({ params, body, actor }) => {
        const { version, consent } = body;
        const record = await upgrades.upgrade(params.id, { version, consent, by: actor.id });
        return showWholePlugin(record, plugins.get(record.id));
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/plugins/{id}/rollback',
      permission: 'plugins.write',
      audit: { action: 'plugin.rollback' },
      idempotent: 'none',
      summary: 'Take a plugin back to the version before, with its settings.',
      params: idParams,
      responses: { 200: wholePlugin },
      handler: async ({ params, actor }) => {
        const record = await upgrades.rollback(params.id, actor.id);
        return showWholePlugin(record, plugins.get(record.id));
      },
    }),
  ];
}
