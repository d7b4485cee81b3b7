import { Type } from 'typebox';
import { defineRoute, listQuery, pageOf, pageOptions, type Route } from '../../flow-api/index.ts';
import { incidentSeverities } from '../../incidents/index.ts';
import type { IncidentService } from '../services.ts';
import { idParams, text } from './schemas.ts';

const severity = Type.Enum([...incidentSeverities]);
const state = Type.Enum(['open', 'acknowledged', 'resolved']);

const incident = Type.Object({
  id: Type.String(),
  subject: Type.Object({ kind: Type.String(), id: Type.String() }),
  code: Type.String(),
  severity,
  title: Type.String(),
  detail: Type.String(),
  action: Type.Optional(
    Type.Object({
      kind: Type.String(),
      label: Type.String(),
      parameters: Type.Optional(Type.Record(Type.String(), Type.String())),
    }),
  ),
  state,
  since: Type.String(),
  lastAt: Type.String(),
  count: Type.Integer(),
  acknowledgedBy: Type.Optional(Type.String()),
  acknowledgedAt: Type.Optional(Type.String()),
  resolvedAt: Type.Optional(Type.String()),
  resolvedBy: Type.Optional(Type.String()),
});

/** What a person should know or do. */
export function incidentRoutes({ incidents }: { readonly incidents: IncidentService }): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/incidents',
      permission: 'incidents.read',
      summary: 'Incidents, the latest first.',
      query: listQuery({
        state: Type.Optional(Type.Array(state, { maxItems: 3 })),
        severity: Type.Optional(severity),
        code: Type.Optional(text(100)),
        subjectKind: Type.Optional(text(64)),
      }),
      responses: { 200: pageOf(incident) },
      handler: ({ query }) => {
        const { state, severity, code, subjectKind } = query;
        return incidents.list({ ...pageOptions(query), state, severity, code, subjectKind });
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/incidents/{id}',
      permission: 'incidents.read',
      summary: 'One incident.',
      params: idParams,
      responses: { 200: incident },
      handler: ({ params }) => incidents.get(params.id),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/incidents/{id}/acknowledge',
      permission: 'incidents.acknowledge',
      audit: { action: 'incident.acknowledge' },
      idempotent: 'none',
      summary: 'Say that somebody has seen it. Repeating it is harmless.',
      params: idParams,
      responses: { 200: incident },
      handler: ({ params, actor }) => incidents.acknowledge(params.id, actor.id),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/incidents/{id}/resolve',
      permission: 'incidents.resolve',
      audit: { action: 'incident.resolve' },
      idempotent: 'none',
      summary:
        'Say that it is dealt with. What is wrong still is told of when it changes again. Repeating it is harmless.',
      params: idParams,
      responses: { 200: incident },
      handler: ({ params, actor }) => incidents.resolveById(params.id, actor.id),
    }),
  ];
}
