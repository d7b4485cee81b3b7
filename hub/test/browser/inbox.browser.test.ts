import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SandboxProvider, startSandboxProvider } from '../../src/demo/sandbox-provider.ts';
import { eventually, type InboxView } from '../support/api.ts';
import { type Browsing, browserPath, looksRight, startBrowsing } from '../support/browser.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface Payment {
  readonly id: string;
  readonly status: string;
  readonly attempts: readonly { readonly providerRef: string }[];
}

describe.skipIf(browserPath === undefined)('the inbox, in the dashboard', () => {
  const cleanup = new AsyncDisposableStack();
  let browsing: Browsing;
  let provider: SandboxProvider;
  let dataDir: string;

  beforeAll(async () => {
    const folder = cleanup.use(await temporaryFolder());
    dataDir = join(folder.path, 'hub');
    browsing = cleanup.use(await startBrowsing({ dataDir }));
    provider = await startSandboxProvider(folder.path);
    cleanup.defer(async () => provider.close());
    const { url: apiBase, apiKey, webhookSecrets } = provider;
    await browsing.api.ok('POST', '/api/connections', {
      body: { plugin: 'gateway-sandbox', name: 'Sandbox', settings: { apiBase }, secrets: { apiKey, webhookSecrets } },
    });
  });

  afterAll(async () => cleanup.disposeAsync());

  const read = async (id: string) => browsing.api.ok<Payment>('GET', `/api/payments/${id}`);
  const items = async () => browsing.api.all<InboxView>('/api/inbox');

  test('is empty at first, and shows a webhook as it comes', async () => {
    const page = await browsing.signedIn();
    await page.getByRole('link', { name: 'Inbox' }).click();
    await page.getByText('No webhooks came yet').waitFor();
    const body = { amountMinor: '1299', currency: 'USD', reference: 'order-1' };
    const payment = await browsing.api.ok<Payment>('POST', '/api/payments', { body });
    await provider.press(payment.attempts[0]?.providerRef ?? '', 'pay');
    await eventually(
      async () => read(payment.id),
      ({ status }) => status === 'captured',
    );
    // Nobody reloads the page: the event stream tells it.
    await page.getByRole('row', { name: /checkout\.captured.*Sandbox.*done/ }).waitFor();
    await looksRight(page, 'inbox');
    await page.getByRole('combobox', { name: 'Status' }).click();
    await page.getByRole('option', { name: 'given up' }).click();
    await page.getByText('No webhook is like that').waitFor();
    expect(new URL(page.url()).search).toBe('?status=dead');
  });

  test('a webhook shows what it said; replayed, it is worked on once more and its payment is captured once', async () => {
    const found = (await items()).find(({ type }) => type === 'checkout.captured');
    const page = await browsing.signedIn();
    await page.goto(`/inbox/${found?.id}`);
    await page.getByRole('heading', { level: 1, name: 'checkout.captured' }).waitFor();
    await page.getByRole('region', { name: 'The event' }).last().getByText('"amountMinor": "1299"').waitFor();
    await looksRight(page, 'inbox-item');
    await page.getByRole('button', { name: 'Replay …' }).click();
    const question = page.getByRole('dialog', { name: 'Replay checkout.captured?' });
    await question.getByText('a payment is not captured twice').waitFor();
    await question.getByRole('button', { name: 'Replay' }).click();
    await page.getByText('It is worked on once more.').waitFor();
    // A replay begins to count its attempts anew.
    await eventually(
      async () => browsing.api.ok<InboxView>('GET', `/api/inbox/${found?.id}`),
      ({ status }) => status === 'dispatched',
    );
    await page.getByText('It was worked on.').waitFor();
    const [payment] = await browsing.api.all<{ captured: { amountMinor: string } }>('/api/payments');
    expect(payment?.captured.amountMinor).toBe('1299');
  });

  /** As the queue leaves them when all attempts have failed, which takes it hours. */
  function buryJobs(...names: readonly string[]): void {
    using database = new DatabaseSync(join(dataDir, 'fairlead.db'), { timeout: 30_000 });
    const insert = database.prepare(
      `INSERT INTO jobs (id, name, payload, status, run_at, attempts, max_attempts, last_error, created_at)
       VALUES (?, ?, '{}', 'dead', 0, 3, 3, 'Nobody answered.', ?)`,
    );
    for (const name of names) insert.run(randomUUID(), name, Date.now());
  }

  test('of two dead jobs one is tried again and the other discarded', async () => {
    const page = await browsing.signedIn();
    await page.goto('/inbox');
    await page.getByRole('link', { name: 'Dead jobs' }).click();
    await page.getByText('No job has died').waitFor();
    buryJobs('test.first', 'test.second');
    await page.reload();
    await page.getByRole('row', { name: /test\.first.*Nobody answered/ }).waitFor();
    await looksRight(page, 'dead-jobs');
    await page.getByRole('button', { name: 'Retry the job test.first' }).click();
    await page.getByText('test.first is tried again.').waitFor();
    await page.getByRole('button', { name: 'Discard the job test.second' }).click();
    await page.getByRole('dialog').getByText('is never done').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
    await page.getByText('No job has died').waitFor();
    expect(await browsing.api.all('/api/jobs/dead')).toEqual([]);
  });
});
