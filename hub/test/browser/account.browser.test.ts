import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browsing, browserPath, looksRight, signIn, startBrowsing } from '../support/browser.ts';
import { ownerEmail, ownerPassword } from '../support/hub-process.ts';
import { totpCode } from '../support/totp.ts';

const owner = { email: ownerEmail, password: ownerPassword };

describe.skipIf(browserPath === undefined)('one’s own account, in the dashboard', () => {
  const cleanup = new AsyncDisposableStack();
  let browsing: Browsing;
  let secret: string;
  let recoveryCodes: readonly string[];

  beforeAll(async () => {
    browsing = cleanup.use(await startBrowsing());
  });

  afterAll(async () => cleanup.disposeAsync());

  async function account(page: Page): Promise<Page> {
    await page.goto('/account');
    await page.getByRole('heading', { level: 1, name: 'Your account' }).waitFor();
    return page;
  }

  /** Up to where the hub asks for the code. */
  async function asksForCode(): Promise<Page> {
    const page = await browsing.page();
    await page.goto('/');
    await page.getByLabel('E-mail').fill(owner.email);
    await page.getByRole('textbox', { name: 'Password' }).fill(owner.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('textbox', { name: 'Code' }).waitFor();
    return page;
  }

  test('two-factor sign-in is set up from a QR code or a secret, and a code is asked for from then on', async () => {
    const page = await account(await browsing.signedIn());
    await looksRight(page, 'account');
    await page.getByRole('button', { name: 'Set it up' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Your password' }).fill('not the password');
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByRole('textbox', { name: 'Your password' }).fill(owner.password);
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await dialog.getByRole('img', { name: /QR code/ }).waitFor();
    await looksRight(page, 'two-factor-secret');
    secret = (await dialog.locator('code').textContent()) ?? '';
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    await dialog.getByRole('textbox', { name: 'Code' }).fill(totpCode(secret, { nowMs: Date.now() }));
    await dialog.getByRole('button', { name: 'Turn on' }).click();

    await dialog.getByText('Keep these recovery codes').waitFor();
    recoveryCodes = await dialog.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').allTextContents();
    expect(recoveryCodes).toHaveLength(10);
    await looksRight(page, 'recovery-codes');
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Download' }).click();
    expect((await download).suggestedFilename()).toBe('fairlead-recovery-codes.txt');
    await dialog.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByText('10 recovery codes are left.').waitFor();

    const again = await asksForCode();
    // That of the set-up is used up; the one after it counts already.
    await again.getByRole('textbox', { name: 'Code' }).fill(totpCode(secret, { nowMs: Date.now(), steps: 1 }));
    await again.getByRole('button', { name: 'Sign in' }).click();
    await again.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  });

  test('a recovery code signs in once', async () => {
    const [code = ''] = recoveryCodes;
    const first = await asksForCode();
    await first.getByRole('textbox', { name: 'Code' }).fill(code);
    await first.getByRole('button', { name: 'Sign in' }).click();
    await first.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();

    const second = await asksForCode();
    await second.getByRole('textbox', { name: 'Code' }).fill(code);
    await second.getByRole('button', { name: 'Sign in' }).click();
    await second.getByRole('alert').waitFor();
    expect(await second.getByRole('heading', { name: 'Overview' }).count()).toBe(0);
    await account(first);
    await first.getByText('9 recovery codes are left.').waitFor();
  });

  test('other sessions are listed and ended, one and all; this one goes on', async () => {
    const page = await asksForCode();
    await page.getByRole('textbox', { name: 'Code' }).fill(recoveryCodes[1] ?? '');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    await account(page);
    const rows = page.getByRole('region', { name: 'Your sessions' }).getByRole('row');
    await rows.filter({ hasText: 'this one' }).waitFor();
    const before = await rows.count();
    expect(before).toBeGreaterThan(3);
    await page.getByRole('button', { name: 'End', exact: true }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'End it' }).click();
    await expect.poll(async () => rows.count()).toBe(before - 1);
    await page.getByRole('button', { name: 'End all others' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End them' }).click();
    await page.getByText('Only this session is left.').waitFor();
    await expect.poll(async () => rows.count()).toBe(2);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Your account' }).waitFor();
  });

  test('new recovery codes take the place of those before, and with one of them it is turned off', async () => {
    const page = await asksForCode();
    await page.getByRole('textbox', { name: 'Code' }).fill(recoveryCodes[2] ?? '');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    await account(page);
    const prove = async (code: string, act: string) => {
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: 'Your password' }).fill(owner.password);
      await dialog.getByRole('textbox', { name: 'Code' }).fill(code);
      await dialog.getByRole('button', { name: act }).click();
    };
    await page.getByRole('button', { name: 'New recovery codes' }).click();
    await prove(recoveryCodes[3] ?? '', 'Make new ones');
    const list = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
    await list.first().waitFor();
    const [fresh = ''] = await list.allTextContents();
    expect(recoveryCodes).not.toContain(fresh);
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByRole('button', { name: 'Turn off' }).click();
    await prove(recoveryCodes[4] ?? '', 'Turn off');
    await page.getByRole('dialog').getByRole('alert').waitFor();
    await prove(fresh, 'Turn off');
    await page.getByText('Your password alone signs in now.').waitFor();

    const plain = await browsing.page();
    await plain.goto('/');
    await signIn(plain, owner);
  });
});
