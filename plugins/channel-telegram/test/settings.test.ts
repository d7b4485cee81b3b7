import { secretNames } from '@fairlead/sdk';
import { startPlugin } from '@fairlead/sdk/testing';
import { expect, it } from 'vitest';
import plugin from '../src/index.ts';
import { manifest } from './connection.ts';
import { botToken } from './fake-bot-api.ts';

it('keeps exactly the bot token and the webhook’s tokens secret', () => {
  expect(secretNames(plugin.settings)).toEqual(['botToken', 'webhookSecrets']);
});

it('needs a token and nothing else', async () => {
  await using started = await startPlugin({ plugin, manifest, settings: { botToken } });
  expect(started.settings).toMatchObject({
    receiveBy: 'polling',
    chats: [],
    longPollSeconds: 10,
    paceSending: true,
    apiBase: 'https://api.telegram.org',
  });
});

it.each([
  {},
  { botToken, receiveBy: 'both' },
  { botToken, longPollSeconds: 26 },
  { botToken, chats: ['my channel'] },
  { botToken, apiBase: 'ftp://api.telegram.org' },
  { botToken, apiBase: 'https://user:password@api.telegram.org' },
])('refuses settings %j', async (settings) => {
  await expect(startPlugin({ plugin, manifest, settings })).rejects.toMatchObject({ code: 'settings_invalid' });
});
