/**
 * The dashboard in a Chromium, as a user has it: the hub of 500 connections in a process of its own, the page built and
 * compressed as it is served.
 *
 * First load: what the first view (sign-in, and with a session the wall) takes over the wire, and how long it takes from the
 * address to the wall of a signed-in user with an empty store, beside a page with one line of text from the same hub's
 * machine. Wall: each second 50 connections are paused or resumed, each of which is at least two events (the act, and the
 * health that follows it); counted are the browser's long tasks (50 ms and more) after the page has loaded, and how late a
 * timer of the page comes, beside the same wall with nothing changing.
 *
 * On two quiet cores: 188 kB, 0.55 s to the wall of 500 (six times a page of one line), and no long task at 50 acts a second, with a
 * timer 35 ms late at most. A third of the 188 kB is react-dom, 30 the style sheet of all components; the lists of the wall come
 * uncompressed, some 240 bytes a connection. Beside other work it is twice the time, and long tasks are those of a busy core.
 */
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { benchOwner } from './support/bench-hub.ts';
import { startChild } from './support/child.ts';
import { type Figure, median, type Report } from './support/report.ts';

const connections = 500;
const loads = 5;
const watchedMs = 20_000;
const program = process.env['FAIRLEAD_TEST_CHROMIUM'] ?? '/usr/bin/chromium';
const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

/** Bytes of everything a page loads, as they come over the wire. */
async function loadedBytes(
  page: Page,
  address: string,
  done: () => Promise<void>,
): Promise<{ bytes: number; ms: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  const begun = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await done();
  const ms = performance.now() - begun;
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await session.detach();
  return { bytes, ms };
}

async function signIn(context: BrowserContext, url: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(url);
  await page.getByLabel('E-mail').fill(benchOwner.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(benchOwner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('.wall-tile').first().waitFor();
  await page.close();
}

interface Calm {
  readonly longTasks: number;
  readonly longestMs: number;
  readonly latestTimerMs: number;
}

/** Watches an open page for so long: what kept it from answering. */
async function watch(page: Page): Promise<Calm> {
  const script = `new Promise((resolve) => {
    const tasks = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map((one) => one.duration))).observe({ type: 'longtask' });
    let latest = 0;
    let due = performance.now() + 20;
    const timer = setInterval(() => { latest = Math.max(latest, performance.now() - due); due = performance.now() + 20; }, 20);
    setTimeout(() => { clearInterval(timer); resolve({ longTasks: tasks.length, longestMs: Math.max(0, ...tasks), latestTimerMs: latest }); }, ${watchedMs});
  })`;
  return (await page.evaluate(script)) as Calm;
}

async function bareLoadMs(browser: Browser): Promise<number> {
  const server = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html').end('<h1>Overview</h1>'),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const times: number[] = [];
    for (let load = 0; load < loads; load += 1) {
      const page = await (await browser.newContext()).newPage();
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      times.push((await loadedBytes(page, address, async () => page.getByRole('heading').waitFor())).ms);
      await page.context().close();
    }
    return median(times);
  } finally {
    server.close();
  }
}

export async function benchDashboard(): Promise<Report> {
  const built = spawnSync(process.execPath, [new URL('../../dashboard/build.ts', import.meta.url).pathname]);
  if (built.status !== 0) throw new Error(String(built.stderr));
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-bench-dashboard-'));
  const hub = startChild(new URL(`./dashboard/hub-server${extension}`, import.meta.url), [folder, String(connections)]);
  const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] });
  try {
    const { url } = JSON.parse(await hub.line()) as { url: string };
    const bareMs = await bareLoadMs(browser);
    const stranger = await (await browser.newContext()).newPage();
    const signInPage = await loadedBytes(stranger, url, async () => stranger.getByLabel('E-mail').waitFor());
    const context = await browser.newContext({ viewport: { width: 1_280, height: 900 } });
    await signIn(context, url);
    const times: { bytes: number; ms: number }[] = [];
    for (let load = 0; load < loads; load += 1) {
      const page = await context.newPage();
      times.push(await loadedBytes(page, url, async () => page.locator('.wall-tile').first().waitFor()));
      await page.close();
    }
    const page = await context.newPage();
    await page.goto(url);
    await page
      .locator('.wall-tile')
      .nth(connections - 1)
      .waitFor({ state: 'attached' });
    await page.waitForLoadState('networkidle').catch(() => undefined);
    const resting = await watch(page);
    hub.process.kill('SIGUSR2');
    const before = Number(await hub.line());
    const busy = await watch(page);
    let made = before;
    for (let second = 0; second < watchedMs / 1_000; second += 1) made = Number(await hub.line());
    const readyMs = median(times.map(({ ms }) => ms));
    const figures: Figure[] = [
      {
        name: 'first view, sign-in: bytes over the wire',
        value: signInPage.bytes / 1_000,
        unit: 'kB',
        target: { atMost: 200 },
      },
      {
        name: 'first view, wall of 500: bytes over the wire',
        value: median(times.map(({ bytes }) => bytes)) / 1_000,
        unit: 'kB',
      },
      {
        name: 'from the address to the wall, store empty (median of 5)',
        value: readyMs,
        unit: 'ms',
        target: { atMost: 1_000 },
      },
      { name: 'beside a page of one line', value: readyMs / bareMs, unit: '×' },
      { name: 'acts a second while the wall was watched', value: (made - before) / (watchedMs / 1_000), unit: '/s' },
      { name: 'longest task, 50 acts a second', value: busy.longestMs, unit: 'ms', target: { atMost: 100 } },
      { name: 'tasks of 50 ms and more, in 20 s', value: busy.longTasks, unit: '' },
      { name: 'a timer of the page came late by at most', value: busy.latestTimerMs, unit: 'ms' },
      { name: 'the same at rest: longest task', value: resting.longestMs, unit: 'ms' },
      { name: 'the same at rest: a timer came late by at most', value: resting.latestTimerMs, unit: 'ms' },
    ];
    return { bench: 'dashboard', figures };
  } finally {
    await browser.close();
    await hub.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
