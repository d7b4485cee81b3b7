import { type Clock, systemClock, type Timer } from '@fairlead/sdk';
import type { ClockReading, FromChild, ToChild } from '@fairlead/sdk/host';
import { ProtocolError } from './child-message.ts';

type TimerMessage = Extract<FromChild, { type: 'timer' | 'timer-off' }>;

/**
 * A connection's clock, lent to the plugin's process by readings. A process has the system's clock of its own, so that
 * this costs nothing where the hub's is the same; another one, which a test moves by hand, has to be told of.
 */
export interface LentClock {
  /** Of now; undefined where the process has the same clock. */
  reading(): ClockReading | undefined;
  /** Tells the process what time it is, if it has changed. Before each message that may make the plugin look. */
  tell(): void;
  /** @throws ProtocolError where no clock is lent */
  take(message: TimerMessage): void;
  /** Repeating it is harmless. */
  stop(): void;
}

export function lendClock(clock: Clock, connection: number, send: (message: ToChild) => void): LentClock {
  return clock === systemClock ? ownClock : lent(clock, connection, send);
}

const ownClock: LentClock = {
  reading: () => undefined,
  tell: () => undefined,
  take() {
    throw new ProtocolError('It asked for a timer and has a clock of its own.');
  },
  stop: () => undefined,
};

function lent(clock: Clock, connection: number, send: (message: ToChild) => void): LentClock {
  const timers = new Map<number, Timer>();
  let told: ClockReading | undefined;
  const read = (): ClockReading => ({ now: clock.now(), monotonic: clock.monotonic() });
  const reading = () => {
    told = read();
    return told;
  };
  return {
    reading,
    tell() {
      const { now, monotonic } = read();
      if (now !== told?.now || monotonic !== told.monotonic) send({ type: 'time', connection, clock: reading() });
    },
    take(message) {
      const { timer } = message;
      timers.get(timer)?.cancel();
      timers.delete(timer);
      if (message.type === 'timer-off') return;
      const fire = () => {
        timers.delete(timer);
        send({ type: 'time', connection, clock: reading(), fired: timer });
      };
      timers.set(timer, clock.schedule(message.delayMs, fire));
    },
    stop() {
      for (const timer of timers.values()) timer.cancel();
      timers.clear();
    },
  };
}
