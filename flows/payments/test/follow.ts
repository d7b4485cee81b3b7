import { matchesType, Relay, type StoredEvent } from '@fairlead/core';
import type { FlowHarness } from './flow-harness.ts';

export interface Follower {
  /** Publishes what waits in all aggregates, and hands it to the flow's subscriptions in the order of the log. */
  (): Promise<void>;
  /** Everything that was published so far. */
  events(type?: string): Promise<readonly StoredEvent[]>;
  /** Hands all of it over once more, from the first. */
  again(): Promise<void>;
}

/** The hub's relay and log over the harness's database; each event is delivered once unless told otherwise. */
export function follower(harness: FlowHarness): Follower {
  let seen = 0;
  const log = harness.storage.hot.events;
  const report = ({ error }: { readonly error?: unknown }) => {
    throw error;
  };
  const hand = async (event: StoredEvent) => {
    for (const [type, { handle }] of Object.entries(harness.body.subscriptions ?? {})) {
      if (matchesType(event.type, [type])) await handle(event);
    }
  };
  const follow = async () => {
    const relay = new Relay({ storage: harness.storage, log, clock: harness.clock, report });
    try {
      for (;;) {
        await relay.drain();
        const events = await log.after(seen, { limit: 1_000 });
        if (events.length === 0) return;
        for (const event of events) {
          await hand(event);
          seen = event.sequence;
        }
      }
    } finally {
      await relay.dispose();
    }
  };
  return Object.assign(follow, {
    async events(type?: string) {
      const all = await log.after(0, { limit: 1_000 });
      return type === undefined ? all : all.filter((event) => event.type === type);
    },
    async again() {
      for (const event of await log.after(0, { limit: 1_000 })) await hand(event);
    },
  });
}
