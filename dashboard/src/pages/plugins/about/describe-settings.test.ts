import { expect, test } from 'vitest';
import { settingsOf } from './describe-settings.ts';

const rulesOf = (property: object) => settingsOf({ properties: { one: property } })[0]?.rules;

test('a setting says what it takes, what it is without, and whether it is needed or secret', () => {
  const schema = {
    properties: {
      greeting: { type: 'string', title: 'Greeting', minLength: 1, maxLength: 40, default: 'hi' },
      token: { type: 'string', minLength: 1, 'x-fairlead-secret': true },
    },
    required: ['token'],
  };
  expect(settingsOf(schema)).toMatchObject([
    {
      title: 'Greeting',
      isRequired: false,
      isSecret: false,
      rules: ['text', '1 to 40 characters', '“hi” if nothing is said'],
    },
    { title: 'token', isRequired: true, isSecret: true, rules: ['text'] },
  ]);
});

test('what has a default need not be entered, and an empty default says nothing', () => {
  const schema = {
    properties: { one: { type: 'object', default: {} }, two: { type: 'string' } },
    required: ['one', 'two'],
  };
  expect(settingsOf(schema)).toMatchObject([
    { isRequired: false, rules: ['several parts'] },
    { isRequired: true, rules: ['text'] },
  ]);
});

test('bounds, choices and lists are told in words', () => {
  expect(rulesOf({ type: 'integer', minimum: 1, maximum: 60 })).toEqual(['a whole number', '1 to 60']);
  expect(rulesOf({ type: 'number', minimum: 0 })).toEqual(['a number', '0 at least']);
  expect(rulesOf({ enum: ['slow', 'fast'], default: 'slow' })).toEqual([
    'one of “slow”, “fast”',
    '“slow” if nothing is said',
  ]);
  expect(rulesOf({ anyOf: [{ const: 'a' }, { const: null }] })).toEqual(['one of “a”, null']);
  expect(rulesOf({ type: 'array', maxItems: 4 })).toEqual(['a list', '4 entries at most']);
  expect(rulesOf({ type: ['string', 'null'], format: 'uri' })).toEqual(['text or null', 'as uri']);
});

test('what is inside an object or the objects of a list is told as well', () => {
  const inside = { type: 'object', properties: { path: { type: 'string' } }, required: ['path'] };
  for (const property of [inside, { type: 'array', items: inside }]) {
    expect(settingsOf({ properties: { mapping: property } })[0]?.inside).toMatchObject([
      { name: 'path', isRequired: true },
    ]);
  }
});

test('a schema without settings has none', () => {
  expect(settingsOf({ type: 'object' })).toEqual([]);
});
