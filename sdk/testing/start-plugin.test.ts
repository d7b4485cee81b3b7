import { Type } from 'typebox';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  channel,
  defineSettings,
  definePlugin,
  type Manifest,
  secretListSetting,
  secretSetting,
} from '../src/index.ts';
import { type Counterparty, FakeClock, failureOf, startCounterparty, startPlugin } from './index.ts';

const settings = defineSettings(
  Type.Object(
    {
      apiBase: Type.String({ title: 'Address' }),
      pageSize: Type.Integer({ title: 'Page size', default: 20 }),
      apiKey: secretSetting({ title: 'Key' }),
      webhookSecrets: Type.Optional(secretListSetting({ title: 'Signing secrets' })),
    },
    { additionalProperties: false },
  ),
);

const plugin = definePlugin({ id: 'channel-echo', settings })({
  capabilities: {
    channel: (context) => ({
      testCredentials: async (_input, call) => {
        const { apiBase, apiKey, pageSize } = context.settings;
        const answer = await context.http.fetch(`${apiBase}/me`, {
          headers: { 'x-key': apiKey.reveal() },
          signal: call.signal,
        });
        context.log.info('tested', { apiKey, pageSize });
        await context.state.put('seen', { pageSize });
        return answer.json() as never;
      },
    }),
  },
});

const manifest: Manifest = {
  id: 'channel-echo',
  displayName: 'Echo',
  description: 'Echoes.',
  sdk: '^0.1.0',
  capabilities: { channel: { version: 1, operations: { testCredentials: {} } } },
  settings: './settings.schema.json',
  settingsVersion: 1,
  egress: ['{settings.apiBase}'],
  host: { prefers: 'inline' },
};

let vendor: Counterparty;
beforeEach(async () => {
  vendor = await startCounterparty();
});
afterEach(() => vendor.dispose());

const start = (clock = new FakeClock()) =>
  startPlugin({
    plugin,
    manifest,
    clock,
    settings: { apiBase: vendor.url, apiKey: 'key-1', webhookSecrets: ['a', 'b'] },
  });

describe('startPlugin', () => {
  it('calls an operation with settings, secrets, state and log', async () => {
    await using started = await start();
    vendor.on({ path: '/me' }, { body: { account: { id: 'a' }, mode: 'test' } });
    expect(await started.invoke(channel.testCredentials, {})).toEqual({ account: { id: 'a' }, mode: 'test' });
    expect(vendor.requests[0]?.headers['x-key']).toBe('key-1');
    expect(JSON.stringify(started.logs)).toContain('"apiKey":"[secret]","pageSize":20');
    expect(started.state.entries.get('seen')).toBe('{"pageSize":20}');
  });

  it('refuses an answer that does not fit the contract', async () => {
    await using started = await start();
    vendor.on({ path: '/me' }, { body: { account: { id: 'a', extra: 1 }, mode: 'test' } });
    expect(await failureOf(started.invoke(channel.testCredentials, {}))).toMatchObject({
      code: 'output_invalid',
      message: expect.stringMatching(/extra/),
    });
  });

  it('refuses input that does not fit the contract, before the plugin sees it', async () => {
    await using started = await start();
    expect(await failureOf(started.invoke(channel.testCredentials, { more: 1 } as never))).toMatchObject({
      code: 'input_invalid',
    });
    expect(vendor.requests).toHaveLength(0);
  });

  it('refuses settings that do not fit their schema, naming the path', async () => {
    const wrong = startPlugin({ plugin, manifest, settings: { apiBase: 5, apiKey: 'k' } });
    expect(await failureOf(wrong)).toMatchObject({
      code: 'settings_invalid',
      message: expect.stringMatching(/\/apiBase must be string/),
    });
  });

  it('ends a call on its deadline and on its signal', async () => {
    const clock = new FakeClock();
    await using started = await start(clock);
    vendor.on({ path: '/me' }, { fault: 'hang' });
    const late = started.invoke(channel.testCredentials, {}, { timeoutMs: 50 }).catch((error: unknown) => error);
    await vendor.received(1);
    await clock.advance(50);
    expect(await late).toMatchObject({ code: 'timeout' });
    const stop = new AbortController();
    const cancelled = started.invoke(channel.testCredentials, {}, { signal: stop.signal });
    await vendor.received(2);
    stop.abort();
    expect(await failureOf(cancelled)).toMatchObject({ code: 'cancelled' });
  });

  it('does not call an operation that the manifest does not name', async () => {
    await using started = await start();
    expect(await failureOf(started.invoke(channel.fetch, { limit: 1 }))).toMatchObject({ code: 'feature_unsupported' });
  });

  it('opens a subscription whose items are checked, and ends it with the caller', async () => {
    let ended = false;
    const listening = definePlugin({ id: 'channel-echo', settings })({
      capabilities: {
        channel: () => ({
          testCredentials: () => ({ account: { id: 'a' }, mode: 'test' }),
          async *listen({ cursor }) {
            try {
              for (let index = Number(cursor ?? 0); ; index++) yield { item: message(index), resume: `${index + 1}` };
            } finally {
              ended = true;
            }
          },
        }),
      },
    });
    const operations = { testCredentials: {}, listen: {} };
    const listens = { ...manifest, capabilities: { channel: { version: 1, operations } } };
    const given = { apiBase: vendor.url, apiKey: 'k' };
    await using started = await startPlugin({ plugin: listening, manifest: listens, settings: given });
    const seen: string[] = [];
    for await (const { item, resume } of started.open(channel.listen, { cursor: '5' })) {
      seen.push(`${item.id}>${resume}`);
      if (seen.length === 2) break;
    }
    expect([seen, ended]).toEqual([['5>6', '6>7'], true]);
  });
});

function message(index: number) {
  return { id: `${index}`, change: 'created' as const, revision: '0', text: 'hello', attachments: [] };
}
