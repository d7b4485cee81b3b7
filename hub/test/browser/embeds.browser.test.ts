import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browsing, browserPath, looksRight, startBrowsing } from '../support/browser.ts';
import { addStripe } from '../support/stripe-events.ts';

describe.skipIf(browserPath === undefined)('embeds of a connection’s health, in the dashboard', () => {
  const cleanup = new AsyncDisposableStack();
  let browsing: Browsing;
  /** A page of another product. */
  let html = '';
  let elsewhere: string;

  beforeAll(async () => {
    browsing = cleanup.use(await startBrowsing());
    const server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><title>Elsewhere</title>${html}`);
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    cleanup.defer(() => void server.close());
    elsewhere = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(async () => cleanup.disposeAsync());

  test('the HTML that is shown once works in a page of another origin, until the embed is revoked', async () => {
    const { id } = await addStripe(browsing.api, { name: 'Shop inside' });
    const page = await browsing.signedIn();
    await page.goto(`/connections/${id}`);
    await page.getByRole('tab', { name: 'Embed' }).click();
    await page.getByText('It is shown nowhere else').waitFor();
    await page.getByRole('button', { name: 'Make an embed' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Shown as').fill('Payments <of ours>');
    await form.getByLabel('On pages of').fill('https://*.example.com');
    await form.getByRole('button', { name: 'Make it' }).click();
    await form.getByRole('alert').getByText('must be one origin, without wildcards').waitFor();
    await looksRight(page, 'new-embed');
    await form.getByLabel('On pages of').fill(elsewhere);
    await form.getByRole('button', { name: 'Make it' }).click();
    const snippet = page.locator('pre').filter({ hasText: '<iframe' });
    html = (await snippet.textContent()) ?? '';
    await looksRight(page, 'embed-made');
    await page.getByRole('button', { name: 'I have kept it' }).click();
    await expect.poll(async () => snippet.count()).toBe(0);

    const product = await browsing.page();
    await product.goto(elsewhere);
    const frame = product.frameLocator('iframe[title="Payments <of ours>"]');
    await frame.getByText('Payments <of ours>').waitFor();
    expect(await frame.getByText('Shop inside').count()).toBe(0);

    await page
      .getByRole('row', { name: /Payments/ })
      .getByRole('button', { name: 'Revoke' })
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page
      .getByRole('row', { name: /Payments/ })
      .getByText('revoked')
      .waitFor();
    await product.reload();
    await frame.getByText(/revoked/).waitFor();
  });
});
