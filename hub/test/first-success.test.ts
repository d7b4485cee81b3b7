import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Api, type CloudEvent, createApi, eventually, type HealthView, type InboxView } from './support/api.ts';
import { openSocket, readSse } from './support/event-streams.ts';
import { type HubProcess, startHubProcess } from './support/hub-process.ts';
import { acceptedByStripe, refusedByStripe, type StandInVendor, standInVendor } from './support/stand-in-vendor.ts';
import { addStripe, apiKey, sendEvent, signature, stripeEvent } from './support/stripe-events.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

/** What the README promises to whoever starts a hub and has nothing but `curl`. */
describe('a first success', () => {
  const cleanup = new AsyncDisposableStack();
  let hub: HubProcess;
  let api: Api;
  let vendor: StandInVendor;
  let shop: string;
  beforeAll(async () => {
    const folder = cleanup.use(await temporaryFolder());
    vendor = cleanup.use(await standInVendor(acceptedByStripe));
    hub = await startHubProcess({ dataDir: folder.path });
    cleanup.defer(async () => void (await hub.stop()));
    api = createApi(hub.url);
    await api.signIn();
    shop = (
      await addStripe(api, {
        settings: { apiBase: vendor.url },
        more: { allowedPrivateHosts: ['127.0.0.1'] },
      })
    ).id;
  });
  afterAll(() => cleanup.disposeAsync());

  const inbox = () => api.all<InboxView>('/api/inbox', { connection: shop });
  const health = () => api.ok<HealthView>('GET', `/api/connections/${shop}/health`);

  test('lists the plugins of the release, all running', async () => {
    const { items } = await api.ok<{ items: { id: string; status: string }[] }>('GET', '/api/plugins');
    expect(items.map(({ id, status }) => [id, status])).toEqual([
      ['ai-openrouter', 'running'],
      ['channel-api', 'running'],
      ['channel-rss', 'running'],
      ['channel-scrape', 'running'],
      ['channel-telegram', 'running'],
      ['gateway-crypto', 'running'],
      ['gateway-paypal', 'running'],
      ['gateway-sandbox', 'running'],
      ['gateway-stripe', 'running'],
    ]);
  });

  test('its API’s document names the address at which it listens', async () => {
    const { servers } = await api.ok<{ servers: object }>('GET', '/openapi.json');
    expect(servers).toEqual([{ url: hub.url }]);
  });

  test('a connection shows that its secrets are set, and never what they are', async () => {
    const answer = await api.call('GET', `/api/connections/${shop}`);
    expect(answer.json()).toMatchObject({
      secrets: { apiKey: { set: true }, webhookSecrets: { set: true } },
      webhookUrl: `${hub.url}/hooks/${shop}`,
    });
    expect(answer.text).not.toContain(apiKey);
  });

  test('a signed event that is sent twice is stored once, and counted as one duplicate', async () => {
    const body = stripeEvent('evt_first');
    expect((await sendEvent(hub.url, shop, body)).status).toBe(200);
    expect((await sendEvent(hub.url, shop, body)).status).toBe(200);
    const items = await inbox();
    expect(items).toMatchObject([{ eventId: 'evt_first', connection: shop, duplicates: 1 }]);
    const one = await api.ok<{ event: object }>('GET', `/api/inbox/${items[0]?.id}`);
    expect(one).toMatchObject({ eventId: 'evt_first', event: { dedupeKey: 'evt_first' } });
  });

  test('a forged event is answered 401, and is neither stored nor announced', async () => {
    const body = stripeEvent('evt_forged');
    const answer = await sendEvent(hub.url, shop, body, signature(body, 'whsec_of_somebody_else'));
    expect(answer.status).toBe(401);
    expect(JSON.parse(answer.text)).toMatchObject({ status: 401, code: 'webhook_not_believed' });
    expect((await sendEvent(hub.url, shop, body, '')).status).toBe(401);
    expect((await inbox()).map(({ eventId }) => eventId)).not.toContain('evt_forged');
    expect(JSON.stringify(await api.eventsAfter(0))).not.toContain('evt_forged');
  });

  test('the event stream goes on where a client was cut off, without a gap and without a repeat', async () => {
    const headers = { authorization: `Bearer ${api.token}` };
    const url = `${hub.url}/api/events/stream?type=webhook.*`;
    const [ready] = await readSse(url, headers, (events) => events.length === 1);
    expect(ready?.event).toBe('ready');
    for (const id of ['evt_a', 'evt_b', 'evt_c']) await sendEvent(hub.url, shop, stripeEvent(id));
    const resume = (id: string | undefined, count: number) =>
      readSse(url, { ...headers, 'last-event-id': id ?? '' }, (events) => events.length > count);
    const seen = (events: Awaited<ReturnType<typeof resume>>) =>
      events.slice(1).map(({ data }) => (JSON.parse(data) as CloudEvent).data.eventId);
    const first = await resume(ready?.id, 1);
    expect(seen(first).slice(0, 1)).toEqual(['evt_a']);
    const second = await resume(first[1]?.id, 2);
    expect(seen(second)).toEqual(['evt_b', 'evt_c']);
  });

  test('a websocket client hears of a webhook, and may begin at an earlier place', async () => {
    const socket = await openSocket(hub.url);
    socket.send({ type: 'authenticate', token: api.token });
    await socket.until(({ type }) => type === 'ready');
    socket.send({ type: 'subscribe', topics: ['inbox'], after: 0 });
    await socket.until(({ event }) => event?.data.eventId === 'evt_first');
    await sendEvent(hub.url, shop, stripeEvent('evt_live'));
    const live = await socket.until(({ event }) => event?.data.eventId === 'evt_live');
    expect(live.event).toMatchObject({ specversion: '1.0', type: 'webhook.received' });
    socket.close();
  });

  test('a websocket client without a token is told so and cut off', async () => {
    const socket = await openSocket(hub.url);
    socket.send({ type: 'subscribe', topics: ['inbox'] });
    await socket.until(({ type, reason }) => type === 'end' && reason === 'not_authenticated');
  });

  test('health is healthy while the vendor accepts the credentials, and unhealthy with the reason when it refuses them', async () => {
    const topics = await openSocket(hub.url);
    topics.send({ type: 'authenticate', token: api.token });
    topics.send({ type: 'subscribe', topics: ['health'] });
    await topics.until(({ type }) => type === 'subscribed');
    expect(await api.ok('POST', `/api/connections/${shop}/test`)).toMatchObject({ outcome: 'ok' });
    await eventually(health, ({ status }) => status === 'healthy');

    vendor.answer = () => refusedByStripe(apiKey);
    const refused = await api.call('POST', `/api/connections/${shop}/test`);
    expect(refused.json()).toMatchObject({ outcome: 'failed', code: 'credentials_invalid' });
    expect(refused.text).not.toContain(apiKey);
    const unhealthy = await eventually(health, ({ status }) => status === 'unhealthy');
    expect(unhealthy.reasons).toMatchObject([
      { source: 'credential', code: 'credentials_refused', text: 'The vendor refuses the credentials.' },
    ]);
    await topics.until(({ event }) => event?.type === 'connection.health_changed');
    const { items } = await api.ok<{ items: object[] }>('GET', '/api/incidents');
    expect(items).toMatchObject([{ code: 'credentials_refused' }]);
    topics.close();
  });
});
