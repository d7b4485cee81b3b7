import { type ErrorCode, FairleadError, paymentGateway } from '@fairlead/sdk';
import { failureOf } from '@fairlead/sdk/testing';
import { describe, expect, it } from 'vitest';
import { captured, captureInput, createGuardBench, status } from './testing/guard-bench.ts';

const { capture, getStatus } = paymentGateway;
const input = { providerRef: 'p1' };

/** A guard whose plugin fails always, and counts how often it was called. */
function failing(code: ErrorCode) {
  let calls = 0;
  const bench = createGuardBench(() => {
    calls += 1;
    throw new FairleadError(code);
  });
  return { ...bench, calls: () => calls };
}

/** A guard whose plugin never answers. */
function silent() {
  let calls = 0;
  const bench = createGuardBench(() => {
    calls += 1;
    return new Promise(() => undefined);
  });
  return { ...bench, calls: () => calls };
}

describe('a caller that repeats by itself', () => {
  it('has a safe operation that fails called once', async () => {
    const { guard, clock, calls } = failing('vendor_error');
    const failed = failureOf(guard.invoke('c1', getStatus, input, { attempts: 1 }));
    await clock.advance(60_000);
    expect(await failed).toMatchObject({ code: 'vendor_error' });
    expect(calls()).toBe(1);
  });

  it('is not kept waiting for a vendor that asks for a pause', async () => {
    const { guard, clock } = createGuardBench(() => {
      throw new FairleadError('rate_limited', { retryAfterMs: 100 });
    });
    const before = clock.monotonic();
    const failed = await failureOf(guard.invoke('c1', getStatus, input, { attempts: 1 }));
    expect(failed).toMatchObject({ code: 'rate_limited', retryAfterMs: 100 });
    expect(clock.monotonic()).toBe(before);
  });

  it('waits for one attempt’s time, not for that of three', async () => {
    const { guard, clock, calls } = silent();
    const once = failureOf(guard.invoke('c1', getStatus, input, { attempts: 1 }));
    await clock.advance(getStatus.timeoutMs);
    expect(await once).toMatchObject({ code: 'timeout' });
    expect(calls()).toBe(1);
  });

  it('has a keyed operation called as often as it says', async () => {
    const { guard, clock, calls } = failing('vendor_error');
    const failed = failureOf(guard.invoke('c1', capture, captureInput, { idempotencyKey: 'k1', attempts: 2 }));
    await clock.advance(60_000);
    expect(await failed).toMatchObject({ class: 'outcome_unknown' });
    expect(calls()).toBe(2);
  });
});

describe('a caller that does not', () => {
  it('waits for the time of three attempts, whether it says so or asks for more', async () => {
    for (const options of [{}, { attempts: 9 }]) {
      const { guard, clock, calls } = silent();
      let ended = false;
      const failed = failureOf(guard.invoke('c1', getStatus, input, options)).finally(() => (ended = true));
      await clock.advance(3 * getStatus.timeoutMs - 1);
      expect(ended).toBe(false);
      await clock.advance(1);
      expect(await failed).toMatchObject({ code: 'timeout' });
      expect(calls()).toBe(3);
    }
  });

  it('does not get more attempts than the guard makes', async () => {
    const { guard, clock, calls } = failing('vendor_error');
    const failed = failureOf(guard.invoke('c1', getStatus, input, { attempts: 9 }));
    await clock.advance(600_000);
    await failed;
    expect(calls()).toBe(3);
  });

  it('gets its answer at once, whatever the number of attempts', async () => {
    const { guard } = createGuardBench((operation) => (operation.name === 'capture' ? captured : status));
    expect(await guard.invoke('c1', getStatus, input, { attempts: 1 })).toMatchObject({ providerRef: 'p1' });
    expect(
      await guard.invoke('c1', capture, captureInput, { idempotencyKey: 'k1', attempts: 1, deadlineMs: 10 }),
    ).toMatchObject({ outcome: 'succeeded' });
  });
});
