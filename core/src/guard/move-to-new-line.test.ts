import { FairleadError, paymentGateway } from '@fairlead/sdk';
import { failureOf } from '@fairlead/sdk/testing';
import { describe, expect, it } from 'vitest';
import { captured, captureInput, createGuardBench, status, testManifest } from './testing/guard-bench.ts';

const { getStatus, capture } = paymentGateway;
const statusInput = { providerRef: 'p1' };
const key = { idempotencyKey: 'k1' };

/** A gateway whose process dies under its first call. */
function dyingBench(answer: object, { startedAgain = true, manifest = testManifest } = {}) {
  let calls = 0;
  const bench = createGuardBench(
    () => {
      calls += 1;
      if (calls > 1) return answer;
      bench.running = startedAgain;
      bench.lines.replacePlugin(testManifest.id);
      throw new FairleadError('plugin_exited');
    },
    { manifest },
  );
  return { ...bench, bench, calls: () => calls };
}

describe('a call whose process died under it', () => {
  it('goes on on the instance that takes its place, and leaves the dead one', async () => {
    const { guard, clock, instances, calls } = dyingBench(status);
    const answer = guard.invoke('c1', getStatus, statusInput);
    await clock.advance(400);
    expect(await answer).toMatchObject({ vendorStatus: 'open' });
    expect([calls(), instances]).toEqual([2, { made: 2, disposed: 1 }]);
  });

  it('is repeated with its key', async () => {
    const { guard, clock } = dyingBench(captured);
    const answer = guard.invoke('c1', capture, captureInput, key);
    await clock.advance(400);
    expect(await answer).toMatchObject({ movementRef: 'm1' });
  });

  it('is unknown where the vendor cannot tell a repeat', async () => {
    const { capabilities } = testManifest;
    const gateway = capabilities['payment-gateway'];
    const operations = { ...gateway?.operations, capture: { dedupe: 'none' as const } };
    const manifest = { ...testManifest, capabilities: { 'payment-gateway': { version: 1, operations } } };
    const { guard, calls } = dyingBench(captured, { manifest });
    const error = await failureOf(guard.invoke('c1', capture, captureInput, key));
    expect(error).toMatchObject({ code: 'outcome_unknown', details: { cause: 'plugin_exited' } });
    expect(calls()).toBe(1);
  });

  it('waits for the plugin to be started again', async () => {
    const { guard, clock, bench } = dyingBench(status, { startedAgain: false });
    const answer = guard.invoke('c1', getStatus, statusInput);
    await clock.advance(1_500);
    bench.running = true;
    await clock.advance(100);
    expect(await answer).toMatchObject({ vendorStatus: 'open' });
  });

  it('does not wait for ever', async () => {
    const { guard, clock } = dyingBench(status, { startedAgain: false });
    const error = failureOf(guard.invoke('c1', getStatus, statusInput));
    await clock.advance(4_000);
    expect(await error).toMatchObject({ code: 'plugin_not_running' });
  });

  it('does not wait beyond its deadline', async () => {
    const { guard, clock } = dyingBench(status, { startedAgain: false });
    const error = failureOf(guard.invoke('c1', getStatus, statusInput, { deadlineMs: 1_000 }));
    await clock.advance(1_000);
    expect(await error).toMatchObject({ code: 'timeout' });
  });

  it('ends at once when the caller gives up', async () => {
    const { guard, clock } = dyingBench(status, { startedAgain: false });
    const caller = new AbortController();
    const error = failureOf(guard.invoke('c1', getStatus, statusInput, { signal: caller.signal }));
    await clock.advance(500);
    caller.abort();
    expect(await error).toMatchObject({ code: 'cancelled' });
  });

  it('holds no place in the lane while it waits', async () => {
    const { guard, clock, lines } = dyingBench(status, { startedAgain: false });
    const error = failureOf(guard.invoke('c1', getStatus, statusInput));
    await clock.advance(500);
    expect(lines.circuit('c1')?.lane(getStatus.lane).bulkhead.active).toBe(0);
    await clock.advance(4_000);
    await error;
  });
});
