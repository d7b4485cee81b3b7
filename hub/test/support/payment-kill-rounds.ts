import { createServer } from 'node:net';
import { join } from 'node:path';
import { type SandboxProvider, startSandboxProvider } from '../../src/demo/sandbox-provider.ts';
import { type Api, createApi } from './api.ts';
import { type HubProcess, startAndKill, startHubProcess } from './hub-process.ts';
import { comparePayments, type PaymentRequest } from './payment-comparison.ts';
import type { Random } from './random.ts';

export interface PaymentKillOptions {
  readonly folder: string;
  readonly rounds: number;
  readonly random: Random;
  readonly told?: (round: PaymentRound) => void;
}

export interface PaymentRound {
  readonly round: number;
  /** Requests that were sent in this round, and those that were answered before the kill. */
  readonly sent: number;
  readonly answered: number;
}

/**
 * Between two lives of the hub its clock goes on by so much, so that what the kill interrupted is old enough for the
 * janitor at once. The provider's clock goes with it.
 */
const aheadMs = 180_000;

/**
 * Kills a hub with SIGKILL at random moments while payments are made, paid, captured and refunded at a provider that is
 * a process of its own; starts it again, sends again what was not answered, and compares in the end what the provider
 * counted with what the hub tells.
 * @returns what was found wrong, in sentences; empty is what it should be
 */
export async function paymentKillRounds(options: PaymentKillOptions): Promise<readonly string[]> {
  const { folder, rounds, random, told } = options;
  const provider = await startSandboxProvider(folder);
  const dataDir = join(folder, 'data');
  const port = await freePort();
  const env = (life: number) => ({
    FAIRLEAD_PORT: String(port),
    HUB_TEST_CLOCK_AHEAD_MS: String(life * aheadMs),
  });
  let life = 0;
  let hub = await startHubProcess({ dataDir, env: env(life) });
  try {
    const api = await prepare(hub, provider);
    const requests: PaymentRequest[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const before = requests.length;
      await provider.call('POST', '/control/webhooks', {
        mode: random.pick(['normal', 'normal', 'duplicate', 'lost']),
      });
      await planFaults(provider, random);
      await loadAndKill({ api, hub, provider, random, requests, round });
      life += 1;
      await provider.call('POST', '/control/clock', { skew_ms: life * aheadMs });
      if (random.next() < 0.15) await startAndKill({ dataDir, env: env(life), afterMs: random.integer(300, 1_500) });
      hub = await startHubProcess({ dataDir, env: env(life) });
      const made = requests.slice(before);
      told?.({ round, sent: made.length, answered: made.filter(({ id }) => id !== undefined).length });
      await sendAgain(api, made);
    }
    await provider.call('DELETE', '/control/faults');
    return await settleAndCompare({
      api,
      provider,
      requests,
      restart: async () => {
        await hub.kill('SIGKILL');
        life += 1;
        await provider.call('POST', '/control/clock', { skew_ms: life * aheadMs });
        hub = await startHubProcess({ dataDir, env: env(life) });
      },
    });
  } finally {
    await hub.kill('SIGKILL');
    await provider.close();
  }
}

async function prepare(hub: HubProcess, provider: SandboxProvider): Promise<Api> {
  const api = createApi(hub.url);
  await api.signIn();
  await api.ok('POST', '/api/connections', {
    body: {
      plugin: 'gateway-sandbox',
      name: 'Sandbox',
      settings: { apiBase: provider.url },
      secrets: { apiKey: provider.apiKey, webhookSecrets: provider.webhookSecrets },
    },
  });
  // A key outlives the kills, and the clock that jumps with them.
  const { key } = await api.ok<{ key: string }>('POST', '/api/api-keys', {
    body: { name: 'Shop', scopes: ['payments.read', 'payments.create', 'payments.capture', 'payments.refund'] },
  });
  api.token = key;
  return api;
}

