import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownerEmail, ownerPassword } from '../support/hub-process.ts';
import { type Browsing, browserPath, looksRight, startBrowsing } from '../support/browser.ts';

// As README says it: no account anywhere, the sandbox provider in another terminal.
const provider = join(import.meta.dirname, '../../../plugins/gateway-sandbox/provider/main.ts');
const keys = ['--api-key', 'sk_sandbox_made_up', '--webhook-secret', 'whsec_sandbox_made_up'];

describe.skipIf(browserPath === undefined)('a new user, by the dashboard alone', () => {
  const cleanup = new AsyncDisposableStack();
  let browsing: Browsing;
  let providerUrl: string;
  let firstPassword: string;

  beforeAll(async () => {
    // Without a password of the owner’s: the hub makes one and prints it.
    browsing = cleanup.use(await startBrowsing({ byCommand: true, env: { FAIRLEAD_OWNER_PASSWORD: undefined } }));
    firstPassword = /password {2}(\S+)/.exec(browsing.hub.stdout())?.[1] ?? '';
    const sandbox = spawn(
      process.execPath,
      ['--conditions=@fairlead/source', provider, ...keys, '--port', '0', '--data', ':memory:'],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    cleanup.defer(() => void sandbox.kill('SIGTERM'));
    providerUrl = await new Promise((resolve) => {
      let text = '';
      sandbox.stdout.on('data', (bytes: Buffer) => {
        text += String(bytes);
        const url = /"?url"?:?\s*"?(http:\/\/[^\s"]+)/.exec(text)?.[1];
        if (url !== undefined) resolve(url);
      });
    });
  });

  afterAll(async () => cleanup.disposeAsync());

  test('gets from an empty hub to a connection that is tested and healthy on the wall', async () => {
    const begun = performance.now();
    const page = await browsing.signedIn({ email: ownerEmail, password: firstPassword });
    await page.getByRole('heading', { name: 'Three steps to a first connection' }).waitFor();
    await looksRight(page, 'first-run');
    await page.getByRole('link', { name: 'Choose a password of your own' }).click();
    await page.getByLabel('One-time password').fill(firstPassword);
    await page.getByRole('textbox', { name: 'New password', exact: true }).fill(ownerPassword);
    await page.getByLabel('New password again').fill(ownerPassword);
    await page.getByRole('button', { name: 'Change the password' }).click();
    await page.getByText('Your password is changed').waitFor();
    await page.getByText('Your password was made by the hub').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Overview' }).click();
    await page.getByRole('link', { name: 'Add the first connection' }).click();
    await page.getByLabel('Find a plugin').fill('sandbox');
    await page.getByRole('button', { name: /Sandbox gateway/ }).waitFor();
    await looksRight(page, 'choose-a-plugin');
    await page.getByRole('button', { name: /Sandbox gateway/ }).click();
    await page.getByLabel('Address of the provider').fill(providerUrl);
    await page.getByLabel('API key').fill('sk_sandbox_made_up');
    await page.getByLabel('Signing secrets of webhooks').fill('whsec_sandbox_made_up');
    await looksRight(page, 'new-connection');
    await page.getByRole('button', { name: 'Save and test' }).click();
    await page.getByText('Sandbox gateway works.').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Sandbox gateway' }).waitFor();
    await page.getByRole('link', { name: 'Overview' }).click();
    await page.locator('.wall-tile[data-health="healthy"]').getByText('Sandbox gateway').waitFor();
    // README promises three minutes to somebody who has to read; this includes nine looks of axe-core.
    expect(performance.now() - begun).toBeLessThan(180_000);
    await looksRight(page, 'overview');
  });

  test('is told what the vendor refuses before anything is saved, mends it, and the connection works', async () => {
    await browsing.api.signIn();
    const connections = () => browsing.api.all('/api/connections');
    const page = await browsing.signedIn();
    await fillIn(page, { name: 'Second shop', apiKey: 'sk_wrong' });
    await page.getByRole('button', { name: 'Save and test' }).click();
    await page.getByText('The vendor did not accept it').waitFor();
    await page.getByRole('button', { name: 'Save it anyway' }).waitFor();
    await looksRight(page, 'test-failed');
    expect(await connections()).toHaveLength(1);
    await page.getByLabel('API key').fill('sk_sandbox_made_up');
    await page.getByText('The vendor did not accept it').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await page.getByText('Nothing is saved yet.').waitFor();
    await looksRight(page, 'test-works');
    expect(await connections()).toHaveLength(1);
    await page.getByRole('button', { name: 'Save and test' }).click();
    await page.getByText('Second shop works.').waitFor();
    expect(await connections()).toHaveLength(2);
  });

  test('saves what the vendor refuses, changes it until it works, and tests a change before it is saved', async () => {
    const third = async () => (await browsing.api.all<Saved>('/api/connections')).filter(isThird);
    const page = await browsing.signedIn();
    await fillIn(page, { name: 'Third shop', apiKey: 'sk_wrong' });
    await page.getByRole('button', { name: 'Save and test' }).click();
    await page.getByRole('button', { name: 'Save it anyway' }).click();
    await page.getByText('It is saved, and the vendor did not accept it').waitFor();
    await looksRight(page, 'saved-anyway');
    await page.getByLabel('API key').fill('sk_sandbox_made_up');
    await page.getByRole('button', { name: 'Change and test again' }).click();
    await page.getByText('Third shop works.').waitFor();
    const before = await third();
    expect(before).toHaveLength(1);
    await page.getByRole('tab', { name: 'Settings' }).click();
    await page.getByLabel('API key').fill('sk_wrong');
    await page.getByRole('button', { name: 'Test before saving' }).click();
    await page.getByText('The vendor did not accept it').waitFor();
    await looksRight(page, 'change-refused');
    await page.getByLabel('API key').fill('');
    await page.getByLabel('Address of the provider').fill('http://127.0.0.1:9');
    await page.getByRole('button', { name: 'Test before saving' }).click();
    await page
      .getByText(/entered again to be tried with another “apiBase”/)
      .first()
      .waitFor();
    expect(await third()).toMatchObject(before.map(({ id, version }) => ({ id, version })));
  });

  async function fillIn(page: Page, { name, apiKey }: { readonly name: string; readonly apiKey: string }) {
    await page.goto('/connections/new?plugin=gateway-sandbox');
    await page.getByLabel('Name').fill(name);
    await page.getByLabel('Address of the provider').fill(providerUrl);
    await page.getByLabel('API key').fill(apiKey);
    await page.getByLabel('Signing secrets of webhooks').fill('whsec_sandbox_made_up');
  }
});

interface Saved {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

const isThird = ({ name }: Saved): boolean => name === 'Third shop';
