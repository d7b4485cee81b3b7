import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../support/api.ts';
import { type Browsing, browserPath, startBrowsing } from '../support/browser.ts';
import { ownerEmail, ownerPassword, startHubProcess, type HubProcess } from '../support/hub-process.ts';
import { manifestOf, withSdk, writePackage } from '../support/plugin-packages.ts';
import { type SignedChannel, signedChannel } from '../support/signed-channel.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Would run where a text is taken for a page. */
const script = '<img src=x onerror="globalThis.wasRun=true"><script>globalThis.wasRun=true</script>';
/** As long as the name of a plugin may be. */
const short = '<img src=x onerror=globalThis.wasRun=1>';
const link = 'javascript:globalThis.wasRun=true';

interface Listed {
  readonly items: readonly { readonly id: string }[];
}

describe.skipIf(browserPath === undefined)('what others wrote, in the dashboard', () => {
  const cleanup = new AsyncDisposableStack();
  let browsing: Browsing;
  let room: SignedChannel;

  beforeAll(async () => {
    const { path: plugins } = cleanup.use(await temporaryFolder());
    await withSdk(plugins);
    const manifest = {
      ...manifestOf('channel-hostile'),
      displayName: `Hostile ${short}`,
      description: `Says ${script}`,
    };
    await writePackage(plugins, 'channel-hostile', { manifest });
    browsing = cleanup.use(await startBrowsing({ env: { FAIRLEAD_PLUGIN_DIRS: plugins } }));
    room = await signedChannel(browsing.api, `Room ${script}`);
    await room.say({ id: '1', text: `EURUSD SELL NOW 1.1000\nTP 1.0900\nSL 1.1050 ${script}`, author: script });
    await expect(room.say({ id: '3', text: 'read this', link })).rejects.toThrow(
      'must be an address that begins with http',
    );
    await room.say({ id: '2', text: `good morning ${script}`, title: script });
    const listed = async (path: string) => (await browsing.api.ok<Listed>('GET', path)).items;
    for (const path of ['/api/messages', '/api/signals'])
      await eventually(
        async () => listed(path),
        (items) => items.length > 0,
      );
  });

  afterAll(async () => cleanup.disposeAsync());

  const first = async (path: string): Promise<string> => {
    const { items } = await browsing.api.ok<Listed>('GET', path);
    return items[0]?.id ?? '';
  };

  test('is text wherever it stands: nothing of it runs, and no link of it does either', async () => {
    const page = await browsing.signedIn();
    const connection = await first('/api/connections');
    const places: readonly (readonly [path: string, seen: RegExp | string])[] = [
      ['/', 'Room <img'],
      ['/connections', 'Room <img'],
      [`/connections/${connection}`, 'Room <img'],
      ['/connections/new', 'Hostile <img'],
      ['/plugins', 'Hostile <img'],
      ['/plugins/channel-hostile', 'Hostile <img'],
      ['/messages', 'good morning <img'],
      [`/messages/${await first('/api/messages')}`, '<img src=x'],
      ['/signals', 'EURUSD'],
      ['/signals?status=review', '<script>'],
      [`/inbox/${await first('/api/inbox')}`, 'onerror'],
      ['/events', 'message.created'],
    ];
    for (const [path, seen] of places) {
      await page.goto(path);
      await page.locator('main').getByText(seen).first().waitFor();
      expect(await page.evaluate('globalThis.wasRun'), path).toBeUndefined();
      expect(await page.locator('a[href^="javascript:" i], main img[src="x"], main script').count(), path).toBe(0);
    }
  });

  test('keeps no token where another script could find it, and gives none to another page', async () => {
    const page = await browsing.signedIn();
    const kept = String(
      await page.evaluate('JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])'),
    );
    expect(kept).not.toMatch(/eyJ|fl_|refresh/);
    const answer = await page.request.get('/');
    expect(answer.headers()['content-security-policy']).toContain("default-src 'self'");
    expect(answer.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(answer.headers()['content-security-policy']).not.toContain('unsafe-eval');
  });
});

describe.skipIf(browserPath === undefined)('a page of the dashboard whose hub goes away', () => {
  const cleanup = new AsyncDisposableStack();
  let browsing: Browsing;
  let dataDir: string;
  let again: HubProcess | undefined;

  beforeAll(async () => {
    dataDir = cleanup.use(await temporaryFolder()).path;
    cleanup.defer(async () => void (await again?.stop()));
    browsing = cleanup.use(await startBrowsing({ dataDir }));
  });

  afterAll(async () => cleanup.disposeAsync());

  const live = async (page: Page, text: string) =>
    page.getByRole('status', { name: `Event stream: ${text}` }).waitFor();

  test('says so, shows what it had, and goes on by itself when the hub is back; a session that ended asks to sign in', async () => {
    const page = await browsing.signedIn();
    await page.getByRole('link', { name: 'Plugins' }).click();
    await page.getByText('Signed endpoint').first().waitFor();
    await live(page, 'live');
    await browsing.hub.kill('SIGKILL');
    await page.getByText('The hub cannot be reached').waitFor();
    await page.getByText('Signed endpoint').first().waitFor();
    await live(page, 'offline');
    again = await startHubProcess({ dataDir, env: { FAIRLEAD_PORT: String(browsing.hub.port) } });
    await live(page, 'live');
    await page.getByText('The hub cannot be reached').waitFor({ state: 'detached' });
    // Two tabs share a session, and reload at once without ending it for each other.
    const second = await page.context().newPage();
    await Promise.all([page.reload(), second.goto('/connections')]);
    await second.getByRole('heading', { level: 1, name: 'Connections' }).waitFor();
    await page.getByRole('heading', { level: 1, name: 'Plugins' }).waitFor();
    // Signed out in one tab, the other finds out with what it does next.
    await second.getByRole('button', { name: /^Account/ }).click();
    await second.getByRole('menuitem', { name: 'Sign out' }).click();
    await second.getByLabel('E-mail').waitFor();
    await page.reload();
    await page.getByLabel('E-mail').waitFor();
    await page.getByLabel('E-mail').fill(ownerEmail);
    await page.getByRole('textbox', { name: 'Password' }).fill(ownerPassword);
    await page.getByRole('button', { name: 'Sign in' }).click();
    // Where one was is where one is again.
    await page.getByRole('heading', { level: 1, name: 'Plugins' }).waitFor();
  });
});
