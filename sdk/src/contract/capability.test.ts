import { describe, expect, it } from 'vitest';
import { builtInCapabilities } from '../capabilities/index.ts';
import { compileCodec } from '../wire/codec.ts';
import { closedObject, text } from '../wire/types.ts';
import { defineCapability } from './capability.ts';

const read = {
  summary: 'Reads the time.',
  kind: 'unary',
  input: closedObject({}),
  output: closedObject({ time: text() }),
  repeat: 'safe',
  timeoutMs: 1_000,
  lane: 'reads',
  required: true,
} as const;
const head = { id: 'clock', version: 1, probe: 'read' };

describe('defineCapability', () => {
  it('makes each operation a value that knows its capability and its name', () => {
    const clock = defineCapability(head, { read });
    expect(clock.read).toMatchObject({ capability: 'clock', name: 'read', repeat: 'safe' });
    expect(clock.operations.read).toBe(clock.read);
  });

  it('cannot be changed afterwards', () => {
    const clock = defineCapability(head, { read });
    for (const frozen of [clock, clock.operations, clock.read]) expect(Object.isFrozen(frozen)).toBe(true);
  });

  it.each(['id', 'version', 'probe', 'operations', 'dispose', 'constructor', '__proto__'])(
    'refuses an operation named “%s”',
    (name) => {
      const operations = Object.fromEntries([
        ['read', read],
        [name, read],
      ]) as { read: typeof read };
      expect(() => defineCapability(head, operations)).toThrow(`“${name}” cannot name an operation.`);
    },
  );

  it.each([0, -1, Number.NaN])('refuses a timeout of %d', (timeoutMs) => {
    expect(() => defineCapability(head, { read: { ...read, timeoutMs } })).toThrow('needs a positive timeoutMs');
  });

  it.each(['missing', 'toString'])('refuses the probe “%s”, which is no operation of it', (probe) => {
    expect(() => defineCapability({ ...head, probe }, { read })).toThrow('must be a safe operation of it');
  });

  it('refuses a probe that changes something', () => {
    const set = { ...read, repeat: 'never', dedupe: 'none' } as const;
    expect(() => defineCapability({ ...head, probe: 'set' }, { read, set })).toThrow('must be a safe operation of it');
  });
});

const operations = builtInCapabilities.flatMap((capability) =>
  Object.values(capability.operations).map((operation) => ({ title: `${capability.id}.${operation.name}`, operation })),
);

describe('a built-in capability', () => {
  it.each(operations)('$title has schemas that both hosts can convert, and closed input', ({ operation }) => {
    const handles = { toHandle: () => '', fromHandle: () => expect.unreachable() };
    expect(() => compileCodec(operation.input, handles)).not.toThrow();
    expect(() => compileCodec(operation.output, handles)).not.toThrow();
    expect(operation.input).toMatchObject({ type: 'object', additionalProperties: false });
  });

  it.each(operations)('$title lets no member through unchecked', ({ operation }) => {
    expect(openObjects(JSON.parse(JSON.stringify([operation.input, operation.output])))).toEqual([]);
  });

  it.each(operations)('$title is described in one sentence or two', ({ operation }) => {
    expect(operation.summary).toMatch(/^[A-Z][^\n]{10,160}\.$/);
  });
});

/** Schemas of objects that take members they do not describe, but for those that say so and why. */
function openObjects(schema: unknown): unknown[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { type, additionalProperties, description } = schema as { readonly [keyword: string]: unknown };
  const isMeant = additionalProperties === true && typeof description === 'string';
  const isOpen = type === 'object' && (additionalProperties ?? true) === true && !isMeant;
  return [...(isOpen ? [schema] : []), ...Object.values(schema).flatMap(openObjects)];
}
