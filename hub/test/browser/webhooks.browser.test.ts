import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHmac } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browsing, browserPath, looksRight, startBrowsing } from '../support/browser.ts';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A product's server that takes webhooks, and refuses them while `status` says so. */
async function receiver() {
  const received: Received[] = [];
  const state = { status: 200, received };
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      response.writeHead(state.status, { 'content-type': 'application/json' }).end('{"thanks":"<b>a lot</b>"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(state, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

/** Nobody listens there: nothing is asked of it. */
const settings = { apiBase: 'http://127.0.0.1:9' };
const secrets = { apiKey: 'sk_sandbox_made_up', webhookSecrets: ['whsec_sandbox_made_up'] };
/** Only to end what hangs: a busy machine takes its time. */
const patience = { timeout: 30_000 };

describe.skipIf(browserPath === undefined)('webhooks out, in the dashboard', () => {
  const cleanup = new AsyncDisposableStack();
  let browsing: Browsing;
  let product: Awaited<ReturnType<typeof receiver>>;
  let secret: string;

  beforeAll(async () => {
    product = cleanup.use(await receiver());
    browsing = cleanup.use(await startBrowsing());
  });

  afterAll(async () => cleanup.disposeAsync());

  async function openedEndpoint(): Promise<Page> {
    const page = await browsing.signedIn();
    await page.getByRole('link', { name: 'Webhooks out' }).click();
    await page.getByRole('link', { name: product.url }).click();
    await page.getByRole('heading', { level: 1, name: new URL(product.url).host }).waitFor();
    return page;
  }

  test('an endpoint is added with events from the catalogue; its secret is shown once', async () => {
    const page = await browsing.signedIn();
    await page.getByRole('link', { name: 'Webhooks out' }).click();
    await page.getByText('Nobody is told of events').waitFor();
    await page.getByRole('link', { name: 'Add an endpoint' }).first().click();
    await page.getByRole('textbox', { name: 'Address' }).fill(product.url);
    await page.getByLabel('Description').fill('Shop');
    await page.getByRole('combobox', { name: 'Events' }).fill('webhook_endpoint');
    await page.getByRole('option', { name: 'webhook_endpoint.*' }).click();
    await page.getByRole('combobox', { name: 'Events' }).fill('connection');
    await page.getByRole('option', { name: 'connection.created' }).click();
    await page.getByRole('heading', { level: 1 }).click();
    await page.getByRole('button', { name: 'Add the endpoint' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Allow private addresses').check();
    await looksRight(page, 'new-endpoint');
    await page.getByRole('button', { name: 'Add the endpoint' }).click();
    await page.getByText('shown this once').waitFor();
    secret = (await page.locator('code').first().textContent()) ?? '';
    expect(secret).toMatch(/^whsec_/);
    await looksRight(page, 'endpoint-secret');
    await page.getByRole('link', { name: 'I have kept it' }).click();
    await page.getByRole('heading', { level: 1, name: new URL(product.url).host }).waitFor();
    await expect.poll(async () => page.getByText(secret).count(), { message: 'the secret is shown once' }).toBe(0);
    await looksRight(page, 'endpoint');
  });

  test('a test arrives signed; its delivery shows what was sent and answered, and is sent again with the same id', async () => {
    const page = await openedEndpoint();
    await page.getByRole('button', { name: 'Send a test' }).click();
    await page.getByRole('heading', { level: 1, name: 'webhook_endpoint.tested' }).waitFor();
    await page.getByText('arrived', { exact: true }).waitFor();
    await page.getByText('"thanks": "<b>a lot</b>"').waitFor();
    await page.getByRole('region', { name: 'The body' }).getByText('"type": "webhook_endpoint.tested"').waitFor();
    await looksRight(page, 'delivery');
    const [first] = product.received;
    const id = String(first?.headers['webhook-id']);
    const signed = `${id}.${String(first?.headers['webhook-timestamp'])}.${first?.body}`;
    const mac = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64')).update(signed);
    expect(first?.headers['webhook-signature']).toBe(`v1,${mac.digest('base64')}`);

    await page.getByRole('button', { name: 'Redeliver …' }).click();
    const question = page.getByRole('dialog', { name: 'Send webhook_endpoint.tested again?' });
    await question.getByText('with the same webhook-id').waitFor();
    await question.getByRole('button', { name: 'Redeliver' }).click();
    await expect.poll(() => product.received.length, patience).toBe(2);
    expect(product.received[1]?.headers['webhook-id']).toBe(id);
    await expect.poll(async () => page.getByText('It arrived.').count(), patience).toBe(2);
  });

  test('what a server refuses is shown with its answer, and found by its status', async () => {
    product.status = 500;
    const page = await openedEndpoint();
    await page.getByRole('button', { name: 'Send a test' }).click();
    await page.getByText('under way').waitFor();
    await page.getByText('The answer was 500.').first().waitFor();
    await page.getByRole('link', { name: 'Deliveries' }).click();
    await page.getByRole('combobox', { name: 'Status' }).click();
    await page.getByRole('option', { name: 'under way' }).click();
    const rows = page.getByRole('region', { name: 'Deliveries' }).getByRole('row');
    await expect.poll(async () => rows.count(), patience).toBe(2);
    await page.getByRole('row', { name: /webhook_endpoint\.tested.*under way.*The answer was 500/ }).waitFor();
    await looksRight(page, 'deliveries');
    product.status = 200;
  });

  test('every event of a span is sent again in the background, and the page says how far that is', async () => {
    const body = { plugin: 'gateway-sandbox', name: 'Sandbox', settings, secrets };
    const { id } = await browsing.api.ok<{ id: string }>('POST', '/api/connections', { body });
    const told = () => product.received.filter((one) => (JSON.parse(one.body) as { subject: string }).subject === id);
    await expect.poll(() => told().length, patience).toBe(1);
    const page = await openedEndpoint();
    await page.getByLabel('Every event that the endpoint takes').check();
    await page.getByLabel('From').fill('2026-01-01T00:00');
    await page.getByRole('button', { name: 'Send again …' }).click();
    await page.getByRole('dialog').getByText('the same webhook-id as before').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Send again' }).click();
    await page.getByText(/\d+ looked at, 1 to be sent\. All are looked at\./).waitFor();
    await expect.poll(() => told().length, patience).toBe(2);
    const [first, second] = told();
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
  });

  test('an endpoint is changed, given a new secret, disabled, enabled and removed', async () => {
    const page = await openedEndpoint();
    await page.getByLabel('Description').fill('Shop in Berlin');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Events from now on go by it.').waitFor();
    await page.getByRole('region', { name: 'About it' }).getByText('Shop in Berlin').waitFor();

    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Rotate the secret …' }).click();
    await looksRight(page, 'rotate-secret');
    await page.getByRole('button', { name: 'Make a new secret' }).click();
    const fresh = (await page.getByRole('dialog').locator('code').textContent()) ?? '';
    expect(fresh).toMatch(/^whsec_/);
    expect(fresh).not.toBe(secret);
    await page.getByRole('button', { name: 'I have kept it' }).click();
    await page.getByText(/no\. 2, made/).waitFor();

    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Disable …' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
    await page.getByText('disabled by hand').waitFor();
    await page.getByRole('button', { name: 'Enable' }).click();
    await page.getByText('Events are sent there again.').waitFor();
    await page.getByRole('link', { name: 'Endpoints' }).click();
    await page.getByRole('row', { name: /Shop in Berlin.*enabled.*webhook_endpoint/ }).waitFor();
    await looksRight(page, 'endpoints');
    await page.getByRole('link', { name: product.url }).click();

    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Remove …' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByText('Nobody is told of events').waitFor();
    expect(await browsing.api.all('/api/webhook-endpoints')).toEqual([]);
  });
});
