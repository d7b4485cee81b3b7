import { aiProvider } from '@fairlead/sdk';
import type { KnownConfiguration } from '../configurations/configuration.ts';
import type { AiTools } from '../tools.ts';
import { type Asked, CallLog, requestOf, type Spent } from './call.ts';
import { asFairleadError } from '../standing/judge.ts';

export const testPurpose = 'test';
const testTimeoutMs = 60_000;

export type TestResult =
  | { readonly ok: true; readonly model: string; readonly text: string; readonly durationMs: number }
  | { readonly ok: false; readonly code: string; readonly detail: string; readonly durationMs: number };

/** Asks one configuration for a word, whatever its purposes, budget and rest. An answer ends its rest. */
export async function testConfiguration(
  tools: AiTools,
  known: KnownConfiguration,
  signal: AbortSignal,
): Promise<TestResult> {
  const { clock, guard } = tools.services;
  const startedMs = clock.monotonic();
  const timeoutMs = Math.min(known.timeoutMs, testTimeoutMs);
  const asked: Asked = {
    purpose: testPurpose,
    prompt: null,
    turns: [{ role: 'user', content: 'Answer with the single word: ready' }],
    streamed: false,
    deadlineMs: startedMs + timeoutMs,
    signal,
  };
  const log = new CallLog(tools, asked);
  const spent: Spent = { model: known.model, usage: undefined };
  const took = () => Math.round(clock.monotonic() - startedMs);
  try {
    const limits = { attempts: 1, deadlineMs: timeoutMs, signal };
    const answer = await guard.invoke(known.connection, aiProvider.complete, requestOf(known, asked), limits);
    Object.assign(spent, { model: answer.model, usage: answer.usage });
    log.attempted(known, spent, startedMs);
    await log.end('answered');
    // An answer that a limit of tokens cuts short shows as well that it works.
    tools.standings.forget(known.id);
    return { ok: true, model: answer.model, text: answer.text.slice(0, 500), durationMs: took() };
  } catch (thrown) {
    const error = asFairleadError(thrown);
    log.attempted(known, spent, startedMs, error);
    await log.end(error.code);
    return { ok: false, code: error.code, detail: error.message, durationMs: took() };
  }
}
