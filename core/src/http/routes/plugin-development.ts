import { Type } from 'typebox';
import { defineRoute, type Route } from '../../flow-api/index.ts';
import { HubError } from '../../errors/index.ts';
import { reasonOf } from '../../plugins/index.ts';
import type { PluginService } from '../services.ts';
import { idParams } from './schemas.ts';

export interface PluginDevelopmentRouteOptions {
  readonly plugins: Pick<PluginService, 'find' | 'reload' | 'retry'>;
}

const reloaded = Type.Object({
  id: Type.String(),
  version: Type.String(),
  status: Type.String({ description: 'As in the list of plugins.' }),
  reason: Type.Optional(Type.String({ description: 'Why it does not run, where it does not.' })),
});

/** For those who write a plugin beside a running hub. */
export function pluginDevelopmentRoutes({ plugins }: PluginDevelopmentRouteOptions): readonly Route[] {
  return [
    defineRoute({
      method: 'POST',
      path: '/api/plugins/{id}/reload',
      permission: 'plugins.write',
      audit: { action: 'plugin.reload' },
      idempotent: 'none',
      summary: 'Read a plugin’s package anew, and let its code as it is now answer from here on.',
      description:
        'Calls under way end on the code they began on. When the new code does not start, what runs goes on, and the answer is 409 with the reason. A plugin that does not run is tried again. Repeating it is harmless.',
      params: idParams,
      responses: { 200: reloaded },
      async handler({ params: { id } }) {
        const before = plugins.find(id);
        if (before === undefined) throw new HubError('not_found', { detail: 'There is no plugin of this id.' });
        const isRunning = before.state.status === 'running';
        const { version, state } = isRunning ? await plugins.reload(id) : await plugins.retry(id);
        const reason = reasonOf(state);
        return { id, version, status: state.status, ...(reason === undefined ? {} : { reason }) };
      },
    }),
  ];
}
