import { channel, type ErrorCode, FairleadError, isFairleadError, paymentGateway } from '@fairlead/sdk';
import { failureOf } from '@fairlead/sdk/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captured, captureInput, createGuardBench, status, testManifest } from './testing/guard-bench.ts';

const { getStatus, capture, createCheckout } = paymentGateway;
const statusInput = { providerRef: 'p1' };
const key = { idempotencyKey: 'k1' };

/** Answers or throws what the list says, call by call; the last entry goes on for ever. */
function script(...steps: readonly (ErrorCode | object)[]) {
  let calls = 0;
  const answer = () => {
    const step = steps[Math.min(calls, steps.length - 1)];
    calls += 1;
    if (typeof step === 'string') throw new FairleadError(step);
    return step;
  };
  return { answer, calls: () => calls };
}

describe('a guarded call', () => {
  it('gives the answer decoded', async () => {
    const { guard } = createGuardBench(() => captured);
    expect(await guard.invoke('c1', capture, captureInput, key)).toMatchObject({ amount: { amountMinor: 100n } });
  });

  it('hands the input over in wire form, with key, attempt and timeout', async () => {
    const seen: unknown[] = [];
    const { guard } = createGuardBench((_operation, input, call) => {
      seen.push(input, call.idempotencyKey, call.attempt, call.timeoutMs);
      return captured;
    });
    await guard.invoke('c1', capture, captureInput, key);
    expect(seen).toEqual([{ ...captureInput, amount: { amountMinor: '100', currency: 'USD' } }, 'k1', 1, 20_000]);
  });

  it('refuses input that does not fit, naming the path, and calls nobody', async () => {
    const { answer, calls } = script(status);
    const { guard, recorder } = createGuardBench(answer);
    const error = await failureOf(guard.invoke('c1', getStatus, { providerRef: 7 } as never));
    expect(error).toMatchObject({ code: 'input_invalid', details: { paths: ['/providerRef'] } });
    expect([calls(), recorder.lastAt()]).toEqual([0, undefined]);
  });

  it('refuses a number where a bigint belongs, naming the path', async () => {
    const { guard } = createGuardBench(() => captured);
    const input = { ...captureInput, amount: { amountMinor: 100, currency: 'USD' } } as never;
    expect(await failureOf(guard.invoke('c1', capture, input, key))).toMatchObject({
      details: { paths: ['/amount/amountMinor'] },
    });
  });

  it('refuses a keyed operation without a key', async () => {
    const { guard } = createGuardBench(() => captured);
    expect(await failureOf(guard.invoke('c1', capture, captureInput))).toMatchObject({ code: 'input_invalid' });
  });

  it('says from the manifest that an operation is not offered', async () => {
    const { guard } = createGuardBench(() => status);
    const input = { since: '2026-01-01T00:00:00Z', undeliveredOnly: true };
    expect(await failureOf(guard.invoke('c1', paymentGateway.listEvents, input))).toMatchObject({
      code: 'feature_unsupported',
    });
  });

  it('turns an answer that does not fit into a bug of the plugin, not retried', async () => {
    const { answer, calls } = script({ nonsense: true });
    const { guard, bugs } = createGuardBench(answer);
    expect(await failureOf(guard.invoke('c1', getStatus, statusInput))).toMatchObject({ code: 'output_invalid' });
    expect([calls(), bugs.length]).toEqual([1, 1]);
  });

  it('is refused while the connection is paused, locked or gone', async () => {
    const paused = createGuardBench(() => status);
    paused.connection = { ...paused.connection, status: 'paused' };
    expect(await failureOf(paused.guard.invoke('c1', getStatus, statusInput))).toMatchObject({
      code: 'connection_inactive',
    });
    const locked = createGuardBench(() => status);
    locked.locked = 'key k1 is missing';
    expect(await failureOf(locked.guard.invoke('c1', getStatus, statusInput))).toMatchObject({
      code: 'credentials_locked',
      message: 'key k1 is missing',
    });
    expect(await failureOf(locked.guard.invoke('c9', getStatus, statusInput))).toMatchObject({
      code: 'connection_inactive',
    });
  });
});

