import { type AnswerCache, cacheKey } from './cache/answer-cache.ts';
import type { Asked } from './complete/call.ts';
import { complete } from './complete/complete.ts';
import type { CompletionQuestion, CompletionReply } from './contract.ts';
import type { AiTools } from './tools.ts';
import { newId, timestamp } from '@fairlead/sdk';

export interface AskOptions {
  /** Milliseconds for all of it. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Name and version of the prompt that made the turns. */
  readonly prompt?: string | undefined;
}

/** Asks, or answers from memory when the one who asks allows it. */
export type Ask = (question: CompletionQuestion, options: AskOptions) => Promise<CompletionReply>;

export function askedOf(tools: AiTools, question: CompletionQuestion, options: AskOptions, streamed = false): Asked {
  const { purpose, turns, answerSchema, temperature, maxTokens } = question;
  return {
    purpose,
    turns,
    answerSchema,
    temperature,
    maxTokens,
    prompt: options.prompt ?? null,
    streamed,
    signal: options.signal,
    deadlineMs: tools.services.clock.monotonic() + options.timeoutMs,
  };
}

export function createAsk(tools: AiTools, cache: AnswerCache): Ask {
  return async (question, options) => {
    const asked = askedOf(tools, question, options);
    const { cacheMs = 0 } = question;
    if (cacheMs <= 0) return complete(tools, asked);
    const key = cacheKey(asked, await tools.registry.candidates(asked.purpose));
    const { deadlineMs, signal } = asked;
    const reply = await cache.get({ key, cacheMs, deadlineMs, signal }, (shared) =>
      complete(tools, { ...asked, signal: shared }),
    );
    if (reply.cached) noteCached(tools, asked, reply);
    return reply;
  };
}

function noteCached(
  { services: { clock }, recorder }: AiTools,
  { purpose, prompt }: Asked,
  reply: CompletionReply,
): void {
  const { configuration, model } = reply;
  const free = { durationMs: 0, promptTokens: 0, completionTokens: 0, costUsd: null };
  recorder.note({
    id: newId(clock.now()),
    at: timestamp(clock),
    purpose,
    prompt,
    outcome: 'cached',
    streamed: false,
    durationMs: 0,
    attempts: [{ configuration, model, outcome: 'cached', ...free }],
    skipped: [],
  });
}
