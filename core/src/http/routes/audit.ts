import { Type } from 'typebox';
import type { Audit } from '../../access/index.ts';
import { defineRoute, listQuery, mapPage, pageOf, pageOptions, type Route } from '../../flow-api/index.ts';
import { nullableText, text } from './schemas.ts';

const outcomes = Type.Enum(['ok', 'denied', 'failed']);

const row = Type.Object({
  id: Type.String(),
  at: Type.String(),
  actor: Type.Object({ kind: Type.String(), id: Type.String(), name: Type.String() }),
  action: Type.String(),
  target: nullableText,
  outcome: outcomes,
  problem: nullableText,
  ip: Type.String(),
  requestId: Type.String(),
  details: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
});

/** Who did what. */
export function auditRoutes({ audit }: { readonly audit: Audit }): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/audit',
      permission: 'audit.read',
      summary: 'What was done, by whom, newest first.',
      query: listQuery({
        action: Type.Optional(text(100)),
        actor: Type.Optional(text(100)),
        target: Type.Optional(text(200)),
        outcome: Type.Optional(outcomes),
      }),
      responses: { 200: pageOf(row) },
      handler: async ({ query }) => {
        const { action, actor: actorId, target, outcome } = query;
        const found = await audit.list({ ...pageOptions(query), action, actorId, target, outcome });
        return mapPage(found, ({ id, state }) => {
          const { actorKind, actorId: by, actorName, order: _order, ...rest } = state;
          return { id, ...rest, actor: { kind: actorKind, id: by, name: actorName } };
        });
      },
    }),
  ];
}
