import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { FakeClock, failureOf } from '../../testing/index.ts';
import { createHttpClient } from './http-client.ts';

interface Vendor {
  readonly url: string;
  readonly sockets: ReadonlySet<Socket>;
  /** Requests that wait for an answer, by path; those to `…/answered` and `…/broken` are dealt with at once. */
  readonly asked: Map<string, ServerResponse>;
  /** Resolves once so many are waiting. */
  waiting(count: number): Promise<void>;
}

const disposals: (() => unknown)[] = [];
afterEach(async () => {
  for (const dispose of disposals.splice(0).reverse()) await dispose();
});

async function startVendor(): Promise<Vendor> {
  const sockets = new Set<Socket>();
  const asked: Vendor['asked'] = new Map();
  let looks: (() => void)[] = [];
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '';
    if (path.endsWith('/answered')) return response.end(path);
    if (path.endsWith('/broken')) return request.socket.destroy();
    asked.set(path, response);
    for (const look of looks) look();
  });
  server.on('connection', (socket) => sockets.add(socket.once('close', () => sockets.delete(socket))));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  disposals.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const waiting = (count: number) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (asked.size < count) return;
        looks = looks.filter((one) => one !== look);
        resolve();
      };
      looks.push(look);
      look();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, sockets, asked, waiting };
}

function connect(maxSockets: number) {
  const made = createHttpClient({ egress: ['loopback'], settings: {}, clock: new FakeClock(), maxSockets });
  disposals.push(() => made.dispose());
  return made;
}

function answer({ asked }: Vendor, path: string): void {
  asked.get(path)?.end(path);
  asked.delete(path);
}

it('keeps to its sockets; further requests wait and are sent in their order', async () => {
  const vendor = await startVendor();
  const http = connect(2);
  const answers = ['/a', '/b', '/c', '/d'].map((path) => http.fetch(vendor.url + path));
  await vendor.waiting(2);
  expect([...vendor.asked.keys()]).toEqual(['/a', '/b']);
  answer(vendor, '/b');
  await answers[1];
  await vendor.waiting(2);
  expect([...vendor.asked.keys()]).toEqual(['/a', '/c']);
  expect(vendor.sockets.size).toBe(2);
  for (const path of ['/a', '/c']) answer(vendor, path);
  await vendor.waiting(1);
  answer(vendor, '/d');
  expect((await Promise.all(answers)).map((one) => one.text())).toEqual(['/a', '/b', '/c', '/d']);
});

it('uses a socket again, and opens another when the vendor has closed it', async () => {
  const vendor = await startVendor();
  const http = connect(1);
  const fetch = async (path: string) => {
    const fetching = http.fetch(vendor.url + path);
    await vendor.waiting(1);
    const [socket] = vendor.sockets;
    answer(vendor, path);
    await fetching;
    return socket;
  };
  const first = await fetch('/1');
  expect(await fetch('/2')).toBe(first);
  const closed = new Promise((resolve) => first?.once('close', resolve));
  first?.end();
  await closed;
  expect(await fetch('/3')).not.toBe(first);
});

it('gives the place of a request that cannot be sent to the next', async () => {
  const vendor = await startVendor();
  const http = connect(1);
  const refused = http.fetch(vendor.url, { headers: { 'x-bad': 'line\nbreak' } });
  expect(await failureOf(refused)).toMatchObject({ code: 'settings_invalid' });
  const next = http.fetch(`${vendor.url}/next`);
  await vendor.waiting(1);
  answer(vendor, '/next');
  expect((await next).status).toBe(200);
});

it('cancels what waits for a socket when it is disposed, and what is asked later', async () => {
  const vendor = await startVendor();
  const http = connect(1);
  const calls = ['/a', '/b'].map((path) => failureOf(http.fetch(vendor.url + path)));
  await vendor.waiting(1);
  await http.dispose();
  calls.push(failureOf(http.fetch(`${vendor.url}/c`)));
  for (const error of await Promise.all(calls)) expect(error).toMatchObject({ code: 'cancelled' });
});

it('gives every request its own end, whatever is answered, broken off or given up in which order', async () => {
  const vendor = await startVendor();
  const plan = fc.record({
    maxSockets: fc.integer({ min: 1, max: 3 }),
    ends: fc.array(fc.constantFrom('answered', 'broken', 'aborted'), { minLength: 1, maxLength: 8 }),
  });
  await fc.assert(
    fc.asyncProperty(plan, fc.scheduler(), async ({ maxSockets, ends }, scheduler) => {
      const http = connect(maxSockets);
      const seen = ends.map(async (end, index) => {
        const path = `/${index}/${end}`;
        await scheduler.schedule(Promise.resolve());
        const controller = new AbortController();
        const fetching = http.fetch(vendor.url + path, { signal: controller.signal }).then(
          (got) => (got.text() === path ? 'answered' : 'mixed up'),
          (error: unknown) => (error === controller.signal.reason ? 'aborted' : 'broken'),
        );
        await scheduler.schedule(Promise.resolve());
        if (end === 'aborted') controller.abort();
        return fetching;
      });
      await scheduler.waitAll();
      expect(await Promise.all(seen)).toEqual(ends);
      await http.dispose();
    }),
    { numRuns: 50 },
  );
});
