import { FakeClock } from '@fairlead/sdk/testing';
import { expect, test } from 'vitest';
import { Attempts } from './attempts.ts';

const dayMs = 86_400_000;

/** Somebody who tries whenever it is allowed, or rests for `restMs` after every `burst` tries to be forgotten. */
async function triesIn(days: number, pause: { readonly burst: number; readonly restMs: number }): Promise<number> {
  const clock = new FakeClock();
  const attempts = new Attempts({ clock, rememberMs: dayMs });
  const endMs = days * dayMs;
  let tries = 0;
  while (clock.monotonic() < endMs) {
    attempts.failed('owner@example.com');
    tries += 1;
    const restMs = tries % pause.burst === 0 ? pause.restMs : 0;
    const waitMs = Math.max(attempts.waitMs('owner@example.com'), restMs);
    if (waitMs > 0) await clock.advance(waitMs);
  }
  return tries;
}

test('passwords of one account can be tried about a hundred times a day, and no oftener by waiting in between', async () => {
  // Five are free, ten double the wait from 1 s to 512 s, and the rest come a quarter of an hour apart.
  const doublingMs = 1_000 * (2 ** 10 - 1);
  const most = 5 + 10 + Math.ceil((dayMs - doublingMs) / 900_000);
  expect(most).toBe(110);
  expect(await triesIn(1, { burst: 1, restMs: 0 })).toBe(most);
  expect(await triesIn(7, { burst: 1, restMs: 0 })).toBeLessThanOrEqual(7 * most);
  for (const burst of [5, 6, 10, 13, 20]) {
    expect(await triesIn(7, { burst, restMs: 900_001 }), `bursts of ${burst}`).toBeLessThanOrEqual(7 * most);
    expect(await triesIn(7, { burst, restMs: dayMs + 1 }), `bursts of ${burst}`).toBeLessThanOrEqual(7 * most);
  }
});

test('names beyond the capacity push out the oldest, not the newest', () => {
  const attempts = new Attempts({ clock: new FakeClock(), free: 0, capacity: 2 });
  for (const name of ['a', 'b', 'a', 'c']) attempts.failed(name);
  expect(['a', 'b', 'c'].map((name) => attempts.waitMs(name) > 0)).toEqual([true, false, true]);
});
