import { createHash } from 'node:crypto';
import { type Clock, FairleadError, hasCode } from '@fairlead/sdk';
import type { KnownConfiguration } from '../configurations/configuration.ts';
import type { Asked } from '../complete/call.ts';
import type { CompletionReply } from '../contract.ts';

/** Answers to the very same questions, in memory, and one call for all who ask the same at once. */
export interface AnswerCache {
  /**
   * @param ask is called at most once for all who wait; its signal is aborted when the last of them has gone
   * @throws what `ask` throws, which is never kept; the signal's reason as `cancelled`, or `timeout`
   */
  get(request: CacheRequest, ask: (signal: AbortSignal) => Promise<CompletionReply>): Promise<CompletionReply>;
}

export interface CacheRequest {
  readonly key: string;
  readonly cacheMs: number;
  /** On the monotonic clock. */
  readonly deadlineMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** Timers of the machine may fire a little early. */
const timerSlackMs = 5;

interface Kept {
  readonly reply: CompletionReply;
  readonly atMs: number;
  readonly bytes: number;
}

interface Flight {
  readonly answer: Promise<CompletionReply>;
  readonly stop: AbortController;
  readonly deadlineMs: number;
  waiting: number;
}

export function createAnswerCache(clock: Clock, mostBytes: number): AnswerCache {
  const kept = new Map<string, Kept>();
  const flights = new Map<string, Flight>();
  let bytes = 0;

  const drop = (key: string) => {
    bytes -= kept.get(key)?.bytes ?? 0;
    kept.delete(key);
  };
  const keep = (key: string, reply: CompletionReply) => {
    drop(key);
    const entry = { reply, atMs: clock.monotonic(), bytes: 2 * (key.length + reply.text.length) + 200 };
    if (entry.bytes > mostBytes / 8) return;
    kept.set(key, entry);
    bytes += entry.bytes;
    while (bytes > mostBytes) drop(kept.keys().next().value as string);
  };
  const fresh = (key: string, cacheMs: number): CompletionReply | undefined => {
    const found = kept.get(key);
    if (found === undefined || clock.monotonic() - found.atMs >= cacheMs) return undefined;
    kept.delete(key);
    kept.set(key, found);
    return again(found.reply);
  };
  const start = ({ key, deadlineMs }: CacheRequest, ask: (signal: AbortSignal) => Promise<CompletionReply>): Flight => {
    const stop = new AbortController();
    const answer = ask(stop.signal).then((reply) => {
      keep(key, reply);
      return reply;
    });
    const flight: Flight = { answer, stop, deadlineMs, waiting: 0 };
    flights.set(key, flight);
    const landed = () => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    answer.then(landed, landed);
    return flight;
  };
  const leave = (key: string, flight: Flight) => {
    flight.waiting -= 1;
    if (flight.waiting > 0) return;
    if (flights.get(key) === flight) flights.delete(key);
    flight.stop.abort(new FairleadError('cancelled'));
  };

  return {
    async get(request, ask) {
      for (;;) {
        const { key, cacheMs } = request;
        const found = fresh(key, cacheMs);
        if (found !== undefined) return found;
        const joined = flights.get(key);
        const flight = joined ?? start(request, ask);
        flight.waiting += 1;
        try {
          // What is under way ends by its own deadline; only who has less time has to watch the clock.
          const untilMs = request.deadlineMs < flight.deadlineMs ? request.deadlineMs : undefined;
          const reply = await waitFor(clock, flight.answer, request.signal, untilMs);
          return joined === undefined ? reply : again(reply);
        } catch (error) {
          // Whoever began it had less time than we have.
          const tooSoon = hasCode(error, 'timeout') && flight.deadlineMs < request.deadlineMs;
          if (joined === undefined || !tooSoon || clock.monotonic() < flight.deadlineMs - timerSlackMs) throw error;
        } finally {
          leave(key, flight);
        }
      }
    },
  };
}

/** What one gets for whom nothing was spent. JSON is read anew, so that nobody changes another's. */
function again({ usage: _spent, json, ...reply }: CompletionReply): CompletionReply {
  return { ...reply, ...(json === undefined ? {} : { json: JSON.parse(reply.text) as unknown }), cached: true };
}

/** Each who waits gives up alone. */
function waitFor<Value>(
  clock: Clock,
  answer: Promise<Value>,
  signal: AbortSignal | undefined,
  untilMs: number | undefined,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const end = () => {
      timer?.cancel();
      signal?.removeEventListener('abort', cancel);
    };
    const cancel = () => {
      end();
      reject(new FairleadError('cancelled', { cause: signal?.reason }));
    };
    const giveUp = () => {
      end();
      reject(new FairleadError('timeout'));
    };
    const timer = untilMs === undefined ? undefined : clock.schedule(Math.max(0, untilMs - clock.monotonic()), giveUp);
    if (signal?.aborted === true) return cancel();
    signal?.addEventListener('abort', cancel, { once: true });
    answer.then(
      (value) => {
        end();
        resolve(value);
      },
      (error: unknown) => {
        end();
        reject(error);
      },
    );
  });
}

/** The same for questions that mean the same: purpose, prompt, turns, schema, sampling, and who would be asked. */
export function cacheKey(asked: Asked, candidates: readonly KnownConfiguration[]): string {
  const { purpose, prompt, turns, answerSchema, temperature, maxTokens } = asked;
  const asking = candidates.map((one) => [
    one.connection,
    one.model,
    one.fallbackModels,
    one.temperature,
    one.maxTokens,
  ]);
  const parts = [
    purpose,
    prompt,
    turns.map(({ role, content }) => [role, content]),
    answerSchema,
    temperature,
    maxTokens,
    asking,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
