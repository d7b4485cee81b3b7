import { describe, expect, it, vi } from 'vitest';
import { createMemoryContext } from '../../testing/memory-context.ts';
import { failureOf } from '../../testing/failure-of.ts';
import { FakeClock } from '../../testing/fake-clock.ts';
import { builtInCapabilities, channel } from '../capabilities/index.ts';
import { FairleadError } from '../errors/index.ts';
import type { Call } from '../plugin/context.ts';
import { definePlugin, type Plugin } from '../plugin/define-plugin.ts';
import type { Manifest } from '../plugin/manifest.ts';
import { defineSettings } from '../plugin/settings.ts';
import { closedObject } from '../wire/types.ts';
import { checkPlugin, servePlugin } from './serve-plugin.ts';

const settings = defineSettings(closedObject({}));
const account = { account: { id: '1' }, mode: 'test' };
const call = (signal: AbortSignal = new AbortController().signal): Call => ({ signal, timeoutMs: 1_000, attempt: 1 });
const page = { messages: [], cursor: '', more: false };

describe('checkPlugin', () => {
  const plugin = plain({ testCredentials: () => account, fetch: () => page });

  it('finds nothing in a plugin that agrees with its manifest', () => {
    expect(checkPlugin(plugin, manifest('fetch', 'testCredentials'), builtInCapabilities)).toEqual([]);
  });

  it.each([
    ['something else', {}, ['The default export was not made by definePlugin.']],
    ['nothing', undefined, ['The default export was not made by definePlugin.']],
    ['a function', () => plugin, ['The default export was not made by definePlugin.']],
  ])('says so of %s', (_what, value, faults) => {
    expect(checkPlugin(value, manifest('testCredentials'), builtInCapabilities)).toEqual(faults);
  });

  it.each([
    ['another id', { id: 'channel-other' }, 'The plugin calls itself “channel-test”, its manifest “channel-other”.'],
    [
      'a capability nobody knows',
      { capabilities: { 'fax-machine': { version: 1, operations: {} } } },
      'No capability “fax-machine” is known to this hub.',
    ],
    [
      'another version',
      { capabilities: { channel: { version: 2, operations: {} } } },
      'Version 2 of “channel” is not known; this hub has version 1.',
    ],
    [
      'an operation nobody knows',
      { capabilities: { channel: { version: 1, operations: { fetsch: {}, testCredentials: {} } } } },
      '“channel” has no operation “fetsch”.',
    ],
    [
      'an operation called like a member of every object',
      { capabilities: { channel: { version: 1, operations: { constructor: {}, testCredentials: {} } } } },
      '“channel” has no operation “constructor”.',
    ],
    [
      'a required operation left out',
      { capabilities: { channel: { version: 1, operations: { fetch: {} } } } },
      '“channel” requires the operation “testCredentials”.',
    ],
    [
      'a capability it does not implement',
      { capabilities: { 'payment-gateway': { version: 1, operations: {} } } },
      'The capability “payment-gateway” is not implemented.',
    ],
    ['one that the manifest leaves out', { capabilities: {} }, 'The manifest does not name the capability “channel”.'],
    [
      'a promise stronger than the contract',
      { capabilities: { channel: { version: 1, operations: { send: { dedupe: 'lookup' }, testCredentials: {} } } } },
      '“dedupe” of “send” may only weaken what “channel” promises.',
    ],
    [
      'a promise about a safe operation',
      { capabilities: { channel: { version: 1, operations: { fetch: { dedupe: 'none' }, testCredentials: {} } } } },
      '“dedupe” of “fetch” may only weaken what “channel” promises.',
    ],
  ])('finds %s', (_what, change, fault) => {
    const given = { ...manifest('testCredentials'), ...change } as Manifest;
    expect(checkPlugin(plugin, given, builtInCapabilities)).toContain(fault);
  });

  it('allows a weaker promise', () => {
    const operations = { createCheckout: { dedupe: 'none' }, getStatus: {}, receive: {}, testCredentials: {} };
    const weak = { ...manifest(), capabilities: { 'payment-gateway': { version: 1, operations } } } as Manifest;
    const gateway = definePlugin({ id: 'channel-test', settings })({
      capabilities: { 'payment-gateway': () => ({}) as never },
    });
    expect(checkPlugin(gateway, weak, builtInCapabilities)).toEqual([]);
  });
});

