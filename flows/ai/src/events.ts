import { Type } from 'typebox';

const text = Type.String();
const orNull = Type.Union([text, Type.Null()]);
const head = { configuration: text, name: text, connection: text, model: text } as const;

/** Nothing is told of each call: there are thousands. What they used is in `GET /api/ai/usage`. */
export const aiEvents = {
  'ai.call_failed': {
    summary: 'No configuration answered. Told once in ten seconds for a purpose, with the number of calls.',
    data: Type.Object({
      purpose: text,
      prompt: orNull,
      /** The code of what was answered in the end. */
      code: text,
      /** What was tried or passed by, in order: a configuration and why. */
      attempts: Type.Array(Type.Object({ configuration: text, reason: text })),
      /** Calls of this purpose that failed since this was told last, this one included. */
      calls: Type.Integer(),
    }),
  },
  'ai.configuration_cooled': {
    summary: 'A configuration rests after a failure; when the rest is over, one call finds out.',
    data: Type.Object({ ...head, kind: text, code: text, until: text, level: Type.Integer() }),
  },
  'ai.configuration_recovered': {
    summary: 'A configuration that had rested answers again.',
    data: Type.Object({ ...head, kind: text, code: text }),
  },
  'ai.budget_used_up': {
    summary: 'A configuration has spent what it may in a day (UTC), and is passed by until the next.',
    data: Type.Object({ ...head, day: text, budgetUsdPerDay: text }),
  },
  'ai.configuration_changed': {
    summary: 'A configuration was made, changed or removed, or the order was.',
    data: Type.Object({
      change: Type.Enum(['created', 'changed', 'removed', 'reordered']),
      /** Null when the order changed. */
      configuration: orNull,
      name: orNull,
    }),
  },
} as const;
