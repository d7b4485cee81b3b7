import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type InputOf, money, type PaymentEvent, paymentGateway, systemClock } from '@fairlead/sdk';
import {
  type Counterparty,
  readManifest,
  type RecordedRequest,
  startCounterparty,
  type StartedPlugin,
  startPlugin,
} from '@fairlead/sdk/testing';
import { afterEach, beforeEach } from 'vitest';
import plugin from '../src/index.ts';
import { type ProviderProcess, startProviderProcess } from './provider-process.ts';

const { createCheckout, getStatus, receive } = paymentGateway.operations;
const manifest = readManifest(new URL('../package.json', import.meta.url));

export const order: InputOf<typeof createCheckout> = {
  reference: 'attempt-1',
  amount: money(1_999n, 'EUR'),
  capture: 'automatic',
  returnUrl: 'https://shop.example/return',
  cancelUrl: 'https://shop.example/cancel',
};

export const factsOf = (events: readonly PaymentEvent[]) => events.map(({ evidence }) => evidence.fact);

/** The provider sends each webhook on its own, so they arrive in any order; its ids are numbered in the order of its books. */
const inOrderOfBooks = (events: readonly PaymentEvent[]) =>
  events.toSorted((one, other) => one.dedupeKey.localeCompare(other.dedupeKey));

/** The provider in its process, a connection of the plugin to it, and a hub that takes its webhooks; anew for each test. */
export function providerStage(settings: object = {}) {
  let folder = '';
  let parts: { provider: ProviderProcess; hub: Counterparty; gateway: StartedPlugin } | undefined;
  const here = () => {
    if (parts === undefined) throw new Error('no test runs');
    return parts;
  };
  const startProvider = () => startProviderProcess(join(folder, 'provider.db'), '--delay-ms', '20');
  const connectTo = (provider: ProviderProcess, hub: Counterparty, more: object): Promise<StartedPlugin> => {
    const { url: apiBase, apiKey, webhookSecrets } = provider;
    const given = { apiBase, apiKey, webhookSecrets, ...settings, ...more };
    return startPlugin({ plugin, manifest, clock: systemClock, webhookUrl: `${hub.url}/hooks/1`, settings: given });
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
    const provider = await startProvider();
    const hub = await startCounterparty();
    hub.on({ path: '/hooks/1' }, {});
    parts = { provider, hub, gateway: await connectTo(provider, hub, {}) };
  });
  afterEach(async () => {
    const { provider, hub, gateway } = here();
    await gateway.dispose();
    await hub.dispose();
    await provider.kill();
    await rm(folder, { recursive: true });
  });

  const toInput = ({ method, headers, query, body }: RecordedRequest): InputOf<typeof receive> => ({
    method,
    headers,
    query,
    rawBody: body,
    publicUrl: `${here().hub.url}/hooks/1`,
  });

  const arrived = async (count: number): Promise<PaymentEvent[]> => {
    const { hub, gateway } = here();
    await hub.received(count);
    const events: PaymentEvent[] = [];
    for (const request of hub.requests.slice(0, count)) {
      const answer = await gateway.invoke(receive, toInput(request));
      if (answer.outcome !== 'events') throw new Error(`${answer.outcome}: ${answer.reason}`);
      events.push(...answer.events);
    }
    return events;
  };

  return {
    get provider() {
      return here().provider;
    },
    get hub() {
      return here().hub;
    },
    get gateway() {
      return here().gateway;
    },
    toInput,
    /** Another connection to the same provider. */
    connect: (more: object = {}) => connectTo(here().provider, here().hub, more),
    /** Opens a checkout and answers its id. */
    async open(more: Partial<typeof order> = {}, idempotencyKey = 'key-1'): Promise<string> {
      const answer = await here().gateway.invoke(createCheckout, { ...order, ...more }, { idempotencyKey });
      if (answer.outcome !== 'created') throw new Error(answer.outcome);
      return answer.providerRef;
    },
    /** What `getStatus` tells. */
    async events(providerRef: string): Promise<PaymentEvent[]> {
      return (await here().gateway.invoke(getStatus, { providerRef })).events;
    },
    async facts(providerRef: string): Promise<string[]> {
      return factsOf((await here().gateway.invoke(getStatus, { providerRef })).events);
    },
    /** Receives the first `count` webhooks and answers their events, in the order in which the provider noted them. */
    received: async (count: number): Promise<PaymentEvent[]> => inOrderOfBooks(await arrived(count)),
    /** The same, in the order of their arrival. */
    arrived,
    /** Starts the provider again, on the same data file. */
    async restart(): Promise<void> {
      const { hub, gateway } = here();
      await gateway.dispose();
      const provider = await startProvider();
      parts = { provider, hub, gateway: await connectTo(provider, hub, {}) };
    },
  };
}
