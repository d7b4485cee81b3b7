import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FairleadError, isFairleadError, Secret, type StoredSecrets } from '@fairlead/sdk';
import type { ServedConnection } from '@fairlead/sdk/host';
import { FakeClock, failureOf } from '@fairlead/sdk/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConnectionServices } from '../host/plugin-host.ts';
import type { HostKind } from '../plugin-record.ts';
import { callOf, type HostHarness, hostHarness, trial, trialCode } from './host-harness.ts';

const settingsWithSecrets = {
  type: 'object',
  properties: {
    greeting: { type: 'string' },
    token: { type: 'string', 'x-wire': 'secret', 'x-fairlead-secret': true },
    keys: { type: 'array', items: { type: 'string', 'x-wire': 'secret' }, 'x-fairlead-secret': true },
  },
  additionalProperties: false,
};

/** A slow machine starts a process in its own time. */
const patience = { timeout: 60_000, interval: 20 };

/**
 * What every host promises, tried on real packages. A caller can tell hosts apart by the time that things take, and by
 * nothing else.
 */
export function hostConformance(kind: HostKind): void {
  let harness: HostHarness;
  beforeEach(async () => {
    harness = await hostHarness(kind);
  });
  afterEach(() => harness.dispose());

  const serve = async (ask = 'return { value };', part = {}, services = {}): Promise<ServedConnection> => {
    const { running } = await harness.start({ code: trialCode({ ask }) });
    return running.serve(harness.spec(part, services));
  };
  const asked = async (served: ServedConnection, value = 'x') => {
    const answer = (await served.call(trial.ask, { value }, callOf())) as { readonly value: string };
    return answer.value;
  };
  const saidSoon = (message: string) =>
    vi.waitFor(() => expect(harness.logged.map((line) => line.message)).toContain(message), patience);

  describe('a start', () => {
    it('refuses code that cannot be loaded, and names no path outside the package', async () => {
      const error = await harness.start({ code: "import './nowhere.js';" }).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ permanent: false, faults: [{ code: 'import_failed' }] });
      expect(String(error)).not.toContain(harness.folder.path);
    });

    it('refuses code that throws while it is loaded', async () => {
      const error = await harness.start({ code: "throw new Error('not today');" }).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ permanent: false, faults: [{ code: 'import_failed' }] });
      expect(String(error)).toContain('not today');
    });

    it.each([
      ['export default 7;', 'definePlugin'],
      [trialCode().replace("id: 'trial-subject'", "id: 'trial-other'"), 'calls itself “trial-other”'],
      [trialCode().replace('trial(context)', 'unheard(context)'), 'not implemented'],
    ])('refuses for good what is not the plugin of its manifest', async (code, words) => {
      const error = await harness.start({ code }).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ permanent: true });
      expect(String(error)).toContain(words);
    });

    it('is not begun when nobody waits for it any more', async () => {
      const signal = AbortSignal.abort(new Error('given up'));
      await expect(harness.start({}, { signal })).rejects.toThrow('given up');
    });
  });

  describe('a connection', () => {
    it('has its settings with secrets as Secret, its name and its address', async () => {
      const { running } = await harness.start({
        settings: settingsWithSecrets,
        code: trialCode({
          ask: `const { settings, connection, webhookUrl } = context;
            const texts = [settings.token, ...settings.keys].map((one) => one.reveal());
            return { value: [String(settings.token), ...texts, settings.greeting, connection.name, webhookUrl].join(' ') };`,
        }),
      });
      const settings = { greeting: 'hi', token: new Secret('t-1'), keys: [new Secret('k-1'), new Secret('k-2')] };
      const served = await running.serve(harness.spec({ settings }));
      expect(await asked(served)).toBe('[secret] t-1 k-1 k-2 hi One http://127.0.0.1/hooks/c1');
    });

    it('whose factory throws is refused as a fault of the plugin', async () => {
      const { running } = await harness.start({ code: trialCode({ make: "throw new Error('no connection today');" }) });
      const error = await failureOf(running.serve(harness.spec()));
      expect(error).toMatchObject({ code: 'plugin_threw', class: 'plugin_bug' });
      expect(error.message).toContain('no connection today');
    });

    it('whose members are not those of the manifest is refused as a fault of the plugin', async () => {
      const { running } = await harness.start({ code: trialCode().replace('carry:', 'carries:') });
      expect(await failureOf(running.serve(harness.spec()))).toMatchObject({ code: 'plugin_threw' });
    });

    it('is one of several, each with its own instance', async () => {
      const { running } = await harness.start({
        code: trialCode({
          make: 'let calls = 0;',
          ask: 'calls += 1; return { value: context.connection.id + calls };',
        }),
      });
      const one = await running.serve(harness.spec());
      const two = await running.serve(harness.spec({ connection: { id: 'c2', name: 'Two' } }));
      expect([await asked(one), await asked(two), await asked(one)]).toEqual(['c11', 'c21', 'c12']);
    });

    it('is disposed of once, however often that is asked for', async () => {
      const served = await serve();
      await Promise.all([served.dispose(), served.dispose()]);
      await served.dispose();
      await saidSoon('disposed');
      expect(harness.logged.filter(({ message }) => message === 'disposed')).toHaveLength(1);
    });

    it('sees its signal aborted when it stops', async () => {
      const stop = new AbortController();
      const { running } = await harness.start({
        code: trialCode({ make: "context.signal.addEventListener('abort', () => context.log.info('halted'));" }),
      });
      await running.serve(harness.spec({}, { signal: stop.signal }));
      stop.abort(new FairleadError('connection_inactive'));
      await saidSoon('halted');
    });

    it('that is served after a stop is refused', async () => {
      const hosted = await harness.start();
      await hosted.stop();
      expect(await failureOf(hosted.running.serve(harness.spec()))).toMatchObject({ code: 'plugin_not_running' });
    });
  });

  describe('a call', () => {
    it('carries bytes, secrets, big numbers, and leaves out what is absent', async () => {
      const served = await serve();
      const bytes = new Uint8Array([0, 255, 128, 10]);
      const handle = harness.handles.toHandle(new Secret('s-1'));
      const money = { amountMinor: '123456789012345678901234567890', currency: 'JPY' };
      const answer = await served.call(trial.carry, { bytes, secret: handle, money }, callOf());
      const { secret, ...rest } = answer as { readonly secret: string };
      expect(harness.handles.fromHandle(secret).reveal()).toBe('s-1');
      expect(rest).toEqual({ bytes, money });
    });

    it('carries any text', async () => {
      const served = await serve();
      const texts = ['', '\u0000', 'ünïcødé 🦜 \u2028', '__proto__', '"\\', 'x'.repeat(4_000)];
      expect(await Promise.all(texts.map((text) => asked(served, text)))).toEqual(texts);
    });

    it('tells the plugin its key, attempt and time', async () => {
      const served = await serve("return { value: [call.idempotencyKey, call.attempt, call.timeoutMs].join(' ') };");
      const call = callOf({ idempotencyKey: 'k-1', attempt: 2, timeoutMs: 1_234 });
      expect(await served.call(trial.ask, { value: 'x' }, call)).toEqual({ value: 'k-1 2 1234' });
      expect(await served.call(trial.ask, { value: 'x' }, callOf())).toEqual({ value: ' 1 60000' });
    });

    it('ends with the error of the taxonomy that the plugin threw, all of it', async () => {
      const served = await serve(
        "throw new FairleadError('rate_limited', { message: 'Slow.', retryAfterMs: 250, details: { a: 1, b: ['c'] } });",
      );
      expect(await failureOf(asked(served))).toMatchObject({
        code: 'rate_limited',
        class: 'rate_limited',
        message: 'Slow.',
        retryAfterMs: 250,
        details: { a: 1, b: ['c'] },
      });
    });

    it.each([
      ["throw new TypeError('oops');", 'TypeError: oops'],
      ["throw 'a text';", 'a text'],
      ['return { value: context.missing.member };', 'TypeError'],
    ])('ends with a fault of the plugin when it throws anything else: %s', async (ask, words) => {
      const error = await failureOf(asked(await serve(ask)));
      expect(error).toMatchObject({ code: 'plugin_threw', class: 'plugin_bug' });
      expect(error.message).toContain(words);
    });

    it('ends with a fault of the plugin when its answer has another form than its contract', async () => {
      const { running } = await harness.start({
        code: trialCode().replace(
          'carry: async (input) => input',
          'carry: async (input) => ({ ...input, money: { amountMinor: 7 } })',
        ),
      });
      const served = await running.serve(harness.spec());
      const input = {
        bytes: new Uint8Array(),
        secret: harness.handles.toHandle(new Secret('s')),
        money: { amountMinor: '1', currency: 'USD' },
      };
      expect(await failureOf(served.call(trial.carry, input, callOf()))).toMatchObject({ code: 'output_invalid' });
    });

    it('that is given up tells the plugin why', async () => {
      const served = await serve(`
        context.log.info('began');
        await new Promise((resolve) => call.signal.addEventListener('abort', resolve, { once: true }));
        throw call.signal.reason;`);
      const caller = new AbortController();
      const error = failureOf(served.call(trial.ask, { value: 'x' }, callOf({ signal: caller.signal })));
      await saidSoon('began');
      caller.abort(new FairleadError('timeout', { message: 'Too late.' }));
      expect(await error).toMatchObject({ code: 'timeout', message: 'Too late.' });
    });

    it('that was given up before it began is begun with an aborted signal', async () => {
      const served = await serve(`
        if (!call.signal.aborted) await new Promise((resolve) => call.signal.addEventListener('abort', resolve));
        throw new Error('any');`);
      const signal = AbortSignal.abort(new FairleadError('cancelled'));
      expect(await failureOf(served.call(trial.ask, { value: 'x' }, callOf({ signal })))).toMatchObject({
        code: 'cancelled',
      });
    });

    it('of a member that is not there is refused', async () => {
      const operation = { ...trial.ask, name: 'unheardOf' };
      expect(await failureOf((await serve()).call(operation as never, {}, callOf()))).toMatchObject({
        code: 'feature_unsupported',
      });
    });

    it('does not wait for another', async () => {
      const served = await serve("if (value === 'slow') await new Promise(() => {}); return { value };");
      void served.call(trial.ask, { value: 'slow' }, callOf()).catch(() => undefined);
      expect(await asked(served, 'quick')).toBe('quick');
    });
  });

  describe('a stream', () => {
    const read = async (items: AsyncIterable<unknown>, most = Number.POSITIVE_INFINITY) => {
      const found: unknown[] = [];
      for await (const item of items) {
        found.push(item);
        if (found.length >= most) break;
      }
      return found;
    };

    it('gives every item in order, and ends', async () => {
      const items = await read((await serve()).open(trial.count, { value: '300' }, callOf()));
      expect(items).toEqual(Array.from({ length: 300 }, (_, index) => ({ value: String(index + 1) })));
    });

    it('ends in the plugin when its consumer stops', async () => {
      const served = await serve();
      expect(await read(served.open(trial.count, { value: '1000000' }, callOf()), 3)).toHaveLength(3);
      await saidSoon('count ended');
    });

    it('does not run ahead of its consumer', async () => {
      const served = await serve();
      const items = served.open(trial.count, { value: '100000' }, callOf());
      for (let count = 0; count < 10; count += 1) await items.next();
      // What the plugin has made by now it has said, because it speaks in order.
      await asked(served);
      expect(harness.logged.filter(({ message }) => message.startsWith('made')).length).toBeLessThanOrEqual(80);
      await items.return();
      await saidSoon('count ended');
    });

    it('gives what came before its error, then the error', async () => {
      const items = (await serve()).open(trial.follow, { value: '4' }, callOf());
      expect(await items.next()).toEqual({ done: false, value: { item: { value: '5' }, resume: '5' } });
      expect(await items.next()).toMatchObject({ value: { resume: '6' } });
      expect(await failureOf(items.next())).toMatchObject({ code: 'vendor_error', message: 'Seven.' });
    });

    it('that is given up while it waits ends in the plugin too', async () => {
      const caller = new AbortController();
      const items = (await serve()).open(trial.follow, { value: '998' }, callOf({ signal: caller.signal }));
      await items.next();
      const next = items.next().then(
        ({ done }) => done,
        (error: unknown) => isFairleadError(error, 'cancelled'),
      );
      caller.abort(new FairleadError('cancelled'));
      expect(await next).toBe(true);
      await saidSoon('follow ended');
    });
  });

  describe('what a plugin has from the hub', () => {
    it('is state: written, read and deleted, and refused with the hub’s error', async () => {
      const entries = new Map<string, unknown>();
      const state = {
        get: async (key: string) => entries.get(key),
        put: async (key: string, value: unknown) => {
          if (key === 'full') throw new FairleadError('input_invalid', { message: 'No more.' });
          entries.set(key, value);
        },
        delete: async (key: string) => void entries.delete(key),
      };
      const served = await serve(
        `const { state } = context;
        await state.put('a', { deep: [1, null] });
        await state.put('b', 1);
        await state.delete('b');
        const refused = await state.put('full', 1).catch((error) => error.code + error.message);
        return { value: JSON.stringify([await state.get('a'), await state.get('b') === undefined, refused]) };`,
        {},
        { state },
      );
      expect(JSON.parse(await asked(served))).toEqual([{ deep: [1, null] }, true, 'input_invalidNo more.']);
      expect([...entries.keys()]).toEqual(['a']);
    });

    it('is secrets, as Secret on both sides', async () => {
      const kept = new Map<string, Secret>();
      const put = vi.fn<StoredSecrets['put']>(async (name: string, value: Secret) => void kept.set(name, value));
      const secrets = {
        get: async (name: string) => kept.get(name),
        put,
        delete: async (name: string) => void kept.delete(name),
      };
      const served = await serve(
        `const { secrets } = context;
        await secrets.put('token', new Secret('t-9'), { expiresAt: '2030-01-01T00:00:00Z' });
        const read = await secrets.get('token');
        await secrets.delete('token');
        return { value: [String(read), read.reveal(), await secrets.get('token')].join(' ') };`,
        {},
        { secrets },
      );
      expect(await asked(served)).toBe('[secret] t-9 ');
      expect(put.mock.calls[0]).toMatchObject(['token', expect.any(Secret), { expiresAt: '2030-01-01T00:00:00Z' }]);
    });

    it('is another connection, in the form that code sees', async () => {
      const invoke = vi.fn<ConnectionServices['invoke']>(async (_id, _operation, input) => input);
      const served = await serve(
        `const { bytes, closedObject, moneySchema } = await import('@fairlead/sdk');
        const schema = closedObject({ bytes: bytes(), money: moneySchema() });
        const operation = { capability: 'trial', name: 'carry', kind: 'unary', repeat: 'safe', input: schema, output: schema };
        const output = await context.invoke('c9', operation, {
          bytes: new Uint8Array([1, 2]), money: { amountMinor: 5n, currency: 'USD' },
        });
        return { value: [output.bytes instanceof Uint8Array, [...output.bytes], typeof output.money.amountMinor].join(' ') };`,
        {},
        { invoke },
      );
      expect(await asked(served)).toBe('true 1,2 bigint');
      expect(invoke.mock.calls[0]?.[0]).toBe('c9');
      expect(invoke.mock.calls[0]?.[2]).toMatchObject({ money: { amountMinor: 5n } });
    });

    it('is a log, whose errors and secrets can be written', async () => {
      const served = await serve(`
        context.log.warn('careful', { error: new TypeError('bad'), token: new Secret('t-1'), big: 5n });
        return { value };`);
      await asked(served);
      await saidSoon('careful');
      const line = harness.logged.find(({ message }) => message === 'careful');
      expect(line?.level).toBe('warn');
      expect(
        JSON.stringify(line?.fields, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}` : value)),
      ).not.toContain('t-1');
    });

    it('is HTTP, to the hosts of the manifest and no others', async () => {
      const vendor = await listen();
      try {
        const { port } = vendor.address() as AddressInfo;
        const served = await serve(`
          const found = await context.http.fetch('http://127.0.0.1:${port}/a');
          const refused = await context.http.fetch('http://vendor.example/').catch((error) => error.code);
          return { value: [found.status, found.text(), refused].join(' ') };`);
        expect(await asked(served)).toBe('200 vendor of /a address_forbidden');
      } finally {
        vendor.close();
      }
    });

    it('is HTTP that is read piece by piece, and closed by whoever has read enough', async () => {
      const closed = Promise.withResolvers<void>();
      const vendor = createServer((_request, response) => {
        response.once('close', closed.resolve);
        response.writeHead(200).write('first');
      });
      vendor.listen(0, '127.0.0.1');
      await once(vendor, 'listening');
      try {
        const { port } = vendor.address() as AddressInfo;
        const served = await serve(`
          const { status, body } = await context.http.stream('http://127.0.0.1:${port}/a');
          const { value: piece } = await body.next();
          await body.return();
          const refused = await context.http.stream('http://vendor.example/').catch((error) => error.code);
          return { value: [status, new TextDecoder().decode(piece), refused].join(' ') };`);
        expect(await asked(served)).toBe('200 first address_forbidden');
        await closed.promise;
      } finally {
        vendor.close();
      }
    });

    it('is the time, also on a clock that is moved by hand', async () => {
      const clock = new FakeClock();
      const served = await serve(
        `if (value === 'wait') context.clock.schedule(5_000, () => context.log.info('rang'));
        return { value: [context.clock.now(), context.clock.monotonic()].join(' ') };`,
        {},
        { clock },
      );
      expect(await asked(served)).toBe(`${clock.now()} 0`);
      await clock.advance(1_000);
      expect(await asked(served, 'wait')).toBe(`${clock.now()} 1000`);
      await vi.waitFor(() => expect(clock.pending).toBe(1), patience);
      await clock.advance(5_000);
      await saidSoon('rang');
    });
  });

  describe('settings', () => {
    it('are moved by the plugin’s own migrations, both ways', async () => {
      const { running } = await harness.start();
      const up = await running.migrateSettings({ settings: { old: 1, same: 2 }, from: 1, to: 2 });
      expect(up).toEqual({ settings: { renamed: 1, same: 2 }, renamedSecrets: { key: 'apiKey' } });
      const down = await running.migrateSettings({ settings: up.settings, from: 2, to: 1 });
      expect(down).toEqual({ settings: { old: 1, same: 2 }, renamedSecrets: { apiKey: 'key' } });
    });

    it('stay where they are when a migration throws', async () => {
      const { running } = await harness.start();
      const error = await failureOf(running.migrateSettings({ settings: {}, from: 2, to: 3 }));
      expect(error).toMatchObject({ code: 'plugin_threw' });
      expect(error.message).toContain('not today');
    });
  });

  describe('a stop', () => {
    it('disposes of every connection, and tells of no breakdown', async () => {
      const hosted = await harness.start();
      await hosted.running.serve(harness.spec());
      await hosted.running.serve(harness.spec());
      await hosted.stop();
      await hosted.stop();
      expect(harness.logged.filter(({ message }) => message === 'disposed')).toHaveLength(2);
      expect(harness.exits).toEqual([]);
    });

    it('of what was replaced waits for its last connection', async () => {
      const hosted = await harness.start();
      const served = await hosted.running.serve(harness.spec());
      let retired = false;
      const retiring = hosted.retire(60_000).then(() => {
        retired = true;
      });
      expect(await asked(served, 'still here')).toBe('still here');
      expect(retired).toBe(false);
      await served.dispose();
      await retiring;
    });

    it('of what was replaced does not wait longer than it was told', async () => {
      const hosted = await harness.start();
      await hosted.running.serve(harness.spec());
      await hosted.retire(10);
      await saidSoon('disposed');
    });
  });
}

async function listen(): Promise<Server> {
  const server = createServer((request, response) => response.end(`vendor of ${request.url}`));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
