import { Type } from 'typebox';
import { declareEvent } from '../event-declaration.ts';
import { exampleConnection, exampleMoment, moment, text } from './example-values.ts';

const subject = 'the id of the incident';
const severity = Type.Enum(['info', 'warning', 'error', 'critical']);
const incident = {
  id: text,
  subject: Type.Object({ kind: text, id: text }, { description: 'What it is about: a connection, a plugin, the hub.' }),
  code: text,
  severity,
  title: text,
  detail: text,
  state: Type.Enum(['open', 'acknowledged', 'resolved']),
  since: moment,
  count: Type.Integer({ description: 'How often it was raised.' }),
} as const;
const example = {
  id: '01k9v7f3h5j7k9m1n3p5q7r9st',
  subject: { kind: 'connection', id: exampleConnection },
  code: 'auth_failed',
  severity: 'error',
  title: 'Shop needs new credentials.',
  detail: 'The key is refused.',
  state: 'open',
  since: exampleMoment,
  count: 1,
} as const;

export const incidentEvents = {
  'incident.raised': declareEvent({
    summary: 'There is something a person should know or do, or it became more or less severe.',
    subject,
    data: Type.Object({ ...incident, previousSeverity: Type.Optional(severity) }),
    example,
  }),
  'incident.acknowledged': declareEvent({
    summary: 'Somebody has seen an incident; it goes on.',
    subject,
    data: Type.Object({ ...incident, acknowledgedBy: text }),
    example: { ...example, state: 'acknowledged', acknowledgedBy: 'ada@example.com' },
  }),
  'incident.resolved': declareEvent({
    summary: 'An incident is over.',
    subject,
    data: Type.Object({
      ...incident,
      resolvedBy: Type.Optional(Type.String({ description: 'Absent when it passed by itself.' })),
    }),
    example: { ...example, state: 'resolved' },
  }),
} as const;
