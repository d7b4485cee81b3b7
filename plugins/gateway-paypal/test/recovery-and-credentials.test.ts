import { type InputOf, paymentGateway } from '@fairlead/sdk';
import { describe, expect, it } from 'vitest';
import { caseAt, type Gateway, startGateway, token } from './gateway.ts';
import { captureObject, eventObject, type Members } from './paypal-objects.ts';
import { webhookId } from './signing.ts';

const { listEvents, testCredentials } = paymentGateway.operations;
const path = '/v1/notifications/webhooks-events';

describe('listEvents', () => {
  const list = (gateway: Gateway, input: Partial<InputOf<typeof listEvents>> = {}) =>
    gateway.plugin.invoke(listEvents, {
      since: new Date(gateway.clock.now() - 3_600_000).toISOString(),
      undeliveredOnly: false,
      ...input,
    });
  const event = (gateway: Gateway, id: string, members: Members = {}) =>
    eventObject('PAYMENT.CAPTURE.COMPLETED', captureObject(caseAt(gateway.clock)), { id, ...members });
  const asked = ({ vendor }: Gateway) => vendor.requests.filter((each) => each.path === path).map(({ query }) => query);

  it('asks for what came since, up to a little after now', async () => {
    await using gateway = await startGateway();
    gateway.vendor.on({ path }, { body: { events: [], count: 0, links: [] } });
    expect(await list(gateway)).toEqual({ events: [], nextCursor: null });
    const at = (ms: number) => new Date(gateway.clock.now() + ms).toISOString();
    expect(asked(gateway)).toEqual([{ page_size: '100', start_time: at(-3_600_000), end_time: at(3_600_000) }]);
  });

  it.each(['2001-01-01T00:00:00Z', '2026-02-31T00:00:00Z'])(
    'asks for the 30 days that PayPal keeps, or less, when more is wanted: since %s',
    async (since) => {
      await using gateway = await startGateway();
      gateway.vendor.on({ path }, { body: { events: [] } });
      await list(gateway, { since });
      const start = Date.parse(asked(gateway)[0]?.['start_time'] ?? '');
      expect(gateway.clock.now() - start).toBeLessThan(30 * 86_400_000);
    },
  );

  it('follows the link to the next page by its query alone, whatever host it names', async () => {
    await using gateway = await startGateway();
    const href = `https://elsewhere.example.org${path}?page_size=100&start_time=x&next_page_token=t%2B1`;
    gateway.vendor.on({ path }, ({ query }) => ({
      body: {
        events: [event(gateway, query['next_page_token'] === undefined ? 'WH-1' : 'WH-2')],
        links: query['next_page_token'] === undefined ? [{ rel: 'next', href }] : [],
      },
    }));
    const first = await list(gateway);
    const second = await list(gateway, { cursor: first.nextCursor ?? '' });
    expect([...first.events, ...second.events].map(({ dedupeKey }) => dedupeKey)).toEqual(['WH-1', 'WH-2']);
    expect(second.nextCursor).toBeNull();
    expect(asked(gateway)[1]).toMatchObject({ next_page_token: 't+1' });
  });

  it('ends at a page that is empty, or that leads to itself', async () => {
    await using gateway = await startGateway();
    const links = [{ rel: 'next', href: `https://api.paypal.com${path}?page_size=100&start_index=2` }];
    gateway.vendor.once({ path }, { body: { events: [], links } });
    gateway.vendor.once({ path }, { body: { events: [event(gateway, 'WH-1')], links } });
    expect((await list(gateway)).nextCursor).toBeNull();
    expect((await list(gateway, { cursor: 'page_size=100&start_index=2' })).nextCursor).toBeNull();
  });

  it('leaves out what our webhook took, when only what was not delivered is wanted', async () => {
    await using gateway = await startGateway();
    const sent = (webhook_url: string, status: string) => ({ transmissions: [{ webhook_url, status }] });
    const ours = 'https://hub.example/hooks/test';
    gateway.vendor.on(
      { path },
      {
        body: {
          events: [
            event(gateway, 'WH-TAKEN', sent(ours, 'SUCCESS')),
            event(gateway, 'WH-WAITING', sent(ours, 'PENDING')),
            event(gateway, 'WH-OTHERS', sent('https://other.example/', 'SUCCESS')),
            event(gateway, 'WH-UNKNOWN'),
          ],
        },
      },
    );
    const { events } = await list(gateway, { undeliveredOnly: true });
    expect(events.map(({ dedupeKey }) => dedupeKey)).toEqual(['WH-WAITING', 'WH-OTHERS', 'WH-UNKNOWN']);
  });
});

describe('testCredentials', () => {
  const webhook = (members: Members = {}) => ({
    body: { id: webhookId, url: 'https://hub.example/hooks/test', event_types: [{ name: '*' }], ...members },
  });
  const test = (gateway: Gateway) => gateway.plugin.invoke(testCredentials, {});
  const webhookPath = `/v1/notifications/webhooks/${webhookId}`;

  it('names the app and the mode, and asks PayPal although a token is at hand', async () => {
    await using gateway = await startGateway();
    gateway.vendor.on({ path: webhookPath }, webhook());
    expect(await test(gateway)).toEqual({ account: { id: 'APP-1' }, mode: 'test' });
    await test(gateway);
    expect(gateway.vendor.requests.filter(({ path: each }) => each === '/v1/oauth2/token')).toHaveLength(2);
  });

  it('tells the live side from the sandbox', async () => {
    await using gateway = await startGateway({ environment: 'live' });
    gateway.vendor.on({ path: webhookPath }, webhook());
    expect(await test(gateway)).toMatchObject({ mode: 'live' });
  });

  it.each([
    ['another address', { url: 'https://old.example/hooks/1' }, /another address/],
    [
      'too few events',
      { event_types: [{ name: 'CHECKOUT.ORDER.APPROVED' }] },
      /not subscribed to .*PAYMENT\.CAPTURE\.COMPLETED/,
    ],
  ])('warns of a webhook with %s', async (_title, members, warning) => {
    await using gateway = await startGateway();
    gateway.vendor.on({ path: webhookPath }, webhook(members));
    expect((await test(gateway)).warnings).toEqual([expect.stringMatching(warning)]);
  });

  it('warns when the app has no such webhook, or none is entered', async () => {
    await using gateway = await startGateway();
    gateway.vendor.on(
      { path: webhookPath },
      { status: 404, body: { name: 'INVALID_RESOURCE_ID', message: 'No such webhook.' } },
    );
    expect((await test(gateway)).warnings).toEqual([expect.stringContaining('No such webhook.')]);
    await using without = await startGateway({ webhookId: undefined });
    expect((await test(without)).warnings).toEqual([expect.stringContaining('No webhook ID')]);
  });

  it('fails for credentials that PayPal refuses', async () => {
    await using gateway = await startGateway();
    gateway.vendor.on({ path: '/v1/oauth2/token' }, { status: 401, body: { error: 'invalid_client' } });
    await expect(test(gateway)).rejects.toMatchObject({ code: 'credentials_invalid' });
  });

  it('fails for an answer that names no app', async () => {
    await using gateway = await startGateway();
    gateway.vendor.on({ path: '/v1/oauth2/token' }, { body: { ...token, app_id: undefined } });
    await expect(test(gateway)).rejects.toMatchObject({ code: 'answer_unreadable' });
  });
});
