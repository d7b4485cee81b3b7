import { afterEach, describe, expect, test } from 'vitest';
import { createApi, eventually, type InboxView, type Problem } from './support/api.ts';
import { startAndRefuse, startHubProcess } from './support/hub-process.ts';
import { privateDisk, wayToMount } from './support/private-disk.ts';
import { addStripe, sendEvent, stripeEvent } from './support/stripe-events.ts';

describe.skipIf(wayToMount === undefined)('on a disk of its own (skipped where none can be mounted)', () => {
  let cleanup = new AsyncDisposableStack();
  afterEach(async () => {
    await cleanup.disposeAsync();
    cleanup = new AsyncDisposableStack();
  });

  test('a full disk: webhooks and acting calls are answered 503, reading goes on, and all is well when there is space again', async () => {
    const disk = cleanup.use(await privateDisk(24));
    const hub = await startHubProcess({ dataDir: disk.path, through: disk.through });
    cleanup.defer(async () => void (await hub.stop()));
    const api = createApi(hub.url);
    await api.signIn();
    const { id } = await addStripe(api);
    const acknowledged: string[] = [];
    const refused: string[] = [];
    const send = async (eventId: string) => {
      const answer = await sendEvent(hub.url, id, stripeEvent(eventId));
      if (answer.status === 200) acknowledged.push(eventId);
      else refused.push(eventId);
      return answer;
    };
    for (let number = 0; number < 20; number += 1) expect((await send(`evt_before${number}`)).status).toBe(200);

    const giveBack = disk.fill();
    // What the database holds in reserve is used up first.
    let number = 0;
    const answer = await eventually(
      () => send(`evt_full${number++}`),
      ({ status }) => status !== 200,
    );
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(JSON.parse(answer.text)).toMatchObject({ status: 503, code: 'unavailable' });
    for (const [method, path, body] of [
      [
        'POST',
        '/api/connections',
        { plugin: 'channel-rss', name: 'News', settings: { feedUrl: 'https://example.com/' } },
      ],
      ['PATCH', `/api/connections/${id}`, { name: 'Other' }],
      ['POST', '/api/auth/sign-in', { email: 'nobody@example.com', password: 'does not matter' }],
    ] as const) {
      const acting = await api.call(method, path, { body });
      expect([503, 400, 401], `${method} ${path}: ${acting.text}`).toContain(acting.status);
      expect(acting.headers.get('content-type')).toBe('application/problem+json');
    }
    const acting = await api.call('PATCH', `/api/connections/${id}`, { body: { name: 'Other' } });
    expect(acting.json<Problem>()).toMatchObject({ status: 503 });
    expect((await api.call('GET', '/api/inbox')).status).toBe(200);
    expect((await api.call('GET', '/livez')).status).toBe(200);
    const burst = await Promise.all(Array.from({ length: 50 }, (_, at) => send(`evt_burst${at}`)));
    expect(new Set(burst.map(({ status }) => status))).toEqual(new Set([503]));
    expect(hub.running()).toBe(true);

    await giveBack();
    await eventually(
      () => send(`evt_again${number++}`),
      ({ status }) => status === 200,
    );
    expect(await api.ok('PATCH', `/api/connections/${id}`, { body: { name: 'Other' } })).toMatchObject({
      name: 'Other',
    });
    for (const eventId of refused.slice(0, 10))
      expect((await sendEvent(hub.url, id, stripeEvent(eventId))).status).toBe(200);
    acknowledged.push(...refused.slice(0, 10));
    const items = await eventually(
      () => api.all<InboxView>('/api/inbox', { connection: id }),
      (found) => found.every(({ status }) => status === 'dispatched'),
    );
    const stored = items.map(({ eventId }) => eventId);
    expect(acknowledged.filter((eventId) => !stored.includes(eventId))).toEqual([]);
    expect(new Set(stored).size).toBe(stored.length);
    // Not one that the vendor was told to send again is there all the same, and counted as a duplicate when it is.
    expect(refused.slice(10).filter((eventId) => stored.includes(eventId))).toEqual([]);
    const events = await eventually(
      () => api.eventsAfter(0, ['webhook.received']),
      (found) => found.length >= items.length,
    );
    expect(events.map(({ data }) => data.eventId).toSorted()).toEqual(stored.toSorted());
  });

  test('a disk that is full when the hub starts: it refuses in one sentence, and starts when there is space', async () => {
    const disk = cleanup.use(await privateDisk(4));
    const giveBack = disk.fill();
    const refusal = await startAndRefuse({ dataDir: disk.path, through: disk.through, byCommand: true });
    expectRefusal(refusal, /disk|full|space/i);
    await giveBack();
    const hub = await startHubProcess({ dataDir: disk.path, through: disk.through });
    expect((await hub.stop()).code).toBe(0);
  });

  test('a disk that is read-only: the hub refuses in one sentence that names the folder', async () => {
    const disk = cleanup.use(await privateDisk(16));
    disk.remount('ro');
    const empty = await startAndRefuse({ dataDir: disk.path, through: disk.through, byCommand: true });
    expectRefusal(empty, disk.path);
    disk.remount('rw');
    const hub = await startHubProcess({ dataDir: disk.path, through: disk.through });
    await hub.stop();
    disk.remount('ro');
    const withData = await startAndRefuse({ dataDir: disk.path, through: disk.through, byCommand: true });
    expectRefusal(withData, disk.path);
    disk.remount('rw');
    const again = await startHubProcess({ dataDir: disk.path, through: disk.through });
    expect((await again.stop()).code).toBe(0);
  });
});

function expectRefusal(refusal: Awaited<ReturnType<typeof startAndRefuse>>, says: string | RegExp): void {
  expect(refusal.signal).toBeNull();
  expect(refusal.code).not.toBe(0);
  const lines = refusal.stderr.trim().split('\n');
  expect(lines, refusal.stderr).toHaveLength(1);
  expect(lines[0]).toMatch(says);
  expect(refusal.stderr).not.toMatch(/\.ts:\d+|at async/);
}