describe('retries', () => {
  it('repeat a safe operation until it works, waiting in between', async () => {
    const { answer, calls } = script('vendor_error', 'timeout', status);
    const { guard, clock, recorder } = createGuardBench(answer);
    const answered = guard.invoke('c1', getStatus, statusInput);
    await clock.advance(199);
    expect(calls()).toBe(1);
    await clock.advance(1_000);
    expect(await answered).toMatchObject({ providerRef: 'p1' });
    expect(recorder.peek()).toMatchObject({ calls: 3, errors: 2 });
  });

  it('wait as long as the vendor asks, when the deadline allows it', async () => {
    let calls = 0;
    const { guard, clock } = createGuardBench(() => {
      calls += 1;
      if (calls === 1) throw new FairleadError('rate_limited', { retryAfterMs: 7_000 });
      return status;
    });
    const answered = guard.invoke('c1', getStatus, statusInput);
    await clock.advance(6_999);
    expect(calls).toBe(1);
    await clock.advance(1);
    await answered;
    expect(calls).toBe(2);
  });

  it('do not wait past the deadline', async () => {
    const { guard, clock } = createGuardBench(() => {
      throw new FairleadError('rate_limited', { retryAfterMs: 7_000 });
    });
    expect(await failureOf(guard.invoke('c1', getStatus, statusInput, { deadlineMs: 5_000 }))).toMatchObject({
      code: 'rate_limited',
    });
    expect(clock.monotonic()).toBe(0);
  });

  it.each(['credentials_invalid', 'settings_invalid', 'vendor_rejected', 'plugin_threw'] as const)(
    'never follow %s',
    async (code) => {
      const { answer, calls } = script(code);
      const { guard } = createGuardBench(answer);
      await failureOf(guard.invoke('c1', getStatus, statusInput));
      expect(calls()).toBe(1);
    },
  );

  it('use the same key on every attempt', async () => {
    const keys: unknown[] = [];
    const { guard, clock } = createGuardBench((_operation, _input, call) => {
      keys.push(call.idempotencyKey);
      if (keys.length < 3) throw new FairleadError('timeout');
      return captured;
    });
    const answered = guard.invoke('c1', capture, captureInput, key);
    await clock.advance(5_000);
    await answered;
    expect(keys).toEqual(['k1', 'k1', 'k1']);
  });

  it('do not repeat a keyed operation of a vendor that cannot tell a repeat', async () => {
    const { answer, calls } = script('timeout');
    const support = testManifest.capabilities['payment-gateway'] as { version: number; operations: object };
    const weak = { ...support, operations: { ...support.operations, capture: { dedupe: 'none' as const } } };
    const { guard } = createGuardBench(answer, {
      manifest: { ...testManifest, capabilities: { 'payment-gateway': weak } },
    });
    expect(await failureOf(guard.invoke('c1', capture, captureInput, key))).toMatchObject({ code: 'outcome_unknown' });
    expect(calls()).toBe(1);
  });
});

