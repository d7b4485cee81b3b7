import { describe, expect, it } from 'vitest';
import { delay } from '../src/values/clock.ts';
import { FakeClock } from './fake-clock.ts';

describe('FakeClock', () => {
  it('fires timers in the order in which they are due, those set meanwhile included', async () => {
    const clock = new FakeClock(1_000);
    const fired: string[] = [];
    clock.schedule(20, () => fired.push(`b@${clock.now()}`));
    clock.schedule(10, () => {
      fired.push(`a@${clock.now()}`);
      clock.schedule(5, () => fired.push(`a2@${clock.now()}`));
    });
    await clock.advance(20);
    expect(fired).toEqual(['a@1010', 'a2@1015', 'b@1020']);
    expect(clock.pending).toBe(0);
  });

  it('lets promises settle between two timers', async () => {
    const clock = new FakeClock();
    const log: string[] = [];
    const chain = delay(clock, 10).then(() => log.push('after the first'));
    clock.schedule(11, () => log.push('second timer'));
    await clock.advance(11);
    await chain;
    expect(log).toEqual(['after the first', 'second timer']);
  });

  it('moves the time of day by hand without touching durations and timers', async () => {
    const clock = new FakeClock(10_000);
    let fired = false;
    clock.schedule(100, () => {
      fired = true;
    });
    clock.jump(-5_000);
    expect([clock.now(), clock.monotonic(), fired]).toEqual([5_000, 0, false]);
    await clock.advance(100);
    expect([clock.now(), fired]).toEqual([5_100, true]);
  });

  it('does not fire what was cancelled, and says when the next one is due', async () => {
    const clock = new FakeClock();
    const timer = clock.schedule(10, () => expect.unreachable());
    clock.schedule(30, () => undefined);
    timer.cancel();
    timer.cancel();
    expect(clock.nextDueMs).toBe(30);
    await clock.advance(20);
    expect(clock.pending).toBe(1);
  });
});
