import { Readable } from 'node:stream';
import type { Clock } from '@fairlead/sdk';
import type { StoredEvent } from '../storage/index.ts';
import type { EventFeed } from './feed.ts';
import { follow, startingPoint } from './follow.ts';
import { createWatch, type EndReason, type StillAllowed, type Viewer } from './viewer.ts';

export interface SseOptions {
  readonly feed: EventFeed;
  readonly clock: Clock;
  readonly viewer: Viewer;
  readonly stillAllowed: StillAllowed;
  /** The sequence the client has seen (`Last-Event-ID`). Default: begins with what comes next. */
  readonly after?: number | undefined;
  readonly types?: readonly string[] | undefined;
  /** The hub stops. */
  readonly stop: AbortSignal;
  /** The form in which an event is sent. */
  readonly show: (event: StoredEvent) => unknown;
  /** Told when a client is dropped because it does not read. */
  readonly dropped: (viewer: Viewer) => void;
  /** How long a client may leave data unread. Default 30,000 ms. */
  readonly slowMs?: number;
}

/**
 * Server-sent events: each with the sequence as `id`, a comment as heartbeat every 15 s, and a last `event: end` that
 * says why. A place that is no longer kept is told by `event: missed`. https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export function sseStream(options: SseOptions): Readable {
  const { clock, stop, viewer } = options;
  const ended = new AbortController();
  const watchdog = createWatchdog(clock, options.slowMs ?? 30_000, () => {
    options.dropped(viewer);
    stream.destroy();
  });
  const stream = Readable.from(watched(lines(options, AbortSignal.any([ended.signal, stop])), watchdog), {
    highWaterMark: 4,
  });
  stream.once('close', () => {
    ended.abort();
    watchdog.rest();
  });
  return stream;
}

async function* lines(options: SseOptions, signal: AbortSignal): AsyncGenerator<string, void, void> {
  const { feed, clock, viewer, types, show, stillAllowed } = options;
  const watch = createWatch(viewer, clock, stillAllowed);
  const { after, missed } = await startingPoint(feed, options.after);
  // An id at once: who is cut off before the first event comes back to this place.
  yield `retry: 2000\nid: ${after}\nevent: ${missed ? 'missed' : 'ready'}\ndata: {"after":${after}}\n\n`;
  const expiry = new AbortController();
  const left = watch.leftMs();
  const timer = left === undefined ? undefined : clock.schedule(left, () => expiry.abort());
  try {
    for await (const events of follow({
      feed,
      clock,
      types,
      after,
      signal: AbortSignal.any([signal, expiry.signal]),
    })) {
      yield events.length === 0 ? ': still here\n\n' : events.map((event) => line(event, show)).join('');
      const reason = await watch.reason();
      if (reason !== undefined) return yield end(reason);
    }
    if (expiry.signal.aborted) yield end('token_expired');
    else if (options.stop.aborted) yield end('hub_stops');
  } finally {
    timer?.cancel();
  }
}

function line(event: StoredEvent, show: SseOptions['show']): string {
  return `id: ${event.sequence}\ndata: ${JSON.stringify(show(event))}\n\n`;
}

function end(reason: EndReason): string {
  return `event: end\ndata: {"reason":"${reason}"}\n\n`;
}

interface Watchdog {
  /** From now on the client is waited for. */
  watch(): void;
  rest(): void;
}

function createWatchdog(clock: Clock, withinMs: number, bite: () => void): Watchdog {
  let timer: { cancel(): void } | undefined;
  const rest = () => {
    timer?.cancel();
    timer = undefined;
  };
  return {
    rest,
    watch: () => {
      rest();
      timer = clock.schedule(withinMs, bite);
    },
  };
}

/** The consumer asks for the next piece when it has sent the one before. */
async function* watched(source: AsyncGenerator<string, void, void>, watchdog: Watchdog) {
  for await (const piece of source) {
    watchdog.watch();
    yield piece;
    watchdog.rest();
  }
}