describe('a call that may have happened', () => {
  const send = { chatId: '1', text: 'hello', reference: 'r1' };

  it('is unknown, not failed, when it times out and may not be repeated', async () => {
    const { guard, clock } = createGuardBench(() => new Promise(() => undefined));
    const error = failureOf(guard.invoke('c1', channel.send, send));
    await clock.advance(20_000);
    expect(await error).toMatchObject({ class: 'outcome_unknown', details: { cause: 'timeout' } });
  });

  it('is unknown when the caller gives up after it was sent', async () => {
    const { guard, clock } = createGuardBench(() => new Promise(() => undefined));
    const caller = new AbortController();
    const error = failureOf(guard.invoke('c1', channel.send, send, { signal: caller.signal }));
    await clock.settle();
    caller.abort();
    expect(await error).toMatchObject({ class: 'outcome_unknown' });
  });

  it('is not unknown when nothing was sent', async () => {
    const { guard } = createGuardBench(script('unreachable').answer);
    expect(await failureOf(guard.invoke('c1', channel.send, send))).toMatchObject({ code: 'unreachable' });
  });

  it('stays unknown when a later attempt is refused for the credentials', async () => {
    const { answer, calls } = script('timeout', 'credentials_invalid');
    const { guard, clock } = createGuardBench(answer);
    const error = failureOf(guard.invoke('c1', capture, captureInput, key));
    await clock.advance(5_000);
    expect(await error).toMatchObject({ class: 'outcome_unknown', details: { cause: 'credentials_invalid' } });
    expect(calls()).toBe(2);
  });

  it('is settled by a refusal of the same key', async () => {
    const { guard, clock } = createGuardBench(script('timeout', 'vendor_rejected').answer);
    const error = failureOf(guard.invoke('c1', capture, captureInput, key));
    await clock.advance(5_000);
    expect(await error).toMatchObject({ code: 'vendor_rejected' });
  });

  it('is unknown exactly when some attempt may have happened and none was answered, whatever the order', async () => {
    const notDone: readonly ErrorCode[] = ['unreachable', 'credentials_invalid', 'settings_invalid', 'rate_limited'];
    const perhaps: readonly ErrorCode[] = ['timeout', 'vendor_error', 'answer_unreadable', 'plugin_threw'];
    const answers: readonly (ErrorCode | object)[] = [...notDone, ...perhaps, 'vendor_rejected', captured];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...answers), { minLength: 3, maxLength: 3 }), async (steps) => {
        const { answer, calls } = script(...steps);
        const { guard, clock } = createGuardBench(answer);
        const ended = guard.invoke('c1', capture, captureInput, key).catch((error: unknown) => error);
        await clock.advance(60_000);
        const made = steps.slice(0, calls());
        const last = made.at(-1);
        const result = await ended;
        const unsettled = made.some((step) => perhaps.includes(step as ErrorCode)) ? 'outcome_unknown' : last;
        const expected = typeof last === 'object' ? 'answered' : last === 'vendor_rejected' ? last : unsettled;
        expect(isFairleadError(result) ? result.code : 'answered').toBe(expected);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the deadline and the caller', () => {
  it('end an attempt that ignores its signal', async () => {
    const { guard, clock } = createGuardBench(() => new Promise(() => undefined));
    const error = failureOf(guard.invoke('c1', getStatus, statusInput, { deadlineMs: 3_000 }));
    await clock.advance(3_000);
    expect(await error).toMatchObject({ code: 'timeout' });
  });

  it('abort the signal of the attempt', async () => {
    let signal: AbortSignal | undefined;
    const { guard, clock } = createGuardBench((_operation, _input, call) => {
      signal = call.signal;
      return new Promise(() => undefined);
    });
    const caller = new AbortController();
    const error = failureOf(guard.invoke('c1', getStatus, statusInput, { signal: caller.signal }));
    await clock.settle();
    caller.abort();
    expect(await error).toMatchObject({ code: 'cancelled' });
    expect(signal?.aborted).toBe(true);
  });

  it('leave no timer behind once the answer is there', async () => {
    const { guard, clock } = createGuardBench(() => status);
    await guard.invoke('c1', getStatus, statusInput);
    await clock.advance(60_000);
    expect(clock.pending).toBe(0);
  });
});

describe('the lanes', () => {
  it('rest after five failures in a row, try once, and close again', async () => {
    const { answer, calls } = script(...Array<ErrorCode>(5).fill('vendor_error'), captured);
    const { guard, clock } = createGuardBench(answer);
    for (let index = 0; index < 5; index += 1)
      await failureOf(guard.invoke('c1', capture, captureInput, { ...key, deadlineMs: 1 }));
    expect(await failureOf(guard.invoke('c1', capture, captureInput, { ...key, deadlineMs: 1 }))).toMatchObject({
      code: 'breaker_open',
    });
    expect(calls()).toBe(5);
    await clock.advance(5_000);
    await guard.invoke('c1', capture, captureInput, key);
    await guard.invoke('c1', capture, captureInput, key);
    expect(calls()).toBe(7);
  });

  it('tell a caller at once that they rest, instead of having it wait for the end of the rest', async () => {
    const { answer, calls } = script('vendor_error');
    const { guard, clock } = createGuardBench(answer);
    for (let index = 0; index < 5; index += 1)
      await failureOf(guard.invoke('c1', capture, captureInput, { ...key, deadlineMs: 1 }));
    const before = clock.monotonic();
    expect(await failureOf(guard.invoke('c1', capture, captureInput, key))).toMatchObject({ code: 'breaker_open' });
    expect([clock.monotonic(), calls()]).toEqual([before, 5]);
  });

  it('do not touch each other: reads go on while payments rest', async () => {
    const { guard } = createGuardBench((operation) => {
      if (operation.name === 'getStatus') return status;
      throw new FairleadError('vendor_error');
    });
    for (let index = 0; index < 6; index += 1)
      await failureOf(guard.invoke('c1', capture, captureInput, { ...key, deadlineMs: 1 }));
    expect(await guard.invoke('c1', getStatus, statusInput)).toMatchObject({ providerRef: 'p1' });
  });

  it('do not rest for refusals, limits or bad credentials', async () => {
    const { answer } = script(
      ...Array<ErrorCode>(10).fill('vendor_rejected'),
      ...Array<ErrorCode>(10).fill('credentials_invalid'),
      status,
    );
    const { guard } = createGuardBench(answer);
    for (let index = 0; index < 20; index += 1) await failureOf(guard.invoke('c1', getStatus, statusInput));
    expect(await guard.invoke('c1', getStatus, statusInput)).toMatchObject({ providerRef: 'p1' });
  });

  it('keep a queue of fixed length and refuse the rest', async () => {
    const release: (() => void)[] = [];
    const { guard, clock } = createGuardBench(() => new Promise((resolve) => release.push(() => resolve(captured))), {
      concurrent: 1,
    });
    const calls = [1, 2, 3].map(() => guard.invoke('c1', capture, captureInput, key));
    await clock.settle();
    expect(await failureOf(guard.invoke('c1', capture, captureInput, { ...key, deadlineMs: 1 }))).toMatchObject({
      code: 'bulkhead_full',
    });
    for (let index = 0; index < 3; index += 1) {
      release.shift()?.();
      await clock.settle();
    }
    expect(await Promise.all(calls)).toHaveLength(3);
  });

  it('are closed to calls while an admin forces them open, until the time given', async () => {
    const bench = createGuardBench(() => status);
    const until = new Date(bench.clock.now() + 60_000).toISOString();
    bench.connection = {
      ...bench.connection,
      overrides: { reads: { state: 'open', reason: 'maintenance', until, by: 'u1' } },
    };
    expect(await failureOf(bench.guard.invoke('c1', getStatus, statusInput))).toMatchObject({
      code: 'lane_forced_open',
    });
    await bench.clock.advance(60_000);
    expect(await bench.guard.invoke('c1', getStatus, statusInput)).toMatchObject({ providerRef: 'p1' });
  });

  it('let a queued caller go without counting it against the vendor', async () => {
    const { guard, clock, recorder } = createGuardBench(() => new Promise(() => undefined), { concurrent: 1 });
    void failureOf(guard.invoke('c1', createCheckout, checkout, key));
    await clock.settle();
    const caller = new AbortController();
    const error = failureOf(guard.invoke('c1', createCheckout, checkout, { ...key, signal: caller.signal }));
    await clock.settle();
    caller.abort();
    expect(await error).toMatchObject({ code: 'cancelled' });
    expect(recorder.peek()).toBeUndefined();
  });
});

const checkout = {
  reference: 'r1',
  amount: { amountMinor: 100n, currency: 'USD' },
  capture: 'automatic',
  returnUrl: 'http://127.0.0.1/return',
  cancelUrl: 'http://127.0.0.1/cancel',
} as const;

describe('changed settings', () => {
  it('make a new instance at once; the old one ends with its last call', async () => {
    let release: (value: unknown) => void = () => undefined;
    const bench = createGuardBench(() =>
      bench.instances.made === 1
        ? new Promise((resolve) => {
            release = resolve;
          })
        : status,
    );
    const first = bench.guard.invoke('c1', getStatus, statusInput);
    await bench.clock.settle();
    bench.lines.replace('c1');
    await bench.guard.invoke('c1', getStatus, statusInput);
    expect(bench.instances).toEqual({ made: 2, disposed: 0 });
    release(status);
    await first;
    expect(bench.instances).toEqual({ made: 2, disposed: 1 });
  });

  it('never serve a caller with an instance that was replaced while it was being made', async () => {
    const bench = createGuardBench(() => status);
    const call = bench.guard.invoke('c1', getStatus, statusInput);
    bench.lines.replace('c1');
    await call;
    expect(bench.instances).toEqual({ made: 2, disposed: 1 });
  });
});

describe('a subscription', () => {
  const message = { id: 'm1', change: 'created', revision: '0', text: 'hi', attachments: [] };

  it('gives items with their resume token until the consumer stops', async () => {
    const { guard } = createGuardBench(async function* () {
      for (let index = 1; ; index += 1) yield { item: message, resume: String(index) };
    });
    const tokens: string[] = [];
    for await (const { item, resume } of guard.open(
      'c1',
      channel.listen,
      {},
      { signal: new AbortController().signal },
    )) {
      expect(item.text).toBe('hi');
      if (tokens.push(resume) === 3) break;
    }
    expect(tokens).toEqual(['1', '2', '3']);
  });

  it('ends with the caller’s signal, even when the plugin ignores it', async () => {
    const { guard, clock } = createGuardBench(async function* () {
      await new Promise(() => undefined);
      yield undefined;
    });
    const caller = new AbortController();
    const next = failureOf(guard.open('c1', channel.listen, {}, { signal: caller.signal }).next());
    await clock.settle();
    caller.abort();
    expect(await next).toMatchObject({ code: 'cancelled' });
  });

  it('fails on an item that does not fit', async () => {
    const { guard, bugs } = createGuardBench(async function* () {
      yield { item: { nonsense: true }, resume: '1' };
    });
    const next = guard.open('c1', channel.listen, {}, { signal: new AbortController().signal }).next();
    expect(await failureOf(next)).toMatchObject({ code: 'output_invalid' });
    expect(bugs).toHaveLength(1);
  });
});
