import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SandboxProvider, startSandboxProvider } from '../../src/demo/sandbox-provider.ts';
import { type Browsing, browserPath, looksRight, startBrowsing } from '../support/browser.ts';
import { eventually } from '../support/api.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface Payment {
  readonly id: string;
  readonly status: string;
  readonly attempts: readonly { readonly providerRef: string }[];
}

describe.skipIf(browserPath === undefined)('payments, in the dashboard', () => {
  const cleanup = new AsyncDisposableStack();
  let browsing: Browsing;
  let provider: SandboxProvider;

  beforeAll(async () => {
    browsing = cleanup.use(await startBrowsing());
    const folder = cleanup.use(await temporaryFolder());
    provider = await startSandboxProvider(folder.path);
    cleanup.defer(async () => provider.close());
    const { url: apiBase, apiKey, webhookSecrets } = provider;
    await browsing.api.ok('POST', '/api/connections', {
      body: { plugin: 'gateway-sandbox', name: 'Sandbox', settings: { apiBase }, secrets: { apiKey, webhookSecrets } },
    });
  });

  afterAll(async () => cleanup.disposeAsync());

  const read = async (id: string) => browsing.api.ok<Payment>('GET', `/api/payments/${id}`);
  const create = async (body: object) => browsing.api.ok<Payment>('POST', '/api/payments', { body });
  const press = async ({ attempts }: Payment, outcome: string) =>
    provider.press(attempts[0]?.providerRef ?? '', outcome);

  /** Made through the API and paid at the provider. */
  async function paid(body: object, outcome: string, status: string): Promise<Payment> {
    const payment = await create(body);
    await press(payment, outcome);
    return eventually(
      async () => read(payment.id),
      (now) => now.status === status,
    );
  }

  async function opened({ id }: Payment): Promise<Page> {
    const page = await browsing.signedIn();
    await page.goto(`/payments/${id}`);
    await page.getByRole('heading', { level: 1 }).filter({ hasText: 'Payment' }).waitFor();
    return page;
  }

  test('one is made by hand, is paid at the provider, and the page says so by itself, with what happened', async () => {
    const page = await browsing.signedIn();
    await page.getByRole('link', { name: 'Payments' }).click();
    await page.getByText('There are no payments yet').waitFor();
    await looksRight(page, 'no-payments');
    await page.getByRole('link', { name: 'New payment' }).first().click();
    await page.getByLabel('Amount').fill('12.999');
    await page.getByText('Write it like 12.99').waitFor();
    await page.getByLabel('Amount').fill('12.99');
    await page.getByLabel('Reference').fill('order-1');
    await page.getByLabel('Your id of them').fill('customer-1');
    await page.getByLabel('E-mail').fill('ada@example.com');
    await page.getByLabel('One gateway is asked at once').check();
    await page.getByRole('checkbox', { name: 'Sandbox' }).waitFor();
    await looksRight(page, 'new-payment');
    await page.getByRole('button', { name: 'Make the payment' }).click();
    await page.getByRole('heading', { level: 1, name: 'Payment order-1' }).waitFor();
    await page.getByText('waiting for the customer').waitFor();
    await page.getByRole('button', { name: 'Copy the checkout address' }).first().waitFor();

    const id = page.url().split('/').at(-1) ?? '';
    await press(await read(id), 'pay');
    // Nobody reloads the page: the event stream tells it.
    await page.getByText('The money is ours.').waitFor();
    const timeline = page.getByRole('region', { name: 'Timeline' });
    await timeline.getByText('The payment of 12.99 USD was created.').waitFor();
    await timeline.getByText('Sandbox took 12.99 USD for us, and keeps 0.12 USD of it.').waitFor();
    await timeline.getByText('Booked: 12.99 USD from customers to what the gateway holds.').waitFor();
    await timeline.getByText('Raw data').first().click();
    await timeline.getByText('"amountMinor": "1299"').first().waitFor();
    await looksRight(page, 'payment');
  });

  test('a part of one is refunded after a question that names the amount, and the ledger has booked it', async () => {
    const payment = await paid({ amountMinor: '5000', currency: 'EUR', reference: 'order-2' }, 'pay', 'captured');
    const page = await opened(payment);
    await page.getByRole('button', { name: 'Refund …' }).click();
    const form = page.getByRole('dialog', { name: 'Refund order-2' });
    await form.getByLabel('Amount').fill('50.01');
    await form.getByText('At most 50.00 EUR.').waitFor();
    await form.getByLabel('Amount').fill('20.50');
    await looksRight(page, 'refund');
    await form.getByRole('button', { name: 'Go on' }).click();
    const question = page.getByRole('dialog', { name: 'Refund 20.50 EUR?' });
    await question.getByText('20.50 EUR leave your account at Sandbox and go back to the customer.').waitFor();
    await looksRight(page, 'refund-question');
    await question.getByRole('button', { name: 'Refund 20.50 EUR' }).click();
    await page.getByText('refunded in part').waitFor();
    await page.getByRole('region', { name: 'Refunds' }).first().getByText('20.50 EUR').waitFor();
    await looksRight(page, 'payment-refunded');
    expect(await provider.call('GET', '/control/counts')).toMatchObject({ refunds: 1 });

    await page.getByRole('link', { name: 'Ledger' }).click();
    const balances = page.getByRole('region', { name: 'Balances' }).last();
    await balances.getByRole('row', { name: /customers.*−29\.50 EUR/ }).waitFor();
    await page.getByText('all accounts together hold nothing, as it must be').waitFor();
    await looksRight(page, 'ledger');

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export as CSV' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^ledger-\d{4}-\d{2}-\d{2}\.csv$/);
    const csv = await readFile(await file.path(), 'utf8');
    expect(csv).toMatch(/^entry,at,payment,booking,account,amount_minor,currency\r\n/);
    expect(csv).toContain(`${payment.id},refund:1:`);
    expect(csv).toContain(',customer,2050,EUR');

    await page.getByRole('button', { name: 'Compare and mend …' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Compare and mend' }).click();
    await page.getByText(/Compared .*0 added, 0 mended, 0 taken out/).waitFor();
  });

  test('held money is captured in part, and the rest given back', async () => {
    const wish = { amountMinor: '10000', currency: 'USD', reference: 'order-3', capture: 'manual' };
    const page = await opened(await paid(wish, 'pay', 'authorized'));
    await page.getByRole('button', { name: 'Capture …' }).click();
    const form = page.getByRole('dialog', { name: 'Capture order-3' });
    await form.getByLabel('Amount').fill('60');
    await form.getByLabel('Give the rest back to the customer').check();
    await form.getByRole('button', { name: 'Go on' }).click();
    const question = page.getByRole('dialog', { name: 'Capture 60.00 USD?' });
    await question.getByText('The rest goes back to them').waitFor();
    await question.getByRole('button', { name: 'Capture 60.00 USD' }).click();
    await page.getByText('captured in part, closed').waitFor();
    expect(await page.getByRole('button', { name: 'Capture …' }).count()).toBe(0);
  });

  test('one that nobody paid is cancelled, and held money is given back', async () => {
    const open = await create({ amountMinor: '700', currency: 'USD', reference: 'order-4' });
    const page = await opened(open);
    await page.getByRole('button', { name: 'Cancel payment …' }).click();
    await page.getByRole('dialog').getByText('no money moves').waitFor();
    await page.getByRole('button', { name: 'Cancel the payment' }).click();
    await page.getByText('It was ended before anybody paid.').waitFor();
    expect((await read(open.id)).status).toBe('cancelled');

    const held = await paid({ amountMinor: '800', currency: 'USD', capture: 'manual' }, 'pay', 'authorized');
    const other = await opened(held);
    await other.getByRole('button', { name: 'Void …' }).click();
    await other.getByRole('dialog').getByText('The 8.00 USD that are held go back').waitFor();
    await other.getByRole('dialog').getByRole('button', { name: 'Void' }).click();
    await eventually(
      async () => read(held.id),
      ({ status }) => status === 'cancelled',
    );
  });

  test('one in review is found in the queue, says what does not fit, and is decided', async () => {
    const payment = await paid({ amountMinor: '3000', currency: 'USD', reference: 'order-5' }, 'pay_more', 'review');
    const page = await browsing.signedIn();
    await page.goto('/payments/review');
    await page.getByText('30.00 USD were asked for, and 31.00 USD were captured.').waitFor();
    await looksRight(page, 'payments-in-review');
    await page.getByRole('link', { name: 'order-5' }).click();
    await page.getByRole('heading', { name: 'This payment waits for a decision' }).waitFor();
    expect(await page.getByRole('button', { name: 'Decide' }).isDisabled(), 'without a reason').toBe(true);
    await page.getByLabel('It is paid').check();
    await page.getByLabel('Why').fill('The customer was called and gave a tip.');
    await looksRight(page, 'payment-in-review');
    await page.getByRole('button', { name: 'Decide' }).click();
    const question = page.getByRole('dialog', { name: 'order-5: it is paid?' });
    await question.getByText('No money moves by this.').waitFor();
    await question.getByRole('button', { name: 'Decide' }).click();
    await page.getByText('Somebody decided that it is captured: “The customer was called and gave a tip.”').waitFor();
    expect((await read(payment.id)).status).toBe('captured');
    await page.getByRole('link', { name: 'In review' }).click();
    await page.getByText('Nothing waits for a decision').waitFor();
  });

  test('lists are narrowed by the address, and a payment is found by its reference', async () => {
    await create({ amountMinor: '100', currency: 'JPY', reference: 'order-6' });
    const page = await browsing.signedIn();
    await page.goto('/payments?status=requires_action');
    const table = page.getByRole('region', { name: 'Payments' });
    await table.getByRole('row', { name: /order-6.*100 JPY/ }).waitFor();
    expect(await table.getByText('order-5').count()).toBe(0);
    await page.goto('/payments');
    await table.getByText('order-5').waitFor();
    await page.getByLabel('Reference').fill('order-6');
    await expect.poll(async () => table.getByRole('row').count(), { timeout: 30_000 }).toBe(2);
    expect(new URL(page.url()).search).toBe('?reference=order-6');
    await looksRight(page, 'payments');
  });

  test('money is sent to somebody after a question that names the amount and the receiver', async () => {
    const page = await browsing.signedIn();
    await page.goto('/payments/payouts/new');
    await page.getByRole('combobox', { name: 'Through' }).click();
    await page.getByRole('option', { name: 'Sandbox' }).click();
    await page.getByLabel('Amount').fill('7.5');
    await page.getByRole('textbox', { name: 'To', exact: true }).fill('acct-77');
    await page.getByLabel('Reference').fill('rent');
    await looksRight(page, 'new-payout');
    await page.getByRole('button', { name: 'Go on' }).click();
    const question = page.getByRole('dialog', { name: 'Send 7.50 USD to acct-77?' });
    await question.getByText('7.50 USD leave your account at Sandbox and go to acct-77.').waitFor();
    await question.getByRole('button', { name: 'Send 7.50 USD' }).click();
    await page.getByRole('heading', { level: 1, name: 'Payout rent' }).waitFor();
    await page.getByText('arrived').waitFor();
    await looksRight(page, 'payout');
    await page.getByRole('link', { name: 'Payouts' }).click();
    await page.getByRole('row', { name: /rent.*7\.50 USD.*arrived.*acct-77/ }).waitFor();
    await looksRight(page, 'payouts');
  });

  test('a dispute, a subscription and a customer have their pages; the subscription is ended', async () => {
    const customer = { id: 'customer-2', name: 'Bob', email: 'bob@example.com' };
    const subscription = { billing: 'provider', unit: 'month', name: 'Plan A' };
    await paid({ amountMinor: '990', currency: 'EUR', customer, subscription }, 'pay', 'captured');
    await press(
      await paid({ amountMinor: '4000', currency: 'USD', reference: 'order-7' }, 'pay', 'captured'),
      'dispute',
    );
    const page = await browsing.signedIn();
    await page.goto('/payments/disputes');
    await page.getByRole('row', { name: /order-7.*needs an answer.*40\.00 USD/ }).waitFor();
    await looksRight(page, 'disputes');

    await page.getByRole('link', { name: 'Subscriptions' }).click();
    await page.getByLabel('Days before a period').fill('5');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Each subscription takes it up with its next change.').waitFor();
    expect(await browsing.api.ok('GET', '/api/subscriptions/settings')).toEqual({ reminderDays: 5 });
    await looksRight(page, 'subscriptions');
    await page.getByRole('link', { name: 'Plan A' }).click();
    await page.getByText('9.90 EUR each month').waitFor();
    await looksRight(page, 'subscription');
    await page.getByRole('button', { name: 'End it …' }).click();
    await page.getByLabel('At once').check();
    await page.getByRole('dialog').getByRole('button', { name: 'End it' }).click();
    await page.getByText('cancelled', { exact: true }).waitFor();

    await page.getByRole('link', { name: 'Customers' }).click();
    await page.getByLabel('E-mail').fill('bob@');
    await page.getByRole('link', { name: 'Bob' }).waitFor();
    await looksRight(page, 'customers');
    await page.getByRole('link', { name: 'Bob' }).click();
    await page.getByRole('button', { name: 'Change …' }).click();
    await page.getByRole('dialog').getByLabel('Country').fill('de');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText('DE', { exact: true }).waitFor();
    await looksRight(page, 'customer');
  });

  test('routing is set: what a gateway costs and takes, and a rule', async () => {
    const page = await browsing.signedIn();
    await page.goto('/payments/routing');
    await page.getByRole('button', { name: 'Change how Sandbox is offered' }).click();
    const form = page.getByRole('dialog');
    await looksRight(page, 'gateway-terms');
    await form.getByLabel('Rate of the charge').fill('2.9');
    await form.getByLabel('Fixed part of the charge').fill('USD 30 cents');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('is not like “USD 0.30”').waitFor();
    await form.getByLabel('Fixed part of the charge').fill('USD 0.30');
    await form.getByRole('button', { name: 'Save' }).click();
    await page.getByText('2.9 % and USD 0.30, paid by the merchant').waitFor();

    await page.getByRole('button', { name: 'Add a rule' }).click();
    await form.getByLabel('Name').fill('Large amounts');
    await form.getByLabel('From these amounts on').fill('USD 1000');
    await form.getByRole('combobox', { name: 'Only these are asked' }).click();
    await page.getByRole('option', { name: 'Sandbox' }).click();
    await form.getByRole('heading').click();
    await form.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Where the amount is at least USD 1000.00, only these are asked:').waitFor();
    await looksRight(page, 'routing');
    const routing = await browsing.api.ok<{ rules: readonly object[]; gateways: object }>(
      'GET',
      '/api/payments/routing',
    );
    expect(routing.rules).toMatchObject([{ name: 'Large amounts', from: { USD: '100000' } }]);
    expect(Object.values(routing.gateways)).toMatchObject([{ ratePercent: '2.9', fixed: { USD: '30' } }]);
  });

  test('whoever may only look is offered nothing that acts', async () => {
    const payment = await paid({ amountMinor: '500', currency: 'USD', reference: 'order-8' }, 'pay', 'captured');
    const body = { email: 'looks@example.com', role: 'viewer' };
    const viewer = await browsing.api.ok<{ email: string; password: string }>('POST', '/api/users', { body });
    const page = await browsing.signedIn(viewer);
    await page.goto(`/payments/${payment.id}`);
    await page.getByText('The money is ours.').waitFor();
    for (const name of ['Refund …', 'Check now', 'Cancel payment …']) {
      expect(await page.getByRole('button', { name }).count(), name).toBe(0);
    }
    await page.goto('/payments');
    await page.getByRole('link', { name: 'order-8' }).waitFor();
    expect(await page.getByRole('link', { name: 'New payment' }).count()).toBe(0);
  });
});
