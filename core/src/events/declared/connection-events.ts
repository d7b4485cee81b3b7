import { Type } from 'typebox';
import { declareEvent } from '../event-declaration.ts';
import { exampleConnection, exampleMoment, moment, text } from './example-values.ts';

const subject = 'the id of the connection';
const health = Type.Enum(['healthy', 'degraded', 'unhealthy', 'unknown']);
const head = {
  id: text,
  plugin: text,
  name: text,
  status: text,
  version: Type.Integer({ description: 'Counts what people change.' }),
} as const;
const reason = Type.Optional(Type.String({ description: 'As whoever did it put it.' }));
const example = { id: exampleConnection, plugin: 'gateway-stripe', name: 'Shop', status: 'active', version: 3 };
const lane = { connection: text, lane: text } as const;

export const connectionEvents = {
  'connection.created': declareEvent({
    summary: 'A connection was added.',
    subject,
    data: Type.Object(head),
    example: { ...example, version: 1 },
  }),
  'connection.updated': declareEvent({
    summary: 'Settings of a connection were changed, or what is said of its status.',
    subject,
    data: Type.Object({ ...head, changed: Type.Array(text, { description: 'Names of what changed.' }), reason }),
    example: { ...example, changed: ['name', 'settings'] },
  }),
  'connection.secrets_changed': declareEvent({
    summary: 'Secrets of a connection were entered, changed or removed. They are not told.',
    subject,
    data: Type.Object({ ...head, secrets: Type.Array(text, { description: 'Their names.' }) }),
    example: { ...example, secrets: ['apiKey'] },
  }),
  'connection.paused': declareEvent({
    summary: 'A connection was paused: nothing is called through it.',
    subject,
    data: Type.Object({ ...head, reason }),
    example: { ...example, status: 'paused', reason: 'The account is being moved.' },
  }),
  'connection.resumed': declareEvent({
    summary: 'A connection that was paused or disabled is active again.',
    subject,
    data: Type.Object({ ...head, reason }),
    example,
  }),
  'connection.removed': declareEvent({
    summary: 'A connection was removed, with its secrets.',
    subject,
    data: Type.Object(head),
    example: { ...example, status: 'removing', version: 4 },
  }),
  'connection.health_changed': declareEvent({
    summary: 'The health of a connection changed: its status, or the reasons for it.',
    subject,
    data: Type.Object({
      connection: text,
      plugin: text,
      from: health,
      to: health,
      reasons: Type.Array(Type.Object({ source: text, code: text, text, since: moment })),
    }),
    example: {
      connection: exampleConnection,
      plugin: 'gateway-stripe',
      from: 'healthy',
      to: 'unhealthy',
      reasons: [{ source: 'credential', code: 'auth_failed', text: 'The key is refused.', since: exampleMoment }],
    },
  }),
  'connection.lane_forced': declareEvent({
    summary: 'Somebody forced a lane of a connection open (no calls) or closed (calls whatever the breaker says).',
    subject,
    data: Type.Object({ ...lane, state: Type.Enum(['open', 'closed']), reason: text, until: moment, by: text }),
    example: {
      connection: exampleConnection,
      lane: 'payments',
      state: 'open',
      reason: 'The provider is being repaired.',
      until: '2026-03-14T10:00:00.000Z',
      by: 'ada@example.com',
    },
  }),
  'connection.lane_released': declareEvent({
    summary: 'A lane of a connection is left to its breaker again.',
    subject,
    data: Type.Object(lane),
    example: { connection: exampleConnection, lane: 'payments' },
  }),
} as const;
