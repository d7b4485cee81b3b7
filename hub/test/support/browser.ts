import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Api, createApi } from './api.ts';
import { type HubProcess, type HubProcessOptions, ownerEmail, ownerPassword, startHubProcess } from './hub-process.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A Chromium, where there is one: `describe.skipIf(browserPath === undefined)`. */
export const browserPath = process.env['FAIRLEAD_TEST_CHROMIUM'];

const root = join(import.meta.dirname, '../../..');
/** Screenshots, for whoever wants to see what a test saw. */
const shots = join(root, '.artifacts/screenshots');
/** Only to end what hangs: a busy machine takes its time. */
const patienceMs = 30_000;

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** A hub with its dashboard, and a browser. */
export interface Browsing extends AsyncDisposable {
  readonly hub: HubProcess;
  /** Signed in as the owner, for what a test needs to be there; as nobody where the hub made the owner's password. */
  readonly api: Api;
  readonly browser: Browser;
  /** A page nobody is signed in at, with a store of its own. Faults of the page fail the test that calls `dispose`. */
  page(options?: BrowserContextOptions): Promise<Page>;
  /** A page at the overview. Default: the owner. */
  signedIn(who?: Credentials, options?: BrowserContextOptions): Promise<Page>;
}

/** Starts both. The dashboard is built first when it is not as its sources are. */
export async function startBrowsing(options: Partial<HubProcessOptions> = {}): Promise<Browsing> {
  buildDashboard();
  await using starting = new AsyncDisposableStack();
  const dataDir = options.dataDir ?? starting.use(await temporaryFolder()).path;
  const hub = await startHubProcess({ ...options, dataDir });
  starting.defer(async () => void (await hub.stop()));
  const api = createApi(hub.url);
  const madeByTheHub = options.env !== undefined && 'FAIRLEAD_OWNER_PASSWORD' in options.env;
  if (!madeByTheHub) await api.signIn();
  const browser = await chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox'] });
  starting.defer(async () => browser.close());
  const faults: string[] = [];
  const cleanup = starting.move();

  async function page(contextOptions: BrowserContextOptions = {}): Promise<Page> {
    const context: BrowserContext = await browser.newContext({
      viewport: { width: 1_280, height: 900 },
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
      baseURL: hub.url,
      reducedMotion: 'reduce',
      ...contextOptions,
    });
    context.setDefaultTimeout(patienceMs);
    const opened = await context.newPage();
    opened.on('pageerror', (error) => faults.push(error.stack ?? error.message));
    opened.on('console', (message) => {
      if (/Content Security Policy|Minified React error/.test(message.text())) faults.push(message.text());
    });
    return opened;
  }

  return {
    hub,
    api,
    browser,
    page,
    async signedIn(who = { email: ownerEmail, password: ownerPassword }, contextOptions = {}) {
      const opened = await page(contextOptions);
      await opened.goto('/');
      await signIn(opened, who);
      return opened;
    },
    async [Symbol.asyncDispose]() {
      await cleanup.disposeAsync();
      expect(faults, 'faults of the pages').toEqual([]);
    },
  };
}

/** Fills in the sign-in page and waits for the overview. */
export async function signIn(page: Page, { email, password }: Credentials): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
}

/**
 * Keeps a screenshot and looks at the page as axe-core does (WCAG 2.2 A and AA), in light and in dark, and at 375 pixels
 * for whether it has to be scrolled sideways. Call it when the page shows what it should.
 */
export async function looksRight(page: Page, name: string): Promise<void> {
  mkdirSync(shots, { recursive: true });
  const before = page.viewportSize();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({ path: join(shots, `${name}-${colorScheme}.png`), fullPage: true });
    expect(await seriousFindings(page), `axe on ${name}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 375, height: 800 });
  await page.screenshot({ path: join(shots, `${name}-phone.png`), fullPage: true });
  const wide = await page.evaluate('document.documentElement.scrollWidth');
  expect(wide, `${name} at 375 pixels is wider than the screen`).toBeLessThanOrEqual(375);
  if (before !== null) await page.setViewportSize(before);
}

interface Finding {
  readonly impact?: string;
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

async function seriousFindings(page: Page): Promise<readonly string[]> {
  // By the debugger’s own way in: the content security policy lets no page script of ours in.
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: unknown }> } };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    return (await run.run({ runOnly: { type: 'tag', values: tags } })).violations;
  });
  return (violations as readonly Finding[])
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ''}`));
}

function buildDashboard(): void {
  const built = spawnSync(process.execPath, [join(root, 'dashboard/build.ts')], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`The dashboard could not be built.\n${built.stdout}\n${built.stderr}`);
}
