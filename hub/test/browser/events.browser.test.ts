import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browsing, browserPath, looksRight, startBrowsing } from '../support/browser.ts';

describe.skipIf(browserPath === undefined)('the log of events, in the dashboard', () => {
  const cleanup = new AsyncDisposableStack();
  let browsing: Browsing;

  beforeAll(async () => {
    browsing = cleanup.use(await startBrowsing());
  });

  afterAll(async () => cleanup.disposeAsync());

  const act = async (verb: 'disable' | 'enable') =>
    browsing.api.ok('POST', `/api/plugins/channel-api/${verb}`, { body: {} });

  test('shows the latest first and what comes, stands still when paused, and goes on with all that came', async () => {
    const page = await browsing.signedIn();
    await page.getByRole('link', { name: 'Events' }).click();
    const disabled = page.getByRole('button', { name: 'plugin.disabled' });
    const enabled = page.getByRole('button', { name: 'plugin.enabled' });
    await enabled.first().waitFor();
    const before = await enabled.count();
    await act('disable');
    await disabled.waitFor();
    expect(await page.getByRole('row').nth(1).textContent(), 'the latest first').toContain('plugin.disabled');
    await looksRight(page, 'events');

    await page.getByRole('button', { name: 'Pause' }).click();
    await act('enable');
    await page.getByText(/Paused, \d+ came since/).waitFor();
    expect(await enabled.count()).toBe(before);
    await page.getByRole('button', { name: 'Go on' }).click();
    await enabled.nth(before).waitFor();
    expect(await enabled.count()).toBe(before + 1);
  });

  test('is narrowed by type in the address, shows one event as it was published, and leads to what its type means', async () => {
    const page = await browsing.signedIn();
    await page.goto('/events?type=plugin.disabled');
    const rows = page.getByRole('row');
    await page.getByRole('button', { name: 'plugin.disabled' }).waitFor();
    expect(await rows.count()).toBe(2);
    // What is not wanted does not come in by the stream either.
    await act('disable');
    await act('enable');
    await rows.nth(2).waitFor();
    expect(await rows.count()).toBe(3);
    await page.getByRole('button', { name: 'plugin.disabled' }).first().click();
    await page.getByRole('dialog').getByText('"pluginId": "channel-api"').waitFor();
    await looksRight(page, 'event');
    await page.reload();
    await page.getByRole('link', { name: 'What plugin.disabled means' }).click();
    await page.getByRole('heading', { name: 'Example of its data' }).waitFor();
    await looksRight(page, 'event-type');
  });
});
