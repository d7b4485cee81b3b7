import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SandboxProvider, startSandboxProvider } from '../src/demo/sandbox-provider.ts';
import { type Answer, type Api, createApi, type Problem } from './support/api.ts';
import { type HubProcess, startHubProcess } from './support/hub-process.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

interface Payment {
  readonly id: string;
  readonly status: string;
  readonly checkoutUrl: string;
  readonly attempts: readonly object[];
}

/** A payer without JavaScript and without an account: what a browser does with links, forms and redirects. */
describe('the checkout page', () => {
  const cleanup = new AsyncDisposableStack();
  let hub: HubProcess;
  let api: Api;
  let provider: SandboxProvider;
  let shop: string;
  beforeAll(async () => {
    const folder = cleanup.use(await temporaryFolder());
    hub = await startHubProcess({ dataDir: folder.path });
    cleanup.defer(async () => void (await hub.stop()));
    provider = await startSandboxProvider(folder.path);
    cleanup.defer(() => provider.close());
    api = createApi(hub.url);
    await api.signIn();
    shop = await addSandbox('Sandbox');
  });
  afterAll(() => cleanup.disposeAsync());

  async function addSandbox(name: string): Promise<string> {
    const { url: apiBase, apiKey, webhookSecrets } = provider;
    const body = { plugin: 'gateway-sandbox', name, settings: { apiBase }, secrets: { apiKey, webhookSecrets } };
    return (await api.ok<{ id: string }>('POST', '/api/connections', { body })).id;
  }
  const link = (body: object = {}) =>
    api.ok<Payment>('POST', '/api/payments', {
      body: { amountMinor: '1299', currency: 'USD', checkout: 'page', ...body },
    });
  const read = ({ id }: Payment) => api.ok<Payment>('GET', `/api/payments/${id}`);
  const browse = (url: string, form?: Readonly<Record<string, string>>) =>
    fetch(url, { redirect: 'manual', ...(form && { method: 'POST', body: new URLSearchParams(form) }) });
  const keyIn = (page: string) => /name="method" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const locationOf = (answer: Response) => answer.headers.get('location') ?? '';
  /** Opens the page, chooses the first way, and presses a button at the provider. @returns where it sends the payer */
  async function payAtProvider({ checkoutUrl }: Payment, outcome = 'pay'): Promise<string> {
    const page = await browse(checkoutUrl);
    const chosen = await browse(checkoutUrl, { method: keyIn(await page.text()) });
    expect([page.status, chosen.status]).toEqual([200, 303]);
    const checkout = locationOf(chosen);
    expect(checkout).toMatch(new RegExp(`^${provider.url}/pay/`));
    return locationOf(await browse(checkout, { outcome }));
  }

  test('takes a payer from the link to “paid”, though every webhook is lost', async () => {
    await provider.call('POST', '/control/webhooks', { mode: 'lost' });
    const payment = await link({ description: 'Two chairs', reference: 'order-7' });
    const back = await payAtProvider(payment);
    expect(back).toBe(`${payment.checkoutUrl}/return`);
    const page = await browse(`${back}?token=EC-1&PayerID=added-by-the-provider`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Thank you: this is paid')]);
    expect(await read(payment)).toMatchObject({ status: 'captured', attempts: [{ connection: shop }] });
    expect(await (await browse(payment.checkoutUrl)).text()).toContain('Thank you: this is paid');
    await provider.call('POST', '/control/webhooks', { mode: 'normal' });
  });

  test('sends the payer on to the shop, with payment and status', async () => {
    const returnUrl = 'https://shop.example/done?order=7';
    const payment = await link({ returnUrl, cancelUrl: 'https://shop.example/basket' });
    const answer = await browse(await payAtProvider(payment));
    expect([answer.status, locationOf(answer)]).toEqual([303, `${returnUrl}&payment=${payment.id}&status=captured`]);
    const other = await link({ returnUrl, cancelUrl: 'https://shop.example/basket' });
    const cancelled = await browse(await payAtProvider(other, 'cancel'));
    expect(locationOf(cancelled)).toBe(`https://shop.example/basket?payment=${other.id}&status=cancelled`);
  });

  test('is sent with its own headers alone, and runs nothing that somebody wrote into a payment', async () => {
    const evil = '"><script>alert(1)</script>';
    const answer = await browse((await link({ description: evil, reference: evil })).checkoutUrl);
    const headers = Object.fromEntries(answer.headers);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self' https: http:; base-uri 'none'; frame-ancestors 'none'$/,
    );
    const page = await answer.text();
    expect(page).not.toContain('<script');
    expect(page).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  test('chosen ten times at once, opens one checkout', async () => {
    const payment = await link();
    const method = keyIn(await (await browse(payment.checkoutUrl)).text());
    const answers = await Promise.all(Array.from({ length: 10 }, () => browse(payment.checkoutUrl, { method })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect((await read(payment)).attempts).toHaveLength(1);
  });

  test('of a payment that was cancelled takes nothing', async () => {
    const payment = await link();
    const method = keyIn(await (await browse(payment.checkoutUrl)).text());
    await api.ok('POST', `/api/payments/${payment.id}/cancel`);
    expect(await (await browse(payment.checkoutUrl)).text()).toContain('This payment was cancelled');
    const answer = await browse(payment.checkoutUrl, { method });
    expect(new URL(locationOf(answer), hub.url).href).toBe(payment.checkoutUrl);
    expect((await read(payment)).attempts).toEqual([]);
  });

  test('is 404 at any other address, with the same page', async () => {
    const pages = [];
    for (const path of ['/pay/x', '/pay/__proto__', '/pay/%00', `/pay/${'x'.repeat(190)}/return`, '/pay/x/cancel']) {
      const answer = await browse(`${hub.url}${path}`);
      pages.push([answer.status, await answer.text()]);
    }
    for (const page of pages) expect(page).toEqual([404, expect.stringContaining('This link is not valid')]);
    expect(new Set(pages.map(([, text]) => text)).size).toBe(1);
  });

  test('lets nobody who reads the log or the audit see it', async () => {
    const payment = await link();
    const token = payment.checkoutUrl.slice(payment.checkoutUrl.lastIndexOf('/') + 1);
    await payAtProvider(payment);
    const audit = await api.all<{ action: string; target: string }>('/api/audit');
    expect(audit).toContainEqual(
      expect.objectContaining({
        action: 'payment.choose-method',
        target: payment.id,
        actor: { kind: 'anonymous', id: 'anonymous', name: '' },
      }),
    );
    expect(JSON.stringify(audit)).not.toContain(token);
    expect(hub.stdout() + hub.stderr()).not.toContain(token);
  });

  describe('what an admin sets', () => {
    const path = '/api/payments/routing';
    const put = (body: object, ifMatch?: string): Promise<Answer> =>
      api.call('PUT', path, { body, ...(ifMatch === undefined ? {} : { headers: { 'if-match': ifMatch } }) });
    const faults = (answer: Answer) => answer.json<Problem>().errors.map((error) => error.path);

    test('is at its own address beside those of payments, with its version', async () => {
      const before = await api.call('GET', path);
      expect([before.status, before.headers.get('etag'), before.json()]).toEqual([
        200,
        '"0"',
        { gateways: {}, rules: [] },
      ]);
      const gateways = { [shop]: { label: 'Card <1>', ratePercent: '2.9', chargePaidBy: 'customer' } };
      const set = await put({ gateways, rules: [] }, '"0"');
      expect([set.status, set.headers.get('etag')]).toEqual([200, '"1"']);
      expect((await put({ gateways, rules: [] }, '"0"')).status).toBe(412);
      expect(await api.ok('GET', '/api/payments/options?amount=1000&currency=USD')).toMatchObject({
        options: [
          { connection: shop, label: 'Card <1>', charge: { amountMinor: '29' }, total: { amountMinor: '1029' } },
        ],
        unavailable: [],
      });
      const page = await (await browse((await link()).checkoutUrl)).text();
      expect(page).toContain('Card &lt;1&gt;');
      expect(page).toContain('13.37 USD');
    });

    test('is refused where it cannot be meant, with the path', async () => {
      const terms = (part: object) => put({ gateways: { [shop]: part }, rules: [] });
      expect(faults(await put({ gateways: {}, rules: [{ name: 'a', use: ['nobody'] }] }))).toEqual([
        '/body/rules/0/use/0',
      ]);
      expect(faults(await terms({ fixed: { eur: 5 } }))).toEqual([`/body/gateways/${shop}/fixed/eur`]);
      expect(faults(await terms({ minimum: { EUR: '1.5' } }))).toEqual([`/body/gateways/${shop}/minimum/EUR`]);
      expect(faults(await terms({ ratePercent: 2.9 }))).toEqual([`/body/gateways/${shop}/ratePercent`]);
      const metadata = await api.call('POST', '/api/payments', {
        body: { amountMinor: '1', currency: 'USD', metadata: { 'not a name': { deep: 1 } } },
      });
      expect(faults(metadata)).toEqual(['/body/metadata/not a name']);
    });

    test.each([
      ['amount=0&currency=USD', '/query/amount'],
      ['amount=1.5&currency=USD', '/query/amount'],
      ['amount=100&currency=usd', '/query/currency'],
      ['amount=100&currency=QQQ', '/query/currency'],
      ['currency=USD', '/query/amount'],
    ])('options of %s are refused', async (query, fault) => {
      const answer = await api.call('GET', `/api/payments/options?${query}`);
      expect([answer.status, faults(answer)]).toEqual([400, [fault]]);
    });
  });

  test('takes only so many choices a minute from one address', async () => {
    let answer = await browse(`${hub.url}/pay/x`, { method: 'x' });
    for (let count = 0; count < 60 && answer.status === 404; count += 1) {
      answer = await browse(`${hub.url}/pay/x`, { method: 'x' });
    }
    expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([429, 'too_many_requests']);
  });
});
