import { aiProvider, type CompletionPart, FairleadError } from '@fairlead/sdk';
import type { Answered } from '../contract.ts';
import type { AiTools } from '../tools.ts';
import { type Asked, requestOf } from './call.ts';
import { readAnswer } from '../answers/check-answer.ts';
import { usageOf } from './complete.ts';
import { asFairleadError } from '../standing/judge.ts';
import { failed, type Taken, tryEach } from './try-each.ts';

/** What the one who reads gets. `error` or `done` is the last, and neither is missing unless nobody reads any more. */
export type StreamPiece =
  | { readonly type: 'text'; readonly text: string }
  | ({ readonly type: 'done'; readonly json?: unknown } & Answered)
  | { readonly type: 'error'; readonly error: FairleadError };

type Done = Extract<CompletionPart, { readonly type: 'done' }>;

/** An answer that has begun. */
export interface AnswerStream {
  /** As fast as they are asked for, and no faster. */
  readonly pieces: AsyncGenerator<StreamPiece, void, void>;
  /** Nobody reads any more: ends the provider's call and records it. Repeating it, or after the end, is harmless. */
  close(): Promise<void>;
}

/** A stream of one configuration whose first piece has come. */
interface Opened {
  readonly parts: AsyncGenerator<CompletionPart, void, void>;
  readonly first: CompletionPart;
  readonly timeoutMs: number;
  /** Ends the provider's call. */
  readonly stop: AbortController;
}

type Check = ((text: string) => unknown) | undefined;

/**
 * Asks until one configuration begins to answer; from its first piece on it is the only one, since what was read cannot
 * be taken back.
 * @throws FairleadError when none began
 */
export async function openAnswer(tools: AiTools, asked: Asked): Promise<AnswerStream> {
  const check = asked.answerSchema === undefined ? undefined : tools.checks.of(asked.answerSchema);
  const taken = await tryEach(tools, asked, async (known, { timeoutMs, spent }): Promise<Opened> => {
    const stop = new AbortController();
    const signal = asked.signal === undefined ? stop.signal : AbortSignal.any([asked.signal, stop.signal]);
    const parts = tools.services.guard.open(known.connection, aiProvider.stream, requestOf(known, asked), { signal });
    const timer = tools.services.clock.schedule(timeoutMs, () => stop.abort(timedOut(timeoutMs)));
    try {
      const first = await nextOf(parts, stop);
      if (first.type === 'done') {
        Object.assign(spent, { model: first.model, usage: first.usage });
        // Nothing was read yet, so that the next can be asked.
        readAnswer({ finish: first.finish, text: '' }, undefined);
      }
      return { parts, first, timeoutMs, stop };
    } catch (thrown) {
      endCall(parts, stop);
      throw thrown;
    } finally {
      timer.cancel();
    }
  });
  return answerStream(tools, asked, taken, check);
}

function timedOut(timeoutMs: number): FairleadError {
  return new FairleadError('timeout', { details: { timeoutMs: Math.round(timeoutMs) } });
}

function endCall(parts: Opened['parts'], stop: AbortController): void {
  stop.abort(new FairleadError('cancelled'));
  void parts.return().catch(() => undefined);
}

/** @throws FairleadError; what was stopped here says why, which the guard only calls cancelled */
async function nextOf(parts: Opened['parts'], stop: AbortController): Promise<CompletionPart> {
  try {
    const next = await parts.next();
    if (next.done !== true) return next.value;
  } catch (thrown) {
    throw stop.signal.aborted ? stop.signal.reason : thrown;
  }
  throw new FairleadError('answer_unreadable', { message: 'The answer was cut off.' });
}

function answerStream(tools: AiTools, asked: Asked, taken: Taken<Opened>, check: Check): AnswerStream {
  const { clock } = tools.services;
  const { spent, log, ticket, known, startedMs } = taken;
  const { parts, stop, timeoutMs } = taken.given;
  const totalMs = asked.deadlineMs - log.startedMs;
  const leftMs = Math.max(0, asked.deadlineMs - clock.monotonic());
  const timer = clock.schedule(leftMs, () => stop.abort(timedOut(totalMs)));
  let ended = false;
  const end = () => {
    ended = true;
    timer.cancel();
  };
  const succeed = async (done: Done) => {
    end();
    Object.assign(spent, { model: done.model, usage: done.usage });
    tools.standings.worked(ticket);
    log.attempted(known, spent, startedMs);
    await log.end('answered');
  };
  const fail = async (thrown: unknown): Promise<FairleadError> => {
    end();
    const error = failed(tools, asked, taken, { thrown, timeoutMs });
    endCall(parts, stop);
    await log.end(error.code);
    return error;
  };
  return {
    pieces: pieces({ taken, check, succeed, fail, isEnded: () => ended }),
    async close() {
      if (!ended) await fail(new FairleadError('cancelled', { message: 'The caller went away.' }));
    },
  };
}

interface PieceOptions {
  readonly taken: Taken<Opened>;
  readonly check: Check;
  readonly succeed: (done: Done) => Promise<void>;
  readonly fail: (thrown: unknown) => Promise<FairleadError>;
  readonly isEnded: () => boolean;
}

async function* pieces({
  taken,
  check,
  succeed,
  fail,
  isEnded,
}: PieceOptions): AsyncGenerator<StreamPiece, void, void> {
  const { known, spent } = taken;
  const { parts, stop } = taken.given;
  let text = '';
  let part = taken.given.first;
  try {
    for (; part.type === 'text'; part = await nextOf(parts, stop)) {
      if (check !== undefined) text += part.text;
      yield part;
      if (stop.signal.aborted) throw stop.signal.reason;
    }
    Object.assign(spent, { model: part.model, usage: part.usage });
    const json = readAnswer({ finish: part.finish, text: check === undefined ? 'read already' : text }, check);
    await succeed(part);
    const { model, usage } = spent;
    const shown = check === undefined ? {} : { json };
    yield { type: 'done', ...shown, configuration: known.id, model, ...usageOf(usage), cached: false };
  } catch (thrown) {
    yield { type: 'error', error: isEnded() ? asFairleadError(thrown) : await fail(thrown) };
  }
}
