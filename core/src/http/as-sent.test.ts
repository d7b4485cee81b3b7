import { Type } from 'typebox';
import { expect, test } from 'vitest';
import { asSent } from './as-sent.ts';

test('a member with a default is not asked for in the document, at any depth; the others are', () => {
  const schema = Type.Object({
    amount: Type.String(),
    capture: Type.Enum(['automatic', 'manual'], { default: 'automatic' }),
    lines: Type.Array(Type.Object({ text: Type.String(), count: Type.Integer({ default: 1 }) })),
    note: Type.Optional(Type.String()),
  });
  const sent = asSent(schema) as unknown as {
    required: string[];
    properties: { lines: { items: { required: string[] } }; capture: { default: string } };
  };
  expect(sent.required).toEqual(['amount', 'lines']);
  expect(sent.properties.lines.items.required).toEqual(['text']);
  expect(sent.properties.capture.default).toBe('automatic');
  expect(schema.required).toContain('capture');
});
