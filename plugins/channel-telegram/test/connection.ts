import { channel, type WebhookRequest } from '@fairlead/sdk';
import {
  type Counterparty,
  FakeClock,
  readManifest,
  startCounterparty,
  type StartedPlugin,
  startPlugin,
} from '@fairlead/sdk/testing';
import plugin from '../src/index.ts';
import { botToken, type FakeBot, serveBot } from './fake-bot-api.ts';

export const manifest = readManifest(new URL('../package.json', import.meta.url));
export const hookUrl = 'https://hub.example/hooks/test';
export const secretToken = 'a-secret-token-of-these-tests';

/** A connection of the plugin with a bot of its own. */
export interface Connection extends AsyncDisposable {
  readonly vendor: Counterparty;
  readonly bot: FakeBot;
  readonly clock: FakeClock;
  readonly plugin: StartedPlugin;
  poll(cursor?: string, limit?: number): ReturnType<typeof fetchOnce>;
  send(text: string, more?: { chatId?: string; replyTo?: string }): Promise<unknown>;
}

function fetchOnce(plugin: StartedPlugin, cursor?: string, limit = 100) {
  return plugin.invoke(channel.fetch, { limit, ...(cursor === undefined ? {} : { cursor }) });
}

export async function connect(
  settings: Readonly<Record<string, unknown>> = {},
  webhookUrl = hookUrl,
): Promise<Connection> {
  const clock = new FakeClock();
  const vendor = await startCounterparty();
  const bot = serveBot(vendor);
  const started = await startPlugin({
    plugin,
    manifest,
    clock,
    webhookUrl,
    settings: { apiBase: vendor.url, botToken, webhookSecrets: [secretToken], ...settings },
  });
  return {
    vendor,
    bot,
    clock,
    plugin: started,
    poll: (cursor, limit) => fetchOnce(started, cursor, limit),
    send: (text, more = {}) => started.invoke(channel.send, { chatId: '-1001', text, reference: 'r-1', ...more }),
    async [Symbol.asyncDispose]() {
      await started.dispose();
      await vendor.dispose();
    },
  };
}

export function pushed(body: unknown, token: string = secretToken): WebhookRequest {
  return {
    method: 'POST',
    rawBody: new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
    headers: { 'x-telegram-bot-api-secret-token': token },
    query: {},
    publicUrl: hookUrl,
  };
}
