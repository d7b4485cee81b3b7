import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browsing, browserPath, looksRight, startBrowsing } from '../support/browser.ts';
import { addStripe } from '../support/stripe-events.ts';

interface Key {
  readonly id: string;
  readonly active: boolean;
  readonly state: string;
  readonly inUse: number;
}

const connections = 12;

describe.skipIf(browserPath === undefined)('settings and master keys, in the dashboard', () => {
  const cleanup = new AsyncDisposableStack();
  let browsing: Browsing;

  beforeAll(async () => {
    browsing = cleanup.use(await startBrowsing());
    for (let one = 0; one < connections; one += 1) await addStripe(browsing.api, { name: `Shop ${one}` });
  });

  afterAll(async () => cleanup.disposeAsync());

  const keys = async () => (await browsing.api.ok<{ items: readonly Key[] }>('GET', '/api/vault/keys')).items;

  test('what is set is shown with its source, secrets masked, and whether the hub is ready', async () => {
    const page = await browsing.signedIn();
    await page.getByRole('link', { name: 'Settings', exact: true }).click();
    await page.getByText('The hub takes requests.').waitFor();
    await page.getByText(process.versions.node).waitFor();
    await looksRight(page, 'system');
    await page.getByRole('tab', { name: 'Settings' }).click();
    const row = page.getByRole('row', { name: /FAIRLEAD_OWNER_PASSWORD/ });
    await row.getByText('[secret]').waitFor();
    await row.getByText('environment').waitFor();
    await looksRight(page, 'settings');
  });

  test('a master key is added, everything is rotated to it, and the old one is retired', async () => {
    const [old] = await keys();
    if (old === undefined) throw new Error('The hub has no key.');
    const page = await browsing.signedIn();
    await page.goto('/settings?tab=keys');
    await page.getByText('Back up the master keys').waitFor();
    await page.getByText('master.key').waitFor();
    await page.getByRole('button', { name: 'Add a key' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click();
    await page.getByText('is made and active').waitFor();
    const added = (await keys()).find(({ active }) => active);
    expect(added?.id).not.toBe(old.id);
    const oldRow = page.getByRole('row', { name: new RegExp(old.id) });
    await oldRow.getByText('rotate first').waitFor();
    await looksRight(page, 'master-keys');

    await page.getByRole('button', { name: 'Rotate' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Rotate' }).click();
    const total = old.inUse;
    expect(total).toBeGreaterThan(connections);
    await page.getByText(`Rotated to ${added?.id}: ${total} of ${total} secrets are wrapped by it`).waitFor();
    await looksRight(page, 'master-keys-rotated');

    await oldRow.getByRole('button', { name: 'Retire' }).click();
    await page.getByLabel(`Type ${old.id} to confirm`).fill(old.id);
    await page.getByRole('dialog').getByRole('button', { name: 'Retire' }).click();
    await oldRow.getByText('retired').waitFor();
    expect((await keys()).find(({ id }) => id === old.id)?.state).toBe('retired');
  });

  test('who may not rotate is shown the keys and offered nothing', async () => {
    const { password } = await browsing.api.ok<{ password: string }>('POST', '/api/users', {
      body: { email: 'admin@example.com', role: 'admin' },
    });
    const page = await browsing.signedIn({ email: 'admin@example.com', password });
    await page.goto('/settings?tab=keys');
    await page.getByText('Only an owner adds, rotates and retires master keys.').waitFor();
    await page.getByRole('region', { name: 'Master keys' }).waitFor();
    expect(await page.getByRole('button', { name: /Add a key|Rotate|Retire/ }).count()).toBe(0);
  });
});
