import type { Clock } from '../../values/clock.ts';
import type { Channel } from './channel.ts';
import type { ClockReading, FromChild, TimeMessage } from './messages.ts';

/** Time as the hub tells it, where the hub's own clock is not the system's. It stands still between two readings. */
export interface HubClock {
  readonly clock: Clock;
  take(said: TimeMessage): void;
}

export function createHubClock(connection: number, first: ClockReading, hub: Channel<FromChild>): HubClock {
  const actions = new Map<number, () => void>();
  let reading = first;
  let last = 0;
  return {
    clock: {
      now: () => reading.now,
      monotonic: () => reading.monotonic,
      schedule(delayMs, action) {
        last += 1;
        const timer = last;
        actions.set(timer, action);
        hub.send({ type: 'timer', connection, timer, delayMs: Math.max(0, delayMs) });
        return {
          cancel() {
            if (actions.delete(timer)) hub.send({ type: 'timer-off', connection, timer });
          },
        };
      },
    },
    take(said) {
      reading = said.clock;
      const action = said.fired === undefined ? undefined : actions.get(said.fired);
      if (said.fired !== undefined) actions.delete(said.fired);
      action?.();
    },
  };
}
