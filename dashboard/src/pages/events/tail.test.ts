import type { HubEvent } from '@fairlead/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTail, kept } from './tail.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function tail() {
  let shown: readonly HubEvent[] = [];
  let reads = 0;
  let count = 0;
  const made = createTail({
    show: (events) => {
      shown = events;
    },
    reread: () => {
      reads += 1;
    },
  });
  return {
    ...made,
    arrive(many: number) {
      for (let one = 0; one < many; one += 1) {
        count += 1;
        const sequence = String(count).padStart(20, '0');
        made.add({ id: sequence, source: '/test', type: 'a.happened', time: '2026', sequence, data: {} });
      }
      vi.advanceTimersByTime(1_000);
    },
    sequences: () => shown.map(({ sequence }) => Number(sequence)),
    reads: () => reads,
  };
}

test('what arrives is shown the latest first, and the log is read anew once, after the first', () => {
  const { arrive, sequences, reads } = tail();
  arrive(2);
  expect(sequences()).toEqual([2, 1]);
  arrive(1);
  expect(sequences()).toEqual([3, 2, 1]);
  expect(reads()).toBe(1);
});

test('no more than the latest are held, and the log is read anew when more came than that', () => {
  const { arrive, sequences, reads } = tail();
  arrive(kept + 1);
  expect(sequences()).toHaveLength(kept);
  expect(reads()).toBe(1);
  arrive(kept);
  expect(reads()).toBe(1);
  arrive(1);
  expect(reads()).toBe(2);
});

test('while it is held what was shown stays and nothing is read anew; afterwards all is', () => {
  const { arrive, sequences, reads, hold, release } = tail();
  arrive(3);
  hold();
  arrive(2 * kept);
  expect(sequences().slice(-3)).toEqual([3, 2, 1]);
  expect(sequences()).toHaveLength(2 * kept);
  expect(reads()).toBe(1);
  release();
  expect(reads()).toBe(2);
  arrive(1);
  expect(sequences()[0]).toBe(3 + 2 * kept + 1);
});
