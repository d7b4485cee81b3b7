import { channel, secretNames } from '@fairlead/sdk';
import { expect, it } from 'vitest';
import plugin from '../src/index.ts';
import { connect, hookUrl, standardSecrets } from './connection.ts';

async function test(settings: Record<string, unknown> = {}, address?: string) {
  await using connection = await connect(settings, address);
  return await connection.plugin.invoke(channel.testCredentials, {});
}

it('keeps exactly the list of secrets secret', () => {
  expect(secretNames(plugin.settings)).toEqual(['webhookSecrets']);
});

it('fills in what the settings leave out, members of members included', async () => {
  await using connection = await connect();
  expect(connection.plugin.settings).toMatchObject({
    scheme: 'standard-webhooks',
    toleranceSeconds: 300,
    hmac: { header: 'x-signature', algorithm: 'sha256', encoding: 'hex', prefix: '', signedBeforeBody: '{timestamp}.' },
    apiKey: { header: 'authorization' },
    mapping: {},
  });
});

it.each([
  { scheme: 'none' },
  { hmac: { header: 'x signature' } },
  { hmac: { algorithm: 'md5' } },
  { hmac: { signedBeforeBody: 'no time' } },
  { hmac: { other: 1 } },
  { mapping: { textField: 'text' } },
  { mapping: { textField: '/a~2b' } },
  { mapping: { textField: '' } },
  { toleranceSeconds: 0 },
])('refuses settings %j', async (settings) => {
  await expect(connect(settings)).rejects.toMatchObject({ code: 'settings_invalid' });
});

it('says where to send to and what is set, and has nothing to warn of', async () => {
  expect(await test()).toEqual({
    account: { id: hookUrl, label: 'standard-webhooks, 2 secrets, own shape' },
    mode: 'unknown',
  });
});

it.each([
  ['an api-key', { scheme: 'api-key' }, /from anywhere.*“allowedAddresses”/],
  ['an hmac without a time', { scheme: 'hmac' }, /^No time is signed/],
  ['SHA-1', { scheme: 'hmac', hmac: { algorithm: 'sha1', timestampHeader: 'x-time' } }, /^SHA-1/],
  ['a short key', { webhookSecrets: ['whsec_c2hvcnQ='] }, /^1 of the secrets are shorter than 24 bytes/],
  [
    'a short secret',
    { scheme: 'hmac', hmac: { timestampHeader: 'x-time' }, webhookSecrets: ['short'] },
    /16 characters/,
  ],
])('warns of %s', async (_what, settings, warning) => {
  expect((await test(settings)).warnings).toEqual([expect.stringMatching(warning)]);
});

it('warns of an address at which anybody on the way can read', async () => {
  const [warning] = (await test({}, 'http://hub.example/hooks/test')).warnings ?? [];
  expect(warning).toMatch(/not https/);
  expect((await test({}, 'http://127.0.0.1:7400/hooks/test')).warnings).toBeUndefined();
});

it.each([
  ['no secret', { webhookSecrets: [] }, /No secret is set/],
  ['a secret of another form', { webhookSecrets: [standardSecrets[0], 'hello'] }, /^1 of the secrets/],
  ['signature and time in one header', { scheme: 'hmac', hmac: { timestampHeader: 'X-Signature' } }, /one header/],
  ['a mapping without a text', { mapping: { idField: '/id' } }, /needs a “textField”/],
])('names %s as a fault of the settings', async (_what, settings, message) => {
  await expect(test(settings)).rejects.toMatchObject({
    code: 'settings_invalid',
    message: expect.stringMatching(message),
  });
});
