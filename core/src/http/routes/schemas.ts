import { Type } from 'typebox';

export const closed = { additionalProperties: false } as const;

/** The answer of what answers nothing. */
export const noContent = Type.Null({ description: 'Done.' });

export const text = (maxLength: number) => Type.String({ minLength: 1, maxLength });

export const idParams = Type.Object(
  { id: Type.String({ minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9~._-]+$' }) },
  closed,
);

/** ISO 8601, UTC. */
export const moment = Type.String({
  maxLength: 40,
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?Z$',
});

/** Any JSON. */
export const anyJson = Type.Unknown();
export const jsonObject = Type.Record(Type.String(), Type.Unknown());
export const nullableText = Type.Union([Type.String(), Type.Null()]);
