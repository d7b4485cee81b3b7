import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browsing, browserPath, looksRight, startBrowsing } from '../support/browser.ts';

interface IncidentView {
  readonly code: string;
  readonly state: string;
}

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

describe.skipIf(browserPath === undefined)('incidents, in the dashboard', () => {
  const cleanup = new AsyncDisposableStack();
  let browsing: Browsing;

  beforeAll(async () => {
    browsing = cleanup.use(await startBrowsing());
    await browsing.api.ok('POST', '/api/connections', {
      body: { plugin: 'channel-api', name: 'Bridge', settings: {}, secrets: { webhookSecrets: [secret] } },
    });
  });

  afterAll(async () => cleanup.disposeAsync());

  const found = async () =>
    (await browsing.api.all<IncidentView>('/api/incidents')).find(({ code }) => code === 'plugin_not_running');

  test('one appears by itself, leads to where it is mended, is acknowledged and resolved', async () => {
    const page = await browsing.signedIn();
    await page.getByRole('link', { name: 'Incidents' }).click();
    await page.getByText('Nothing to do').waitFor();
    await looksRight(page, 'incidents-none');
    await browsing.api.ok('POST', '/api/plugins/channel-api/disable');
    await page.getByRole('link', { name: 'The plugin is not running.' }).waitFor();
    await page.getByRole('link', { name: 'Bridge' }).waitFor();
    await looksRight(page, 'incidents');

    await page.getByRole('link', { name: 'The plugin is not running.' }).click();
    await page.getByRole('link', { name: 'Look at the plugin' }).click();
    await page.getByRole('heading', { level: 1, name: 'Signed endpoint' }).waitFor();
    await page.goBack();

    await page.getByRole('button', { name: 'Acknowledge' }).click();
    await page.getByRole('button', { name: 'Acknowledge' }).waitFor({ state: 'detached' });
    expect((await found())?.state).toBe('acknowledged');
    await looksRight(page, 'incident');
    await page.getByRole('button', { name: 'Resolve' }).click();
    await page.getByRole('dialog').getByText('Nothing is mended by it').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Resolve' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Resolve' }).waitFor({ state: 'detached' });
    expect((await found())?.state).toBe('resolved');

    await page.getByRole('link', { name: 'Incidents' }).click();
    await page.getByText('Nothing to do').waitFor();
    await page.getByRole('combobox', { name: 'State' }).click();
    await page.getByRole('option', { name: 'resolved', exact: true }).click();
    await page.getByRole('link', { name: 'The plugin is not running.' }).waitFor();
    // The filter is in the address.
    await page.reload();
    await page.getByRole('link', { name: 'The plugin is not running.' }).waitFor();
  });

  test('whoever may only look is offered nothing to say of it', async () => {
    const email = 'viewer@example.com';
    const body = { email, role: 'viewer' };
    const { password } = await browsing.api.ok<{ readonly password: string }>('POST', '/api/users', { body });
    const page = await browsing.signedIn({ email, password });
    await page.goto('/incidents?state=all');
    await page.getByRole('link', { name: 'The plugin is not running.' }).first().click();
    await page.getByText('plugin_not_running').waitFor();
    expect(await page.getByRole('button', { name: /Acknowledge|Resolve/ }).count()).toBe(0);
  });
});
