import { describe, expect, it } from 'vitest';
import { failureOf } from '../../testing/failure-of.ts';
import { definePlugin, defineSettings, type SettingsMigration } from '../plugin/index.ts';
import { closedObject } from '../wire/index.ts';
import { moveSettings } from './move-settings.ts';

const pluginWith = (migrations: Readonly<Record<number, SettingsMigration>>) =>
  definePlugin({ id: 'channel-moved', settings: defineSettings(closedObject({})) })({ capabilities: {}, migrations });

const steps = {
  2: {
    up: ({ host, ...rest }) => ({ ...rest, server: host }),
    down: ({ server, ...rest }) => ({ ...rest, host: server }),
    renamedSecrets: { key: 'apiKey' },
  },
  3: {
    up: (settings) => ({ ...settings, secure: true }),
    down: (settings) => Object.fromEntries(Object.entries(settings).filter(([name]) => name !== 'secure')),
    renamedSecrets: { apiKey: 'token', pin: 'code' },
  },
} satisfies Record<number, SettingsMigration>;

describe('moveSettings', () => {
  it('takes settings up step by step, and tells which secrets change their name', () => {
    expect(moveSettings(pluginWith(steps), { settings: { host: 'a' }, from: 1, to: 3 })).toEqual({
      settings: { server: 'a', secure: true },
      renamedSecrets: { key: 'token', pin: 'code' },
    });
  });

  it('takes them down again to what they were', () => {
    expect(moveSettings(pluginWith(steps), { settings: { server: 'a', secure: true }, from: 3, to: 1 })).toEqual({
      settings: { host: 'a' },
      renamedSecrets: { token: 'key', code: 'pin' },
    });
  });

  it('leaves its argument as it was, whatever a step does to its own', () => {
    const settings = { list: [1] };
    const rude = { up: (own: object) => Object.assign(own, { list: [] }), down: (own: object) => own };
    moveSettings(pluginWith({ 2: rude as never }), { settings, from: 1, to: 2 });
    expect(settings).toEqual({ list: [1] });
  });

  it.each([
    ['a step that is missing', {}, 'no migration from settingsVersion 1 to 2'],
    [
      'a step that throws',
      {
        2: {
          up: () => {
            throw new Error('no');
          },
          down: () => ({}),
        },
      },
      'threw Error: no',
    ],
    ['a step that gives no object', { 2: { up: () => [] as never, down: () => ({}) } }, 'did not give an object'],
  ] as const)('names %s', async (_what, migrations, message) => {
    const failure = await failureOf(
      (async () => moveSettings(pluginWith(migrations), { settings: {}, from: 1, to: 2 }))(),
    );
    expect(failure).toMatchObject({ code: 'plugin_threw' });
    expect(failure.message).toContain(message);
  });
});
