import { Readable } from 'node:stream';
import type { Clock, Timer } from '@fairlead/sdk';
import type { StoredEvent } from '../storage/index.ts';
import type { EventFeed } from './feed.ts';
import { follow, startingPoint } from './follow.ts';
import type { SentForms } from './sent-forms.ts';
import type { Tail } from './tail.ts';
import { createWatch, type EndReason, type StillAllowed, type Viewer } from './viewer.ts';

export interface SseOptions {
  readonly feed: EventFeed;
  readonly tail: Tail;
  readonly forms: SentForms;
  readonly clock: Clock;
  readonly viewer: Viewer;
  readonly stillAllowed: StillAllowed;
  /** The sequence the client has seen (`Last-Event-ID`). Default: begins with what comes next. */
  readonly after?: number | undefined;
  readonly types?: readonly string[] | undefined;
  /** The hub stops. */
  readonly stop: AbortSignal;
  /** Told when a client is dropped because it does not read. */
  readonly dropped: (viewer: Viewer) => void;
  /** A fault of the hub. */
  readonly failed: (error: unknown) => void;
  /** How long a client may leave data unread. Default 30,000 ms. */
  readonly slowMs?: number;
}

/** How long a client that was dropped has to hear why before the connection is cut. */
const partingMs = 5_000;
/** Characters that are handed on at once: what is held for a client that does not read. */
const pieceLength = 16_384;

/**
 * Server-sent events: each with the sequence as `id`, a comment as heartbeat every 15 s, and a last `event: end` that
 * says why. A place that is no longer kept is told by `event: missed`. https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export function sseStream(options: SseOptions): Readable {
  const { clock, stop, viewer } = options;
  const ended = new AbortController();
  let cut: Timer | undefined;
  const watchdog = createWatchdog(clock, options.slowMs ?? 30_000, () => {
    options.dropped(viewer);
    // Behind what it has left unread: the pieces wait at their `yield`, and nothing more is asked of them.
    stream.push(end('too_slow'));
    stream.push(null);
    cut = clock.schedule(partingMs, () => stream.destroy());
  });
  const source = orFailed(lines(options, AbortSignal.any([ended.signal, stop])), options.failed);
  const stream = Readable.from(watched(source, watchdog), {
    highWaterMark: 1,
  });
  stream.once('close', () => {
    ended.abort();
    watchdog.rest();
    cut?.cancel();
  });
  return stream;
}

async function* lines(options: SseOptions, signal: AbortSignal): AsyncGenerator<string, void, void> {
  const { feed, tail, clock, viewer, types, forms, stillAllowed } = options;
  const watch = createWatch(viewer, clock, stillAllowed);
  const { after, missed } = await startingPoint(feed, options.after);
  // An id at once: who is cut off before the first event comes back to this place.
  yield `retry: 2000\nid: ${after}\nevent: ${missed ? 'missed' : 'ready'}\ndata: {"after":${after}}\n\n`;
  const expiry = new AbortController();
  const left = watch.leftMs();
  const timer = left === undefined ? undefined : clock.schedule(left, () => expiry.abort());
  const over = AbortSignal.any([signal, expiry.signal]);
  try {
    for await (const events of follow({ tail, clock, types, after, signal: over })) {
      for (const piece of events.length === 0 ? [': still here\n\n'] : pieces(events, forms)) {
        const reason = await watch.reason();
        if (reason !== undefined) return yield end(reason);
        if (over.aborted) break;
        yield piece;
      }
    }
    if (expiry.signal.aborted) yield end('token_expired');
    else if (options.stop.aborted) yield end('hub_stops');
  } finally {
    timer?.cancel();
  }
}

/** The client is told that it may come back; what went wrong is for the log. */
async function* orFailed(source: AsyncGenerator<string, void, void>, failed: SseOptions['failed']) {
  try {
    yield* source;
  } catch (error) {
    failed(error);
    yield end('failed');
  }
}

/** Whole events only: what is cut off between two pieces goes on where it was. */
function* pieces(events: readonly StoredEvent[], forms: SentForms): Generator<string, void, void> {
  let piece = '';
  for (const event of events) {
    const text = forms.lines(event);
    if (piece !== '' && piece.length + text.length > pieceLength) {
      yield piece;
      piece = '';
    }
    piece += text;
  }
  yield piece;
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
  let timer: Timer | undefined;
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