describe('servePlugin', () => {
  it('calls the member with its own object as this', async () => {
    const served = serve(
      {
        label: () => 'mine',
        async testCredentials(this: { label(): string }) {
          return { account: { id: this.label() }, mode: 'test' };
        },
      },
      ['label', 'testCredentials'],
    );
    expect(await served.call(channel.testCredentials, {}, call())).toMatchObject({ account: { id: 'mine' } });
  });

  it.each([
    [
      'lacks an operation of the manifest',
      { fetch: () => page },
      ['fetch', 'testCredentials'],
      '“testCredentials” is named in the manifest and not implemented',
    ],
    [
      'has one that the manifest leaves out',
      { testCredentials: () => account, fetch: () => page },
      ['testCredentials'],
      '“fetch” is not named in the manifest',
    ],
    [
      'has a misspelt one',
      { testCredentials: () => account, fetsch: () => page },
      ['testCredentials'],
      '“fetsch” is not named in the manifest',
    ],
    [
      'has a member that is no function',
      { testCredentials: account },
      ['testCredentials'],
      '“testCredentials” is named',
    ],
  ])('refuses a plugin that %s', (_what, members, operations, message) => {
    expect(() => serve(members, operations)).toThrow(message);
    expect(() => serve(members, operations)).toThrow(expect.objectContaining({ code: 'plugin_threw' }));
  });

  it('refuses a plugin whose factory throws, keeping the errors of the taxonomy', () => {
    const throwing = (error: unknown) => () =>
      serveFactory(() => {
        throw error;
      }, ['testCredentials']);
    expect(throwing(new TypeError('no'))).toThrow(
      expect.objectContaining({ code: 'plugin_threw', message: 'TypeError: no' }),
    );
    expect(throwing(new FairleadError('settings_invalid'))).toThrow(
      expect.objectContaining({ code: 'settings_invalid' }),
    );
  });

  it.each([
    ['an Error', new RangeError('too far'), { code: 'plugin_threw', message: 'RangeError: too far' }],
    ['a text', 'oops', { code: 'plugin_threw', message: 'oops' }],
    ['undefined', undefined, { code: 'plugin_threw', message: 'undefined' }],
    [
      'an endless message',
      new Error('x'.repeat(9_999)),
      { code: 'plugin_threw', message: `Error: ${'x'.repeat(493)}` },
    ],
    [
      'an error of the taxonomy',
      new FairleadError('rate_limited', { retryAfterMs: 7 }),
      { code: 'rate_limited', retryAfterMs: 7 },
    ],
  ])('makes of %s thrown by an operation an error of the taxonomy', async (_what, thrown, expected) => {
    const served = serve({ testCredentials: () => Promise.reject(thrown) }, ['testCredentials']);
    expect(await failureOf(served.call(channel.testCredentials, {}, call()))).toMatchObject(expected);
  });

  it('calls what is thrown after an abort cancelled, or what the abort said', async () => {
    const served = serve({ testCredentials: () => Promise.reject(new Error('socket closed')) }, ['testCredentials']);
    const timedOut = AbortSignal.abort(new FairleadError('timeout'));
    expect(await failureOf(served.call(channel.testCredentials, {}, call(AbortSignal.abort())))).toMatchObject({
      code: 'cancelled',
    });
    expect(await failureOf(served.call(channel.testCredentials, {}, call(timedOut)))).toMatchObject({
      code: 'timeout',
    });
  });

  it('answers feature_unsupported for an operation that is not implemented', async () => {
    const served = serve({ testCredentials: () => account }, ['testCredentials']);
    expect(await failureOf(served.call(channel.fetch, { limit: 1 }, call()))).toMatchObject({
      code: 'feature_unsupported',
    });
  });

  it('asks for a resume token with each item of a subscription, and ends what it reads', async () => {
    const ended = vi.fn<() => void>();
    const served = serve(
      {
        testCredentials: () => account,
        async *listen() {
          try {
            yield { item: message('1'), resume: 'after-1' };
            yield { item: message('2') };
          } finally {
            ended();
          }
        },
      },
      ['listen', 'testCredentials'],
    );
    const items = served.open(channel.listen, {}, call());
    expect(await items.next()).toMatchObject({ value: { item: { id: '1' }, resume: 'after-1' } });
    expect(await failureOf(items.next())).toMatchObject({ code: 'output_invalid' });
    expect(ended).toHaveBeenCalledOnce();
  });

  it('ends the plugin’s own iteration when the consumer stops', async () => {
    const ended = vi.fn<() => void>();
    const served = serve(
      {
        testCredentials: () => account,
        async *listen() {
          try {
            for (let id = 1; ; id++) yield { item: message(String(id)), resume: String(id) };
          } finally {
            ended();
          }
        },
      },
      ['listen', 'testCredentials'],
    );
    for await (const _item of served.open(channel.listen, {}, call())) break;
    expect(ended).toHaveBeenCalledOnce();
  });

  it('disposes once, and logs what fails', async () => {
    const dispose = vi.fn<() => Promise<void>>(() => Promise.reject(new Error('already gone')));
    const { context, logs } = memoryContext();
    const served = servePlugin({
      plugin: plain({ testCredentials: () => account, dispose }),
      manifest: manifest('testCredentials'),
      context,
      handles,
    });
    await served.dispose();
    await served.dispose();
    expect(dispose).toHaveBeenCalledOnce();
    expect(logs).toMatchObject([{ level: 'error', message: 'The plugin failed to dispose.' }]);
    expect(await failureOf(served.call(channel.testCredentials, {}, call()))).toMatchObject({
      code: 'feature_unsupported',
    });
  });
});

const handles = { toHandle: () => 'handle', fromHandle: () => expect.unreachable('no secret is expected') };

function manifest(...operations: string[]): Manifest {
  return {
    id: 'channel-test',
    displayName: 'Test',
    description: 'Test',
    sdk: '*',
    capabilities: { channel: { version: 1, operations: Object.fromEntries(operations.map((name) => [name, {}])) } },
    settings: './settings.schema.json',
    settingsVersion: 1,
    egress: [],
    host: { prefers: 'inline' },
  };
}

/** As a plugin built elsewhere may be: no compiler has seen whether its members fit. */
function plain(members: object): Plugin {
  return plainFactory(() => members);
}

function plainFactory(factory: () => object): Plugin {
  return definePlugin({ id: 'channel-test', settings })({ capabilities: { channel: factory as never } });
}

function serve(members: object, operations: string[]) {
  return serveFactory(() => members, operations);
}

function serveFactory(factory: () => object, operations: string[]) {
  return servePlugin({
    plugin: plainFactory(factory),
    manifest: manifest(...operations),
    context: memoryContext().context,
    handles,
  });
}

function memoryContext() {
  const unreachable = () => Promise.reject(new FairleadError('unreachable'));
  const http = { fetch: unreachable, stream: unreachable };
  return createMemoryContext({ settings: {}, clock: new FakeClock(), http, signal: new AbortController().signal });
}

function message(id: string) {
  return { id, change: 'created', revision: '0', text: 'hello', attachments: [] };
}
