import { FairleadError, paymentGateway, Secret } from '@fairlead/sdk';
import { FakeClock, failureOf } from '@fairlead/sdk/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ServeSpec } from '../plugins/index.ts';
import { createDeadlines } from '../resilience/index.ts';
import { createRedactor, type Redactor } from '../vault/index.ts';
import { createConnectionTrials } from './connection-trials.ts';
import { createContracts } from './contracts.ts';
import { testManifest } from './testing/guard-bench.ts';

const { testCredentials, capture } = paymentGateway;
const newKey = 'sk_tried_0123456789';
const works = { account: { id: 'acct_1' }, mode: 'test' };

let clock: FakeClock;
let redactor: Redactor;
let served: ServeSpec[];
let log: { forgotten: number; disposed: number; stopped: number };
let running: boolean;
let answer: (spec: ServeSpec, signal: AbortSignal) => unknown;
beforeEach(() => {
  clock = new FakeClock();
  redactor = createRedactor();
  served = [];
  log = { forgotten: 0, disposed: 0, stopped: 0 };
  running = true;
  answer = () => works;
});

const handles = {
  toHandle: () => 'handle',
  fromHandle: () => {
    throw new TypeError('no handles here');
  },
};
const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const live = () => {
  throw new Error('What is stored is not touched.');
};

/** The plugin of a test beside connections that are made up. */
function trials(revealed: object = { outcome: 'open', settings: { apiKey: new Secret(newKey) } }) {
  const unsaved = (changes?: string) => {
    redactor.register('unsaved', new Secret(newKey));
    const forget = () => {
      log.forgotten += 1;
      redactor.release('unsaved');
    };
    const head = { id: 't1', plugin: testManifest.id, name: 'Shop', allowedPrivateHosts: ['10.0.0.1'] };
    return { ...head, revealed, forget, ...(changes === undefined ? {} : { changes }) } as never;
  };
  const plugin = {
    id: testManifest.id,
    version: '1.0.0',
    manifest: testManifest,
    async serve(spec: ServeSpec) {
      served.push(spec);
      spec.services.signal.addEventListener('abort', () => void (log.stopped += 1));
      return {
        call: async (_operation: unknown, _input: unknown, call: { signal: AbortSignal }) => answer(spec, call.signal),
        open: live,
        dispose: async () => void (log.disposed += 1),
      };
    },
  };
  return createConnectionTrials({
    unsaved: { create: async () => unsaved(), change: async (id) => unsaved(id) },
    plugins: {
      running() {
        if (!running) throw new FairleadError('plugin_not_running');
        return plugin;
      },
    },
    redactor,
    opened: (one) => {
      if (one.outcome === 'open') return { state: 'open', settings: one.settings };
      return { state: 'locked', reason: 'The key is missing.' };
    },
    clock,
    connections: { describe: live, reveal: live, state: live, secrets: live },
    log: () => silent,
    webhookUrl: (id) => `http://127.0.0.1/hooks/${id}`,
    invoke: () => Promise.reject(new FairleadError('feature_unsupported')),
    deadlines: createDeadlines(clock),
    contracts: createContracts(handles),
    redact: (error) => new FairleadError(error.code, { message: redactor.text(error.message) }),
  });
}

const openNew = () => trials().openNew({ plugin: testManifest.id });

describe('a connection that is tried', () => {
  it('is served under an id of its own, with the private hosts it would have, and let go after', async () => {
    {
      await using trial = await openNew();
      expect(await trial.call(testCredentials, {})).toEqual(works);
      expect(served).toMatchObject([
        { connection: { id: 't1', name: 'Shop' }, services: { allowedPrivateHosts: ['10.0.0.1'] } },
      ]);
      expect(log).toEqual({ forgotten: 0, disposed: 0, stopped: 0 });
    }
    expect(log).toMatchObject({ disposed: 1, stopped: 1 });
  });

  it('takes the webhooks of the connection that it would change', async () => {
    await using _trial = await trials().openChange('c1', {}, {});
    expect(served).toMatchObject([{ connection: { id: 't1' }, services: { webhookUrl: 'http://127.0.0.1/hooks/c1' } }]);
  });

  it('keeps what the plugin keeps for the time of the try, and its secrets out of every text', async () => {
    answer = async ({ services: { state, secrets } }) => {
      expect(await state.get('a')).toBeUndefined();
      await state.put('a', { b: 1 });
      expect(await state.get('a')).toEqual({ b: 1 });
      await state.delete('a');
      expect(await state.get('a')).toBeUndefined();
      await secrets.put('token', new Secret('tok_0123456789'), { expiresAt: new Date(clock.now() + 1).toISOString() });
      expect((await secrets.get('token'))?.reveal()).toBe('tok_0123456789');
      expect(redactor.text('tok_0123456789')).toBe('[secret]');
      await clock.advance(1);
      expect(await secrets.get('token')).toBeUndefined();
      return works;
    };
    await using trial = await openNew();
    await trial.call(testCredentials, {});
  });

  it('has its secrets redacted for a minute longer, for what a process still prints', async () => {
    await (await openNew())[Symbol.asyncDispose]();
    await clock.advance(59_999);
    expect({ ...log, text: redactor.text(newKey) }).toMatchObject({ forgotten: 0, text: '[secret]' });
    await clock.advance(1);
    expect({ ...log, text: redactor.text(newKey) }).toMatchObject({ forgotten: 1, text: newKey });
  });
});

describe('a try', () => {
  it('calls once, and throws what came of it without the secret', async () => {
    let calls = 0;
    answer = () => {
      calls += 1;
      throw new FairleadError('vendor_error', { message: `No such key ${newKey}` });
    };
    await using trial = await openNew();
    const failure = await failureOf(trial.call(testCredentials, {}));
    expect(failure).toMatchObject({ code: 'vendor_error', message: 'No such key [secret]' });
    expect(calls).toBe(1);
  });

  it('has the deadline of its operation', async () => {
    let given: AbortSignal | undefined;
    answer = (_spec, signal) => {
      given = signal;
      return new Promise(() => undefined);
    };
    await using trial = await openNew();
    const failed = failureOf(trial.call(testCredentials, {}));
    await clock.advance(testCredentials.timeoutMs);
    expect(await failed).toMatchObject({ code: 'timeout' });
    expect(given?.aborted).toBe(true);
  });

  it('ends when the caller goes away', async () => {
    answer = () => new Promise(() => undefined);
    await using trial = await openNew();
    const caller = new AbortController();
    const failed = failureOf(trial.call(testCredentials, {}, { signal: caller.signal }));
    await clock.settle();
    caller.abort();
    expect(await failed).toMatchObject({ code: 'cancelled' });
  });

  it('refuses an answer that breaks the contract, and an operation that changes something', async () => {
    answer = () => ({ account: 'nobody' });
    await using trial = await openNew();
    expect(await failureOf(trial.call(testCredentials, {}))).toMatchObject({ code: 'output_invalid' });
    expect(await failureOf(trial.call(capture, {}))).toMatchObject({ code: 'feature_unsupported' });
  });

  it('that cannot begin is forgotten as well, and says why', async () => {
    running = false;
    expect(await failureOf(openNew())).toMatchObject({ code: 'plugin_not_running' });
    running = true;
    const locked = trials({ outcome: 'locked' }).openChange('c1', {}, {});
    expect(await failureOf(locked)).toMatchObject({ code: 'credentials_locked' });
    await clock.advance(60_000);
    expect(log.forgotten).toBe(2);
    expect(served).toEqual([]);
  });
});
