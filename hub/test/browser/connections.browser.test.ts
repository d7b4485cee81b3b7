import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownerEmail, ownerPassword } from '../support/hub-process.ts';
import { type Browsing, browserPath, looksRight, signIn, startBrowsing } from '../support/browser.ts';

const provider = join(import.meta.dirname, '../../../plugins/gateway-sandbox/provider/main.ts');

interface View {
  readonly status: string;
  readonly name: string;
  readonly settings: { readonly confirmation?: string };
  readonly secrets: Readonly<Record<string, { readonly updatedAt: string }>>;
}

describe.skipIf(browserPath === undefined)('a connection, in the dashboard', () => {
  const cleanup = new AsyncDisposableStack();
  let browsing: Browsing;
  let id: string;

  beforeAll(async () => {
    const keys = ['--api-key', 'sk_sandbox_made_up', '--webhook-secret', 'whsec_sandbox_made_up'];
    const args = ['--conditions=@fairlead/source', provider, ...keys, '--port', '0', '--data', ':memory:'];
    const sandbox = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    cleanup.defer(async () => {
      sandbox.kill('SIGTERM');
      await once(sandbox, 'exit');
    });
    const [line] = (await once(createInterface({ input: sandbox.stdout }), 'line')) as [string];
    const { url: apiBase } = JSON.parse(line) as { url: string };
    browsing = cleanup.use(await startBrowsing());
    const secrets = { apiKey: 'sk_sandbox_made_up', webhookSecrets: ['whsec_sandbox_made_up'] };
    const body = { plugin: 'gateway-sandbox', name: 'My shop', settings: { apiBase }, secrets };
    ({ id } = await browsing.api.ok<{ id: string }>('POST', '/api/connections', { body }));
    await browsing.api.ok('POST', `/api/connections/${id}/test`, { body: {} });
  });

  afterAll(async () => cleanup.disposeAsync());

  const stored = async () => browsing.api.ok<View>('GET', `/api/connections/${id}`);
  const opened = async (path = ''): Promise<Page> => {
    const page = await browsing.signedIn();
    await page.goto(`/connections/${id}${path}`);
    await page.getByRole('heading', { level: 1, name: 'My shop' }).waitFor();
    return page;
  };

  test('is found in the list by its name, its plugin and how it does, and the address holds the filters', async () => {
    const page = await browsing.signedIn();
    await page.goto('/connections');
    await page.getByRole('link', { name: 'My shop' }).waitFor();
    await looksRight(page, 'connections');
    await page.getByLabel('Name').fill('nothing like it');
    await page.getByText('No connection is like that').waitFor();
    await page.getByLabel('Name').fill('my');
    await page.getByRole('link', { name: 'My shop' }).waitFor();
    await page.waitForURL(/name=my/);
    await page.reload();
    await page.getByRole('link', { name: 'My shop' }).click();
    await page.getByRole('heading', { level: 1, name: 'My shop' }).waitFor();
  });

  test('shows why it is as it is, and what it was asked', async () => {
    const page = await opened();
    await page.getByText('There is no reason for concern.').waitFor();
    await page.getByRole('img', { name: /Attempts by the minute/ }).waitFor();
    await looksRight(page, 'connection');
    await page.getByRole('tab', { name: 'Recent calls' }).click();
    await page.getByRole('cell', { name: 'testCredentials' }).first().waitFor();
    await looksRight(page, 'connection-calls');
  });

  test('has a lane stopped by hand, with a reason and an end, and let go again', async () => {
    const page = await opened();
    await page.getByRole('button', { name: 'Force the lane probe' }).click();
    const form = page.getByRole('dialog', { name: 'Force the lane probe' });
    await form.getByLabel('Reason').fill('The vendor works on it');
    await looksRight(page, 'force-a-lane');
    await form.getByRole('button', { name: 'Force', exact: true }).click();
    await page.getByText('stopped by hand').waitFor();
    await page.getByText('“The vendor works on it”, until').waitFor();
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await page.getByText('That did not work').waitFor();
    await page.getByRole('button', { name: 'End what is forced on the lane probe' }).click();
    await page.getByText('calls go through').first().waitFor();
  });

  test('gets another setting and keeps its secrets, which are shown nowhere; one entered anew takes the place of the old', async () => {
    const before = await stored();
    const page = await opened('?tab=settings');
    await page.getByText('Secrets that are set').waitFor();
    expect(await page.locator('main').innerText()).not.toContain('sk_sandbox_made_up');
    await looksRight(page, 'connection-settings');
    await page.getByRole('combobox', { name: 'Confirmation' }).click();
    await page.getByRole('option', { name: 'required' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The settings are saved.').waitFor();
    expect((await stored()).settings.confirmation).toBe('required');
    expect((await stored()).secrets).toEqual(before.secrets);
    await page.getByLabel('API key').fill('sk_sandbox_made_up');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect
      .poll(async () => (await stored()).secrets['apiKey']?.updatedAt, { timeout: 30_000 })
      .not.toBe(before.secrets['apiKey']?.updatedAt);
    await expect.poll(async () => page.getByLabel('API key').inputValue(), { timeout: 30_000 }).toBe('');
    await page.getByLabel('Name').fill('My other shop');
    // What others change meanwhile is said, and not written over.
    await browsing.api.ok('PATCH', `/api/connections/${id}`, { body: { settings: { confirmation: 'automatic' } } });
    await page.getByText('Somebody has changed it meanwhile').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page
      .getByRole('alert')
      .getByText(/changed/)
      .first()
      .waitFor();
    expect((await stored()).name).toBe('My shop');
    await page.getByRole('button', { name: 'Show what is stored now' }).click();
    await page.getByLabel('Name').fill('My other shop');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { level: 1, name: 'My other shop' }).waitFor();
    expect((await stored()).settings.confirmation).toBe('automatic');
  });

  test('is paused after a question, resumed, and removed once its name is typed', async () => {
    const page = await browsing.signedIn();
    await page.goto(`/connections/${id}`);
    await page.getByRole('button', { name: 'Pause' }).click();
    const question = page.getByRole('dialog', { name: 'Pause My other shop?' });
    await question.getByText('Webhooks that arrive meanwhile are kept.').waitFor();
    await question.getByRole('button', { name: 'Cancel' }).click();
    expect((await stored()).status).toBe('active');
    await page.getByRole('button', { name: 'Pause' }).click();
    await question.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Resume' }).waitFor();
    expect((await stored()).status).toBe('paused');
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Remove …' }).click();
    const last = page.getByRole('dialog', { name: 'Remove My other shop?' });
    await looksRight(page, 'remove-a-connection');
    await page.getByLabel('Type My other shop to confirm').fill('My other');
    expect(await last.getByRole('button', { name: 'Remove' }).isDisabled()).toBe(true);
    await page.getByLabel('Type My other shop to confirm').fill('My other shop');
    await last.getByRole('button', { name: 'Remove' }).click();
    await page.getByText('There are no connections yet').waitFor();
    await page.goto(`/connections/${id}`);
    await page.getByRole('alert').waitFor();
    await page.goto('/no/such/page');
    await page.getByRole('heading', { level: 1, name: 'No such page' }).waitFor();
    await looksRight(page, 'no-such-page');
  });

  test('is looked at by a viewer, to whom nothing is offered that they may not do', async () => {
    const { password } = await browsing.api.ok<{ password: string }>('POST', '/api/users', {
      body: { email: 'vera@example.com', role: 'viewer' },
    });
    const page = await browsing.signedIn({ email: 'vera@example.com', password });
    await page.goto('/connections');
    await page.getByText('There are no connections yet').waitFor();
    expect(await page.getByRole('link', { name: /Add/ }).count()).toBe(0);
    expect(await page.getByRole('navigation').or(page.locator('nav')).first().innerText()).not.toContain('Users');
  });

  test('is made on a page that came over plain HTTP from another machine, where browsers give pages less', async () => {
    const page = await browsing.page();
    // What browsers leave out there. This machine’s own address counts as secure, so it is taken away.
    await page.addInitScript(`Object.defineProperty(navigator, 'locks', { value: undefined });
      Object.defineProperty(crypto, 'randomUUID', { value: undefined });`);
    await page.goto('/');
    await signIn(page, { email: ownerEmail, password: ownerPassword });
    await page.goto('/connections/new?plugin=channel-rss');
    await page.getByLabel('Feed address').fill('https://feeds.invalid/news');
    await page.getByRole('button', { name: 'Save and test' }).click();
    await page.getByRole('button', { name: 'Save it anyway' }).click();
    await expect.poll(async () => browsing.api.all('/api/connections')).toHaveLength(1);
  });

  test('cannot be looked at by nobody: the sign-in page, and the same words for a wrong address and a wrong password', async () => {
    const page = await browsing.page();
    await page.goto('/connections');
    await page.getByLabel('E-mail').fill('nobody@example.com');
    await page.getByRole('textbox', { name: 'Password' }).fill('wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    const first = await page.getByRole('alert').innerText();
    await looksRight(page, 'sign-in');
    await page.getByLabel('E-mail').fill('owner@example.com');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').getByText(first).waitFor();
  });
});
