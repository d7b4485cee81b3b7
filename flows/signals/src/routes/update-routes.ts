import { defineRoute, HubError, listQuery, mapPage, pageOf, pageOptions, type Route } from '@fairlead/core/flow-api';
import { Type } from 'typebox';
import { updateStatuses } from '../model/update.ts';
import type { SignalTools } from '../tools.ts';
import { dismissUpdate, resolveUpdate } from '../updates/settle-update.ts';
import { showUpdate, updateView } from '../view/update-view.ts';
import { byId } from './signal-routes.ts';

export function updateRoutes(tools: SignalTools): readonly Route[] {
  const { updates } = tools;
  return [
    defineRoute({
      method: 'GET',
      path: '/api/signals/updates',
      permission: 'signals.read',
      summary: 'Updates of signals, the newest first. With `status=unresolved` those that wait for a person.',
      query: listQuery({
        status: Type.Optional(Type.Enum([...updateStatuses])),
        connection: Type.Optional(Type.String({ maxLength: 64 })),
      }),
      responses: { 200: pageOf(updateView) },
      async handler({ query }) {
        const page = await updates.list({
          where: {
            ...(query.status === undefined ? {} : { status: query.status }),
            ...(query.connection === undefined ? {} : { connectionId: query.connection }),
          },
          order: { field: 'at', direction: 'descending' },
          ...pageOptions(query),
        });
        return mapPage(page, showUpdate);
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/signals/updates/{id}',
      permission: 'signals.read',
      summary: 'One update.',
      params: byId,
      responses: { 200: updateView },
      async handler({ params: { id } }) {
        const stored = await updates.get(id);
        if (stored === undefined) throw new HubError('not_found', { detail: 'There is no such update.' });
        return showUpdate(stored);
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/signals/updates/{id}/resolve',
      permission: 'signals.review',
      summary: 'Says which signal an update is about, and applies it.',
      params: byId,
      body: Type.Object(
        {
          /** Default: the signal that was found. */
          signal: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
          /** Applies it although the checks refuse it. */
          override: Type.Optional(
            Type.Object({ reason: Type.String({ minLength: 1, maxLength: 500 }) }, { additionalProperties: false }),
          ),
        },
        { additionalProperties: false },
      ),
      responses: { 200: updateView },
      audit: {
        action: 'signal-update.resolve',
        target: ({ params }) => params.id,
        details: ({ body }): { [name: string]: string } => ({
          ...(body.signal === undefined ? {} : { signal: body.signal }),
          ...(body.override === undefined ? {} : { override: body.override.reason }),
        }),
      },
      async handler({ params: { id }, body, actor }) {
        const { signal: target, override } = body;
        return showUpdate(await resolveUpdate(tools, { id, by: actor.name, target, force: override !== undefined }));
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/signals/updates/{id}/dismiss',
      permission: 'signals.review',
      summary: 'Sets an update aside.',
      params: byId,
      responses: { 200: updateView },
      audit: { action: 'signal-update.dismiss', target: ({ params }) => params.id },
      handler: async ({ params: { id }, actor }) => showUpdate(await dismissUpdate(tools, id, actor.name)),
    }),
  ];
}
