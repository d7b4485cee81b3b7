import { FakeClock } from '@fairlead/sdk/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type BreakerPolicy, type BreakerState, createBreaker } from './index.ts';

const policy: BreakerPolicy = {
  consecutiveFailures: 2,
  failureShare: 0.5,
  minimumCalls: 20,
  windowMs: 30_000,
  restMs: 5_000,
  longestRestMs: 20_000,
};

function setUp() {
  const clock = new FakeClock();
  const told: BreakerState[] = [];
  const breaker = createBreaker(clock, policy, (state) => told.push(state));
  const fail = () => {
    expect(breaker.refusal()).toBeUndefined();
    breaker.record('failure');
  };
  return { clock, told, breaker, fail };
}

it('rests until the moment its rest is over, and is half open from then on although nobody has called', async () => {
  const { clock, breaker, told, fail } = setUp();
  fail();
  fail();
  expect(breaker.current()).toEqual({ state: 'open', retryInMs: 5_000 });
  await clock.advance(4_999);
  expect(breaker.current()).toEqual({ state: 'open', retryInMs: 1 });
  await clock.advance(1);
  expect(breaker.current()).toEqual({ state: 'half_open', probing: false });
  await clock.advance(3_600_000);
  expect(breaker.current()).toEqual({ state: 'half_open', probing: false });
  // Looking is no change: that comes with the call that tries.
  expect(told).toEqual([{ state: 'open', retryInMs: 5_000 }]);
});

it('says while one call tries that it does, and rests twice as long when that fails', async () => {
  const { clock, breaker, fail } = setUp();
  fail();
  fail();
  await clock.advance(5_000);
  expect(breaker.refusal()).toBeUndefined();
  expect(breaker.current()).toEqual({ state: 'half_open', probing: true });
  breaker.record('ignored');
  expect(breaker.current()).toEqual({ state: 'half_open', probing: false });
  fail();
  expect(breaker.current()).toEqual({ state: 'open', retryInMs: 10_000 });
  await clock.advance(10_000);
  expect(breaker.refusal()).toBeUndefined();
  breaker.record('success');
  expect(breaker.current()).toEqual({ state: 'closed' });
});

it('never says that it refuses when it would not, nor the other way round, whatever came before', async () => {
  const step = fc.oneof(
    fc.constantFrom('call', 'success', 'failure', 'ignored', 'look'),
    fc.integer({ min: 1, max: 25_000 }),
  );
  const property = fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
    const { clock, breaker } = setUp();
    let underWay = 0;
    const contradictions: BreakerState[] = [];
    for (const one of steps) {
      const state = breaker.current();
      const refuses = state.state === 'open' || (state.state === 'half_open' && state.probing);
      if (typeof one === 'number') await clock.advance(one);
      else if (one === 'call') {
        const isRefused = breaker.refusal() !== undefined;
        if (isRefused !== refuses) contradictions.push(state);
        if (!isRefused) underWay += 1;
      } else if (one !== 'look' && underWay > 0) {
        underWay -= 1;
        breaker.record(one);
      }
    }
    expect(contradictions).toEqual([]);
  });
  await fc.assert(property, { numRuns: 200 });
});
