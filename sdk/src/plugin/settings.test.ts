import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { closedObject, secret, text } from '../wire/types.ts';
import { defineSettings, secretListSetting, secretNames, secretSetting } from './settings.ts';

const title = 'API key';

describe('defineSettings', () => {
  it('answers the schema itself', () => {
    const schema = closedObject({ apiKey: secretSetting({ title }), region: Type.Optional(text()) });
    expect(defineSettings(schema)).toBe(schema);
  });

  it.each([
    ['says nothing of other members', Type.Object({})],
    ['takes other members', Type.Object({}, { additionalProperties: true })],
    ['takes other members of a schema', Type.Object({}, { additionalProperties: Type.String() })],
  ])('refuses an object that %s', (_what, schema) => {
    expect(() => defineSettings(schema)).toThrow('additionalProperties: false');
  });

  it.each([
    ['in an object', closedObject({ inner: closedObject({ apiKey: secretSetting({ title }) }) })],
    ['in a list of objects', closedObject({ inner: Type.Array(closedObject({ apiKey: secretSetting({ title }) })) })],
    ['in a union', closedObject({ inner: Type.Union([secretSetting({ title }), Type.Null()]) })],
    ['as a list without the mark', closedObject({ inner: Type.Array(secret()) })],
  ])('refuses a secret %s, and names the member', (_where, schema) => {
    expect(() => defineSettings(schema)).toThrow('The secret inside “inner”');
  });
});

describe('secretNames', () => {
  it('finds texts and lists, optional ones as well, in the order of the schema', () => {
    const schema = closedObject({
      webhookSecrets: Type.Optional(secretListSetting({ title })),
      region: text(),
      apiKey: secretSetting({ title }),
    });
    expect(secretNames(schema)).toEqual(['webhookSecrets', 'apiKey']);
    expect(secretNames(JSON.parse(JSON.stringify(schema)) as object)).toEqual(['webhookSecrets', 'apiKey']);
    expect(secretNames({})).toEqual([]);
  });
});
