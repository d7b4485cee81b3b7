import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeClock } from '../../testing/fake-clock.ts';
import { delay, systemClock, timestamp } from './clock.ts';

describe('delay', () => {
  it('resolves when the time has passed, and not before', async () => {
    const clock = new FakeClock();
    let done = false;
    const waiting = delay(clock, 1_000).then(() => {
      done = true;
    });
    await clock.advance(999);
    expect(done).toBe(false);
    await clock.advance(1);
    await waiting;
    expect(done).toBe(true);
  });

  it('rejects with the reason of its signal, and leaves no timer', async () => {
    const clock = new FakeClock();
    const controller = new AbortController();
    const waiting = delay(clock, 1_000, controller.signal);
    controller.abort('enough');
    await expect(waiting).rejects.toBe('enough');
    expect(clock.pending).toBe(0);
  });

  it('does not begin when its signal is aborted already', async () => {
    const clock = new FakeClock();
    await expect(delay(clock, 1_000, AbortSignal.abort('before'))).rejects.toBe('before');
    expect(clock.pending).toBe(0);
  });

  it('ignores a signal aborted afterwards', async () => {
    const clock = new FakeClock();
    const controller = new AbortController();
    const waiting = delay(clock, 5, controller.signal);
    await clock.advance(5);
    controller.abort();
    await expect(waiting).resolves.toBeUndefined();
  });

  it('does not notice a clock that is set', async () => {
    const clock = new FakeClock();
    let done = false;
    const waiting = delay(clock, 1_000).then(() => {
      done = true;
    });
    clock.jump(3_600_000);
    await clock.settle();
    expect(done).toBe(false);
    clock.jump(-7_200_000);
    await clock.advance(1_000);
    await waiting;
    expect(done).toBe(true);
  });
});

describe('timestamp', () => {
  it('is ISO 8601 in UTC with milliseconds', () => {
    expect(timestamp(new FakeClock(Date.UTC(2026, 1, 3, 4, 5, 6, 7)))).toBe('2026-02-03T04:05:06.007Z');
  });
});

describe('the system clock', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('fires a timer once', () => {
    const action = vi.fn<() => void>();
    systemClock.schedule(50, action);
    vi.advanceTimersByTime(49);
    expect(action).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000);
    expect(action).toHaveBeenCalledTimes(1);
  });

  it('treats a negative delay as none', () => {
    const action = vi.fn<() => void>();
    systemClock.schedule(-5, action);
    vi.advanceTimersByTime(1);
    expect(action).toHaveBeenCalledTimes(1);
  });

  it('waits longer than the longest timer of Node, in full', () => {
    const action = vi.fn<() => void>();
    const sixtyDaysMs = 60 * 86_400_000;
    systemClock.schedule(sixtyDaysMs, action);
    vi.advanceTimersByTime(sixtyDaysMs - 1);
    expect(action).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(action).toHaveBeenCalledTimes(1);
  });

  it('cancels a long timer in any of its pieces', () => {
    const action = vi.fn<() => void>();
    const timer = systemClock.schedule(60 * 86_400_000, action);
    vi.advanceTimersByTime(30 * 86_400_000);
    timer.cancel();
    timer.cancel();
    vi.advanceTimersByTime(60 * 86_400_000);
    expect(action).not.toHaveBeenCalled();
  });
});
