import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browsing, browserPath, looksRight, startBrowsing } from '../support/browser.ts';
import { ownerEmail } from '../support/hub-process.ts';

describe.skipIf(browserPath === undefined)('API keys and what the audit log says of them, in the dashboard', () => {
  const cleanup = new AsyncDisposableStack();
  let browsing: Browsing;
  let key: string;

  beforeAll(async () => {
    browsing = cleanup.use(await startBrowsing());
  });

  afterAll(async () => cleanup.disposeAsync());

  const asked = async () => (await browsing.api.call('GET', '/api/connections', { token: key })).status;

  test('a key is made with scopes and addresses, is shown once, and counts until it is revoked', async () => {
    const page = await browsing.signedIn();
    await page.getByRole('link', { name: 'API keys', exact: true }).click();
    await page.getByText('There are no API keys yet').waitFor();
    await page.getByRole('link', { name: 'Make a key' }).first().click();
    await page.getByLabel('Name').fill('Shop');
    expect(await page.getByRole('checkbox', { name: 'account.self' }).count()).toBe(0);
    await page.getByRole('checkbox', { name: 'connections.read' }).check();
    await page.getByLabel('Addresses it counts from').fill('127.0.0.1\nnot an address');
    await page.getByRole('button', { name: 'Make the key' }).click();
    await page.getByRole('alert').getByText('Not every entry is an address.').waitFor();
    await looksRight(page, 'new-api-key');
    await page.getByLabel('Addresses it counts from').fill('127.0.0.1\n192.0.2.0/24');
    await page.getByRole('button', { name: 'Make the key' }).click();
    const shown = page.getByRole('status').filter({ hasText: 'The key Shop' });
    key = (await shown.locator('code').first().textContent()) ?? '';
    expect(key).toMatch(/^fl_[a-z0-9]{8}_/);
    await looksRight(page, 'api-key-made');
    expect(await asked()).toBe(200);

    await page.getByRole('link', { name: 'Done' }).click();
    const row = page.getByRole('row', { name: /Shop/ });
    await row.getByText('192.0.2.0/24').waitFor();
    await row.getByText('connections.read').waitFor();
    expect(await page.getByText(key).count()).toBe(0);
    await looksRight(page, 'api-keys');

    await row.getByRole('button', { name: 'Change the key Shop' }).click();
    await page.getByRole('dialog').getByLabel('Addresses it counts from').fill('192.0.2.0/24');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect.poll(async () => row.getByText('127.0.0.1').count()).toBe(0);
    expect(await asked(), 'from here it does not count any more').toBe(403);

    await row.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await row.getByText('revoked').waitFor();
  });

  test('the audit log shows what was done, by filters that stay in the address, and it can be saved', async () => {
    const page = await browsing.signedIn();
    await page.goto('/audit?action=api-key.create&outcome=ok');
    const rows = page.getByRole('region', { name: 'Audit log' }).getByRole('row');
    await rows.filter({ hasText: 'api-key.create' }).waitFor();
    await expect.poll(async () => rows.count(), { message: 'the heading and one row' }).toBe(2);
    await rows.getByRole('button', { name: 'More' }).click();
    await rows.getByText('127.0.0.1 192.0.2.0/24').waitFor();
    await looksRight(page, 'audit-log');

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export CSV' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toMatch(/^fairlead-audit.*\.csv$/);
    const csv = await readFile(await saved.path(), 'utf8');
    expect(csv.trim().split('\n')).toHaveLength(2);
    expect(csv).toContain('api-key.create');
    expect(csv).not.toContain(key);

    await page.getByLabel('Action').fill('');
    await expect.poll(() => new URL(page.url()).searchParams.has('action')).toBe(false);
    await page.getByLabel('From').fill('2020-01-01T00:00');
    await expect.poll(() => new URL(page.url()).searchParams.get('from')).toBe('2019-12-31T23:00:00.000Z');
    await page
      .getByRole('button', { name: `Only what ${ownerEmail} did` })
      .first()
      .click();
    await expect.poll(() => new URL(page.url()).searchParams.get('actor')).not.toBeNull();
    await rows.filter({ hasText: 'api-key.revoke' }).waitFor();
    await page.reload();
    await rows.filter({ hasText: 'api-key.revoke' }).waitFor();
    const [id = ''] = (await browsing.api.all<{ id: string }>('/api/api-keys')).map((one) => one.id);
    await page
      .getByRole('button', { name: `Only what was done on ${id}` })
      .first()
      .click();
    await expect.poll(async () => page.getByLabel('Target', { exact: true }).inputValue()).toBe(id);
    await expect.poll(async () => rows.count(), { message: 'the heading; made, changed, revoked' }).toBe(4);
    await expect.poll(async () => rows.filter({ hasText: 'nobody signed in' }).count()).toBe(0);
  });

  test('the audit log is verified, with its result in words', async () => {
    const page = await browsing.signedIn();
    await page.goto('/audit?tab=seals');
    await page.getByRole('button', { name: 'Verify' }).click();
    await page.getByText('The audit log is whole').waitFor();
    await looksRight(page, 'audit-verified');

    await page.getByRole('button', { name: 'Compare with a seal I kept' }).click();
    await page.getByLabel('Number of a seal you kept').fill('999');
    await page.getByLabel('Its hash').fill('ab'.repeat(32));
    await page.getByRole('button', { name: 'Verify' }).click();
    await page.getByText('The audit log is not what it was').waitFor();
    await page.getByText('Seal 999 is missing.').waitFor();
    await looksRight(page, 'audit-not-whole');
  });
});
