import { declareEvent } from '@fairlead/core/flow-api';
import { Type } from 'typebox';

const text = Type.String();
const orNull = Type.Union([text, Type.Null()]);
const head = { configuration: text, name: text, connection: text, model: text } as const;
const example = {
  configuration: '01k9v8a1b3c5d7e9f1g3h5j7k9',
  name: 'Fast',
  connection: '01k9v7d1m2q4x8r6t0b3n5c7ae',
  model: 'example/fast-1',
} as const;
const subject = 'the id of the configuration';

/** Nothing is told of each call: there are thousands. What they used is in `GET /api/ai/usage`. */
export const aiEvents = {
  'ai.call_failed': declareEvent({
    summary: 'No configuration answered. Told once in ten seconds for a purpose, with the number of calls.',
    subject: 'the id of the call in the journal',
    data: Type.Object({
      purpose: text,
      prompt: orNull,
      code: Type.String({ description: 'Of what was answered in the end.' }),
      attempts: Type.Array(Type.Object({ configuration: text, reason: text }), {
        description: 'What was tried or passed by, in order: a configuration and why.',
      }),
      calls: Type.Integer({
        description: 'Calls of this purpose that failed since this was told last, this one included.',
      }),
    }),
    example: {
      purpose: 'parse-message',
      prompt: 'parse-message@3',
      code: 'vendor_unavailable',
      attempts: [{ configuration: example.configuration, reason: 'vendor_unavailable' }],
      calls: 4,
    },
  }),
  'ai.configuration_cooled': declareEvent({
    summary: 'A configuration rests after a failure; when the rest is over, one call finds out.',
    subject,
    data: Type.Object({ ...head, kind: text, code: text, until: text, level: Type.Integer() }),
    example: {
      ...example,
      kind: 'unavailable',
      code: 'vendor_unavailable',
      until: '2026-03-14T09:27:53.589Z',
      level: 1,
    },
  }),
  'ai.configuration_recovered': declareEvent({
    summary: 'A configuration that had rested answers again.',
    subject,
    data: Type.Object({ ...head, kind: text, code: text }),
    example: { ...example, kind: 'unavailable', code: 'vendor_unavailable' },
  }),
  'ai.budget_used_up': declareEvent({
    summary: 'A configuration has spent what it may in a day (UTC), and is passed by until the next.',
    subject,
    data: Type.Object({ ...head, day: text, budgetUsdPerDay: text }),
    example: { ...example, day: '2026-03-14', budgetUsdPerDay: '5.00' },
  }),
  'ai.configuration_changed': declareEvent({
    summary: 'A configuration was made, changed or removed, or the order was.',
    subject: 'the id of the configuration, or of the order',
    data: Type.Object({
      change: Type.Enum(['created', 'changed', 'removed', 'reordered']),
      configuration: Type.Union([text, Type.Null()], { description: 'Null when the order changed.' }),
      name: orNull,
    }),
    example: { change: 'created', configuration: example.configuration, name: example.name },
  }),
} as const;