/** Answers that are lost on their way, besides those that a kill loses. */
async function planFaults(provider: SandboxProvider, random: Random): Promise<void> {
  if (random.next() < 0.5) return;
  const operation = random.pick(['createCheckout', 'capture', 'refund', 'getStatus']);
  const fault = random.pick(['reset_after_success', 'error', 'not_attempted', 'rate_limit']);
  await provider.call('POST', '/control/faults', { operation, fault, times: random.integer(1, 3) });
}

interface Load {
  readonly api: Api;
  readonly hub: HubProcess;
  readonly provider: SandboxProvider;
  readonly random: Random;
  readonly requests: PaymentRequest[];
  readonly round: number;
}

async function loadAndKill({ api, hub, provider, random, requests, round }: Load): Promise<void> {
  let killed = false;
  const worker = async (number: number) => {
    for (let turn = 1; !killed; turn += 1) {
      const manual = random.next() < 0.3;
      const request: PaymentRequest = {
        key: `round-${round}-${number}-${turn}`,
        amountMinor: String(random.integer(100, 99_999)),
        manual,
        refund: random.next() < 0.4,
        id: undefined,
      };
      requests.push(request);
      // The kill cuts requests off wherever they are; what came of them is compared in the end.
      await shop(api, provider, request).catch(() => undefined);
    }
  };
  const workers = [1, 2, 3, 4].map(worker);
  await new Promise((resolve) => setTimeout(resolve, random.integer(100, 900)));
  await hub.kill('SIGKILL');
  killed = true;
  await Promise.all(workers);
}

/** What a shop does: creates, has the customer pay, captures, refunds. Each step with a key of its own. */
async function shop(api: Api, provider: SandboxProvider, request: PaymentRequest): Promise<void> {
  const payment = await create(api, request);
  const checkout = payment.attempts[0]?.providerRef;
  if (checkout === null || checkout === undefined) return;
  await provider.press(checkout, 'pay');
  if (request.manual) await step(api, request, 'capture', { final: true });
  if (request.refund) await step(api, request, 'refund', { amountMinor: '37' });
}

interface PaymentView {
  readonly id: string;
  readonly attempts: readonly { readonly providerRef: string | null }[];
}

async function create(api: Api, request: PaymentRequest): Promise<PaymentView> {
  const { key, amountMinor, manual } = request;
  const body = { amountMinor, currency: 'EUR', reference: key, capture: manual ? 'manual' : 'automatic' };
  const payment = await api.ok<PaymentView>('POST', '/api/payments', { body, headers: { 'idempotency-key': key } });
  // The first answer counts: another payment for the same key is found by the comparison.
  request.id ??= payment.id;
  return payment;
}

async function step(api: Api, { key, id = '' }: PaymentRequest, act: string, body: object): Promise<void> {
  await api.call('POST', `/api/payments/${id}/${act}`, { body, headers: { 'idempotency-key': `${key}-${act}` } });
}

/** A client that got no answer asks again with the same key; one that did may ask again as well. */
async function sendAgain(api: Api, requests: readonly PaymentRequest[]): Promise<void> {
  // A planned fault may strike again; the comparison tells what must not be.
  for (const request of requests) await create(api, request).catch(() => undefined);
}

interface Settling {
  readonly api: Api;
  readonly provider: SandboxProvider;
  readonly requests: readonly PaymentRequest[];
  readonly restart: () => Promise<void>;
}

/** Everything that is open is settled by the janitor alone: nobody presses anything any more. */
async function settleAndCompare({ api, provider, requests, restart }: Settling): Promise<readonly string[]> {
  await provider.call('POST', '/control/webhooks', { mode: 'normal' });
  await restart();
  for (const request of requests) if (request.id === undefined) await create(api, request).catch(() => undefined);
  let wrong = await comparePayments(api, provider, requests);
  for (let look = 1; wrong.length > 0 && look <= mostLooks; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, betweenLooksMs));
    wrong = await comparePayments(api, provider, requests);
  }
  return wrong;
}

/** Enough for what is repeated in the background; few enough for the limit of calls a minute, with thousands of payments. */
const mostLooks = 12;
const betweenLooksMs = 3_000;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}
