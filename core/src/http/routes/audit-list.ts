import { type Static, Type } from 'typebox';
import type { Audit, AuditFilter } from '../../access/index.ts';
import { defineRoute, listQuery, mapPage, pageOf, pageOptions, type Route } from '../../flow-api/index.ts';
import { isoOf } from './moments.ts';
import { moment, nullableText, text } from './schemas.ts';

const outcomes = Type.Enum(['ok', 'denied', 'failed']);

/** Filters of lists and exports. */
export const auditFilters = {
  action: Type.Optional(text(100)),
  actor: Type.Optional(text(100)),
  target: Type.Optional(text(200)),
  outcome: Type.Optional(outcomes),
  from: Type.Optional(moment),
  to: Type.Optional(moment),
} as const;

const filters = Type.Object(auditFilters);

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

export function filterOf({ action, actor, target, outcome, from, to }: Static<typeof filters>): AuditFilter {
  const span = { from: isoOf(from, '/query/from'), to: isoOf(to, '/query/to') };
  return { action, actorId: actor, target, outcome, ...span };
}

export function auditListRoutes({ audit }: { readonly audit: Pick<Audit, 'list'> }): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/audit',
      permission: 'audit.read',
      summary: 'What was done, by whom, newest first.',
      query: listQuery(auditFilters),
      responses: { 200: pageOf(row) },
      handler: async ({ query }) => {
        const found = await audit.list({ ...pageOptions(query), ...filterOf(query) });
        return mapPage(found, ({ id, state }) => {
          const { actorKind, actorId: by, actorName, order: _order, ...rest } = state;
          return { id, ...rest, actor: { kind: actorKind, id: by, name: actorName } };
        });
      },
    }),
  ];
}
