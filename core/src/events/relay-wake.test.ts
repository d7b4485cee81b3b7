import { describe, expect, it } from 'vitest';
import type { NewEvent, PendingOutbox, Storage } from '../storage/index.ts';
import { FakeClock, settle } from '../storage/testing/fake-clock.ts';
import { Relay } from './relay.ts';

type Told = Parameters<Storage['onCommit']>[0];

function waitingEvent(id: string): PendingOutbox {
  return { collection: 'things', id, version: 1, events: [{ id, type: 'thing.made', time: '2026', data: {} }] };
}

/** An outbox in memory that tells of a second commit so many microtasks after the first was cleared. */
function stage(microtasks: number) {
  let tell: Told = () => {};
  const waiting: PendingOutbox[] = [];
  const published: string[] = [];
  const commit = (id: string) => {
    waiting.push(waitingEvent(id));
    tell('things', id, 1);
  };
  const later = (left: number): void => (left > 0 ? queueMicrotask(() => later(left - 1)) : commit('second'));
  const storage = {
    collections: ['things'],
    onCommit(listener: Told) {
      tell = listener;
      return () => {};
    },
    hot: {
      outbox: {
        pending: async () => waiting.splice(0),
        async clear(cleared: readonly PendingOutbox[]) {
          if (cleared[0]?.id === 'first') later(microtasks);
          return cleared.length;
        },
      },
      inbox: { unannounced: async () => [] },
    },
  };
  const log = { append: async (events: readonly NewEvent[]) => void published.push(...events.map(({ id }) => id)) };
  const relay = new Relay({ storage: storage as never, log: log as never, clock: new FakeClock(), report: () => {} });
  return { relay, commit, published };
}

describe('a commit that is told of while the relay comes to its end', () => {
  it.each(Array.from({ length: 15 }, (_, index) => index))(
    'is published at once, %i microtasks after the last',
    async (microtasks) => {
      const { relay, commit, published } = stage(microtasks);
      commit('first');
      await settle(60);
      expect(published).toEqual(['first', 'second']);
      await relay.dispose();
    },
  );
});
