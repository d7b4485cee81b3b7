import { aiProvider, FairleadError } from '@fairlead/sdk';
import type { KnownConfiguration } from '../configurations/configuration.ts';
import type { Ticket } from '../standing/cool-downs.ts';
import type { AiTools } from '../tools.ts';
import { type Asked, CallLog, type Spent } from './call.ts';
import { asFairleadError, judge } from '../standing/judge.ts';

/** A configuration that gave something. Its ticket is still out: whoever takes the rest of the answer hands it back. */
export interface Taken<Given> {
  readonly known: KnownConfiguration;
  readonly ticket: Ticket;
  readonly startedMs: number;
  readonly spent: Spent;
  readonly log: CallLog;
  readonly given: Given;
}

/** Asks one configuration. @throws FairleadError; what is known of the usage by then stands in `spent` */
export type Attempt<Given> = (
  known: KnownConfiguration,
  limits: { readonly timeoutMs: number; readonly spent: Spent },
) => Promise<Given>;

/** With less time than this, or than its own timeout, a configuration that gave no answer had no fair chance. */
const fairChanceMs = 5_000;

/**
 * Asks the configurations of a purpose, one after the other, within one deadline. This is the only place that repeats:
 * the guard is told to try once.
 * @throws FairleadError that of the last one asked, when none gave anything; by then the call is recorded
 */
export async function tryEach<Given>(tools: AiTools, asked: Asked, attempt: Attempt<Given>): Promise<Taken<Given>> {
  const { clock } = tools.services;
  const log = new CallLog(tools, asked);
  let last: FairleadError | undefined;
  let earliestMs = Number.POSITIVE_INFINITY;
  for (const known of await tools.registry.candidates(asked.purpose)) {
    const refusal = await refusalOf(tools, asked, known);
    const admission = refusal === undefined ? tools.standings.admit(known.id) : undefined;
    if (admission === undefined || !('ticket' in admission)) {
      log.skip(known, refusal ?? 'resting');
      if (admission !== undefined) earliestMs = Math.min(earliestMs, admission.restingMs);
      continue;
    }
    const { ticket } = admission;
    const startedMs = clock.monotonic();
    const timeoutMs = Math.min(known.timeoutMs, asked.deadlineMs - startedMs);
    if (timeoutMs <= 0 || hasGone(asked)) {
      tools.standings.ended(ticket);
      last ??= new FairleadError(hasGone(asked) ? 'cancelled' : 'timeout');
      break;
    }
    const spent: Spent = { model: known.model, usage: undefined };
    try {
      return { known, ticket, startedMs, spent, log, given: await attempt(known, { timeoutMs, spent }) };
    } catch (thrown) {
      last = failed(tools, asked, { known, ticket, startedMs, spent, log }, { thrown, timeoutMs });
      if (!judge(last).fallsBack || hasGone(asked)) break;
    }
  }
  const error = withAttempts(last ?? nobody(log, earliestMs), log);
  await log.end(error.code);
  throw error;
}

function hasGone({ signal }: Asked): boolean {
  return signal?.aborted === true;
}

/** Why a configuration is not asked, besides that it rests. */
function refusalOf(
  tools: AiTools,
  asked: Asked,
  known: KnownConfiguration,
): Promise<string | undefined> | string | undefined {
  if (tools.budgets.isUsedUp(known.id, known.budgetUsdPerDay)) return 'budget';
  return tools.gate.refusal(known.connection, asked.streamed ? aiProvider.stream : aiProvider.complete);
}

/** Counts a failed attempt, and hands its ticket back. */
export function failed(
  tools: AiTools,
  asked: Asked,
  { known, ticket, startedMs, spent, log }: Omit<Taken<unknown>, 'given'>,
  { thrown, timeoutMs }: { readonly thrown: unknown; readonly timeoutMs: number },
): FairleadError {
  const error = asFairleadError(thrown);
  log.attempted(known, spent, startedMs, error);
  const hadChance = error.code !== 'timeout' || timeoutMs >= Math.min(known.timeoutMs, fairChanceMs);
  const says = hadChance && !hasGone(asked) ? judge(error).says : 'nothing';
  tools.standings.failed(ticket, says, error);
  return error;
}

/** When nobody was asked. */
function nobody({ skipped }: CallLog, earliestMs: number): FairleadError {
  if (skipped.length === 0) {
    return new FairleadError('feature_unsupported', { message: 'No AI configuration is enabled for this purpose.' });
  }
  if (Number.isFinite(earliestMs)) {
    const message = 'All AI configurations for this purpose rest after failures.';
    return new FairleadError('breaker_open', { message, retryAfterMs: Math.ceil(earliestMs) });
  }
  if (skipped.some(({ reason }) => reason === 'budget')) {
    return new FairleadError('quota_exhausted', {
      message: 'The budgets of the AI configurations are used up for today (UTC).',
    });
  }
  return new FairleadError('connection_inactive', {
    message: 'No connection of the AI configurations can be asked now.',
  });
}

/** The same error, with what was tried. Input that does not fit keeps its paths alone. */
function withAttempts(error: FairleadError, { attempts, skipped }: CallLog): FairleadError {
  if (error.class === 'invalid_input') return error;
  const tried = [
    ...attempts.map(({ configuration, outcome }) => `${configuration}: ${outcome}`),
    ...skipped.map(({ configuration, reason }) => `${configuration}: skipped, ${reason}`),
  ];
  const { code, message, retryAfterMs, details } = error;
  return new FairleadError(code, { message, retryAfterMs, details: { ...details, tried }, cause: error });
}
