import type { Clock, Logger } from '@fairlead/sdk';

/** Providers are asked about one payment at most so often, however often its page is opened. */
const pauseMs = 3_000;
/** Nobody waits longer for a page; the look goes on. */
const patienceMs = 8_000;

export interface VisitorLooksParts {
  /** Asks the providers and commits what they say. */
  look(paymentId: string): Promise<unknown>;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Brings a payment up to date because somebody looks at its page. Resolves when that is done, when it was done a moment
 * ago, or when it takes too long; never rejects: the page then shows what is known.
 */
export function createVisitorLooks({ look, clock, log }: VisitorLooksParts): (paymentId: string) => Promise<void> {
  const looks = new Map<string, Look>();
  const begin = (paymentId: string): Look => {
    const entry: Look = {
      at: clock.monotonic(),
      ended: false,
      done: run(paymentId).then(() => void (entry.ended = true)),
    };
    return entry;
  };
  const run = async (paymentId: string): Promise<void> => {
    try {
      await look(paymentId);
    } catch (error) {
      log.warn('A payment could not be looked at for its page.', { paymentId, error });
    }
  };
  return async (paymentId) => {
    // In the order in which they began: the old ones come first.
    for (const [id, { at, ended }] of looks) {
      if (clock.monotonic() - at < pauseMs) break;
      if (ended) looks.delete(id);
    }
    const recent = looks.get(paymentId) ?? begin(paymentId);
    looks.set(paymentId, recent);
    await atMost(recent.done, clock);
  };
}

interface Look {
  readonly at: number;
  ended: boolean;
  readonly done: Promise<void>;
}

async function atMost(done: Promise<void>, clock: Clock): Promise<void> {
  const late = Promise.withResolvers<void>();
  const timer = clock.schedule(patienceMs, late.resolve);
  await Promise.race([done, late.promise]);
  timer.cancel();
}
