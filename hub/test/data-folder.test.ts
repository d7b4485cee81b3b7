import { afterEach, beforeEach, expect, test } from 'vitest';
import { createApi } from './support/api.ts';
import { startAndRefuse, startHubProcess } from './support/hub-process.ts';
import { addStripe, sendEvent, stripeEvent } from './support/stripe-events.ts';
import { rawConversation } from './support/raw-request.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

let cleanup: AsyncDisposableStack;
beforeEach(() => {
  cleanup = new AsyncDisposableStack();
});
afterEach(() => cleanup.disposeAsync());

test('a second hub on the same data folder refuses and names the first, which goes on; killed, it frees the folder at once', async () => {
  const dataDir = cleanup.use(await temporaryFolder()).path;
  const first = await startHubProcess({ dataDir });
  cleanup.defer(async () => void (await first.kill('SIGKILL')));
  const api = createApi(first.url);
  await api.signIn();
  const { id } = await addStripe(api);

  const refusals = await Promise.all([1, 2].map(() => startAndRefuse({ dataDir, byCommand: true })));
  for (const { code, stderr } of refusals) {
    expect(code).not.toBe(0);
    expect(stderr.trim().split('\n'), stderr).toHaveLength(1);
    expect(stderr).toContain(first.url);
    expect(stderr).toMatch(/process \d+/);
  }
  expect((await sendEvent(first.url, id, stripeEvent('evt_first'))).status).toBe(200);

  await first.kill('SIGKILL');
  const second = await startHubProcess({ dataDir });
  cleanup.defer(async () => void (await second.stop()));
  expect((await sendEvent(second.url, id, stripeEvent('evt_first'))).status).toBe(200);
  const again = createApi(second.url);
  await again.signIn();
  expect(await again.all('/api/inbox')).toMatchObject([{ eventId: 'evt_first', duplicates: 1 }]);
});

test('of hubs that are started on one new data folder at the same moment exactly one runs', async () => {
  const dataDir = cleanup.use(await temporaryFolder()).path;
  const starts = await Promise.allSettled([1, 2, 3].map(() => startHubProcess({ dataDir })));
  const running = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
  for (const hub of running) cleanup.defer(async () => void (await hub.stop()));
  expect(running).toHaveLength(1);
  const refusals = starts.flatMap((start) => (start.status === 'rejected' ? [String(start.reason)] : []));
  expect(refusals).toHaveLength(2);
  for (const refusal of refusals) expect(refusal).toContain('is in use by');
});

test('a client that never finishes its request does not keep a hub from stopping', async () => {
  const dataDir = cleanup.use(await temporaryFolder()).path;
  const hub = await startHubProcess({ dataDir });
  cleanup.defer(async () => void (await hub.kill('SIGKILL')));
  let sent: () => void = () => undefined;
  const sending = new Promise<void>((resolve) => (sent = resolve));
  const start =
    'POST /api/auth/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{';
  const conversation = rawConversation(hub.port, (socket) => socket.write(start, () => sent()));
  await sending;
  // Answered after the half request has arrived.
  expect((await createApi(hub.url).call('GET', '/livez')).status).toBe(200);
  const stoppedAt = performance.now();
  expect(await hub.stop()).toEqual({ code: 0, signal: null });
  expect(performance.now() - stoppedAt).toBeLessThan(10_000);
  await conversation;
});
