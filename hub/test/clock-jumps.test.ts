import { type Flow, type FlowServices, defineFlow } from '@fairlead/core/flow-api';
import { FakeClock } from '@fairlead/sdk/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Api, createApi, type HealthView, type InboxView } from './support/api.ts';
import { startInProcessHub } from './support/in-process-hub.ts';
import { acceptedByStripe, type StandInVendor, standInVendor } from './support/stand-in-vendor.ts';
import { addStripe, sendEvent, signature, stripeEvent } from './support/stripe-events.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const minute = 60_000;
const hour = 60 * minute;

/** What the flow under the test's eyes did. */
interface Done {
  ticks: number;
  once: number;
  /** Attempts by inbox id, and those that succeeded. */
  readonly attempts: Map<string, number>;
  readonly handled: Map<string, number>;
  failing: boolean;
}

function watchedFlow(done: Done): Flow {
  const count = (counts: Map<string, number>, id: string) => counts.set(id, (counts.get(id) ?? 0) + 1);
  const declaration = { id: 'clocks', collections: [], permissions: {}, events: {} };
  return defineFlow(declaration)(({ jobs, clock }: FlowServices) => ({
    jobs: {
      tick: { handle: async () => void (done.ticks += 1) },
      once: { handle: async () => void (done.once += 1) },
    },
    inbox: {
      'payment-gateway': async ({ events }) => {
        for (const { inboxId } of events) count(done.attempts, inboxId);
        if (done.failing) throw new Error('Not now.');
        for (const { inboxId } of events) count(done.handled, inboxId);
      },
    },
    start: async () => {
      await jobs.repeat({ name: 'tick', key: 'tick', payload: {}, everyMs: minute });
      await jobs.enqueue({ name: 'once', key: 'once', payload: {}, runAt: clock.now() + 3 * minute });
    },
  }));
}

let cleanup: AsyncDisposableStack;
let clock: FakeClock;
let done: Done;
let api: Api;
let url: string;
let vendor: StandInVendor;
let shop: string;
beforeEach(async () => {
  cleanup = new AsyncDisposableStack();
  const folder = cleanup.use(await temporaryFolder());
  vendor = cleanup.use(await standInVendor(acceptedByStripe));
  clock = new FakeClock();
  done = { ticks: 0, once: 0, attempts: new Map(), handled: new Map(), failing: false };
  const { hub } = await startInProcessHub(folder.path, { clock, flows: [watchedFlow(done)] });
  cleanup.defer(() => hub.stop());
  url = hub.url;
  api = createApi(url);
  await api.signIn();
  const more = { allowedPrivateHosts: ['127.0.0.1'] };
  shop = (await addStripe(api, { settings: { apiBase: vendor.url }, more })).id;
});
afterEach(() => cleanup.disposeAsync());

/** Lets time go by in steps short enough for real requests to be answered in between. */
async function pass(ms: number, stepMs = 1_000): Promise<void> {
  for (let passed = 0; passed < ms; passed += stepMs) {
    await clock.advance(stepMs);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

async function send(eventId: string): Promise<number> {
  const body = stripeEvent(eventId, clock.now());
  return (await sendEvent(url, shop, body, signature(body, undefined, clock.now()))).status;
}

describe.each([
  ['an hour ahead', hour],
  ['an hour back', -hour],
  ['a day ahead', 24 * hour],
  ['a day back', -24 * hour],
])('when the clock is set %s', (_name, jump) => {
  test('a webhook that waits for its next attempt is handled in time, once; so are those that come later', async () => {
    done.failing = true;
    expect(await send('evt_waits')).toBe(200);
    await pass(8_000);
    const before = [...done.attempts.values()][0] ?? 0;
    expect(before).toBeGreaterThanOrEqual(2);
    clock.jump(jump);
    await pass(40_000);
    expect([...done.attempts.values()][0], 'attempts').toBeGreaterThan(before);
    done.failing = false;
    expect(await send('evt_later')).toBe(200);
    await pass(3 * minute);
    await api.signIn();
    const items = await api.all<InboxView>('/api/inbox');
    expect(items.map(({ eventId, status }) => [eventId, status])).toEqual([
      ['evt_later', 'dispatched'],
      ['evt_waits', 'dispatched'],
    ]);
    expect([...done.handled.values()]).toEqual([1, 1]);
    const announced = await api.eventsAfter(0, ['webhook.received']);
    expect(announced.map(({ data }) => data.eventId)).toEqual(['evt_waits', 'evt_later']);
  });

  test('repeating jobs keep their pace, and one that is asked for a moment runs once', async () => {
    await pass(2 * minute + 30_000);
    const before = done.ticks;
    expect(before).toBeGreaterThanOrEqual(2);
    expect(done.once).toBe(0);
    clock.jump(jump);
    await pass(10 * minute);
    expect(done.ticks - before).toBeGreaterThanOrEqual(8);
    expect(done.ticks - before).toBeLessThanOrEqual(12);
    // Asked for by the wall clock: at once when that has passed, and not before it comes.
    expect(done.once).toBe(jump > 0 ? 1 : 0);
    const missingMs = jump === -hour ? hour : 0;
    await pass(missingMs, 5_000);
    expect(done.once).toBe(jump === -24 * hour ? 0 : 1);
  });

  test('one signs in, webhooks are taken, a resting lane recovers, and health goes on being looked at', {
    timeout: 240_000,
  }, async () => {
    await pass(6 * minute, 2_000);
    const probed = vendor.asked.length;
    expect(probed).toBeGreaterThan(0);
    vendor.answer = () => ({ status: 500, body: {} });
    const test = async () =>
      (await api.ok<{ outcome: string; code?: string }>('POST', `/api/connections/${shop}/test`)).outcome;
    const tested = async () => {
      let outcome: string | undefined;
      const asking = test().then((answer) => (outcome = answer));
      for (let steps = 0; outcome === undefined && steps < 600; steps += 1) await pass(250, 250);
      return asking;
    };
    await api.signIn();
    for (let times = 0; times < 8; times += 1) expect(await tested()).toBe('failed');
    clock.jump(jump);
    vendor.answer = () => acceptedByStripe;
    await api.signIn();
    expect((await api.call('GET', '/api/auth/me')).status).toBe(200);
    expect(await send('evt_after')).toBe(200);
    await pass(2 * minute, 2_000);
    await api.signIn();
    expect(await tested()).toBe('ok');
    const asked = vendor.asked.length;
    await pass(16 * minute, 2_000);
    expect(vendor.asked.length - asked).toBeGreaterThanOrEqual(2);
    expect(vendor.asked.length - asked).toBeLessThanOrEqual(8);
    await api.signIn();
    const health = await api.ok<HealthView & { checkedAt: string; validUntil: string }>(
      'GET',
      `/api/connections/${shop}/health`,
    );
    expect(health.status, JSON.stringify(health.reasons)).not.toBe('unknown');
    expect(health.reasons.map(({ code }) => code)).not.toContain('lane_resting');
    expect(Math.abs(Date.parse(health.checkedAt) - clock.now())).toBeLessThan(10 * minute);
  });
});
