import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SandboxProvider, startSandboxProvider } from '../../src/demo/sandbox-provider.ts';
import { type Api, createApi, eventually } from '../support/api.ts';
import { type HubProcess, startHubProcess } from '../support/hub-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface Payment {
  readonly id: string;
  readonly status: string;
  readonly refunded: { readonly amountMinor: string };
  readonly attempts: readonly { readonly providerRef: string }[];
}
interface Subscription {
  readonly status: string;
  readonly currentPeriodEnd: string;
  readonly cancelsAt: string | null;
  readonly subscriptionRef: string;
  readonly periods: readonly { readonly paymentId: string; readonly endsAt: string }[];
}

/** Books, customers, subscriptions and payouts of a real hub, with a provider that is a process of its own. */
describe('what follows payments', () => {
  const cleanup = new AsyncDisposableStack();
  let hub: HubProcess;
  let api: Api;
  let provider: SandboxProvider;
  let connection: string;
  beforeAll(async () => {
    const folder = cleanup.use(await temporaryFolder());
    hub = await startHubProcess({ dataDir: folder.path });
    cleanup.defer(async () => void (await hub.stop()));
    provider = await startSandboxProvider(folder.path);
    cleanup.defer(() => provider.close());
    api = createApi(hub.url);
    await api.signIn();
    const { url: apiBase, apiKey, webhookSecrets } = provider;
    const body = {
      plugin: 'gateway-sandbox',
      name: 'Sandbox',
      settings: { apiBase },
      secrets: { apiKey, webhookSecrets },
    };
    ({ id: connection } = await api.ok<{ id: string }>('POST', '/api/connections', { body }));
  });
  afterAll(() => cleanup.disposeAsync());

  async function pay(part: object): Promise<Payment> {
    const body = { amountMinor: '1000', currency: 'USD', ...part };
    const payment = await api.ok<Payment>('POST', '/api/payments', { body });
    await provider.press(payment.attempts[0]?.providerRef ?? '', 'pay');
    return payment;
  }
  const get = <Body>(path: string) => api.ok<Body>('GET', path);
  const subscription = (id: string) => get<Subscription>(`/api/subscriptions/${id}`);
  const tell = async (order: 'normal' | 'reversed') => {
    await provider.call('POST', '/control/webhooks/release', { order });
    await provider.call('POST', '/control/webhooks', { mode: 'duplicate' });
  };

  test('a subscription whose webhooks come late, twice and in the other order has its periods, each with its payment', async () => {
    await provider.call('POST', '/control/webhooks', { mode: 'hold' });
    const { id } = await pay({
      subscription: { billing: 'provider', every: 1, unit: 'month', name: 'Pro' },
      customer: { id: 'c1', email: 'c1@example.com' },
    });
    const { checkouts } = await provider.call<{ checkouts: { subscription?: { id: string } }[] }>(
      'GET',
      '/control/checkouts',
    );
    const ref = checkouts.at(-1)?.subscription?.id ?? '';
    await provider.call('POST', `/control/subscriptions/${ref}/bill`, { outcome: 'paid' });
    await tell('reversed');
    await eventually(
      () => get<{ items: Subscription[] }>('/api/subscriptions?status=active'),
      ({ items }) => items[0]?.periods.length === 2,
    );
    const found = await subscription(id);
    expect(found).toMatchObject({ status: 'active', subscriptionRef: ref });
    expect(found.periods[0]?.paymentId).toBe(id);
    const second = found.periods[1]?.paymentId ?? '';
    const captured = (payment: string) =>
      eventually(
        () => get<Payment>(`/api/payments/${payment}`),
        ({ status }) => status === 'captured',
      );
    expect(await captured(second)).toMatchObject({ subscription: { of: id } });
    expect(await captured(id)).toMatchObject({ captured: { amountMinor: '1000' } });

    await api.ok('POST', `/api/payments/${second}/refund`, { body: { amountMinor: '300' } });
    const refunded = await eventually(
      () => get<Payment>(`/api/payments/${second}`),
      (payment) => payment.status === 'partially_refunded',
    );
    expect(refunded.refunded.amountMinor).toBe('300');
    expect((await get<Payment>(`/api/payments/${id}`)).refunded.amountMinor).toBe('0');

    const body = { when: 'period_end' };
    await api.ok('POST', `/api/subscriptions/${id}/cancel`, { body });
    expect((await subscription(id)).cancelsAt).toBe(found.currentPeriodEnd);
    await api.ok('POST', `/api/subscriptions/${id}/cancel`, { body: { when: 'now' } });
    expect((await subscription(id)).status).toBe('cancelled');
    await eventually(
      () => get<{ items: { id: string; payments: number }[] }>('/api/customers?email=C1@'),
      ({ items }) => items[0]?.id === 'c1' && items[0].payments === 2,
    );
  });

  test('a payout is sent and settled, and everything is in books that sum to zero', async () => {
    const headers = { 'idempotency-key': 'payout-1' };
    const body = { connection, amountMinor: '250', currency: 'USD', destination: 'acct_9' };
    const first = await api.ok<{ id: string }>('POST', '/api/payouts', { body, headers });
    expect((await api.ok<{ id: string }>('POST', '/api/payouts', { body, headers })).id).toBe(first.id);
    await eventually(
      () => get<{ status: string }>(`/api/payouts/${first.id}`),
      ({ status }) => status === 'succeeded',
    );
    const books = await eventually(
      () => get<{ balances: { account: string; amountMinor: string }[]; balanced: boolean }>('/api/ledger/balances'),
      ({ balances }) => balances.some(({ account }) => account === `payouts:${connection}`),
    );
    expect(books.balanced).toBe(true);
    expect(books.balances).toContainEqual({ account: `payouts:${connection}`, amountMinor: '250', currency: 'USD' });
    const csv = await api.call('GET', '/api/ledger/export');
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.text.split('\r\n').length).toBeGreaterThan(6);
    await api.ok('POST', '/api/ledger/rebuild');
    const rebuilt = await eventually(
      () => get<{ state: string; added: number; mended: number; voided: number }>('/api/ledger/rebuild'),
      ({ state }) => state === 'done',
    );
    expect(rebuilt).toMatchObject({ added: 0, mended: 0, voided: 0 });
  });

  test('a payment that does not fit is an incident until somebody says what it is', async () => {
    const payment = await api.ok<Payment>('POST', '/api/payments', { body: { amountMinor: '1000', currency: 'USD' } });
    const checkout = payment.attempts[0]?.providerRef ?? '';
    await provider.call('POST', `/control/checkouts/${checkout}`, { outcome: 'pay', amount: '900' });
    const open = async () =>
      (await get<{ items: { subject: { id: string }; code: string }[] }>('/api/incidents?state=open')).items.filter(
        ({ subject }) => subject.id === payment.id,
      );
    const [incident] = await eventually(open, (items) => items.length > 0);
    expect(incident?.code).toBe('payment_in_review');
    const body = { status: 'captured', note: 'A discount.' };
    await api.ok('POST', `/api/payments/${payment.id}/resolve`, { body });
    await eventually(open, (items) => items.length === 0);
  });
});
