import { type CompletionRequest, type CompletionUsage, type FairleadError, newId, timestamp } from '@fairlead/sdk';
import type { Turn } from '../contract.ts';
import type { KnownConfiguration } from '../configurations/configuration.ts';
import type { AiTools } from '../tools.ts';
import type { AttemptRecord, CallRecord } from '../usage/call-record.ts';
import { addDecimals, compareDecimals, priceOfTokens } from '../usage/decimal.ts';
import type { AnswerSchema } from '../answers/check-answer.ts';
import { failureName } from '../standing/judge.ts';

/** One question on its way from configuration to configuration. */
export interface Asked {
  readonly purpose: string;
  /** Name and version; null for turns of the caller's own. */
  readonly prompt: string | null;
  readonly turns: readonly Turn[];
  readonly answerSchema?: AnswerSchema | undefined;
  readonly temperature?: number | undefined;
  readonly maxTokens?: number | undefined;
  readonly streamed: boolean;
  /** On the monotonic clock: of the whole call, whatever is tried. */
  readonly deadlineMs: number;
  /** The caller's. */
  readonly signal?: AbortSignal | undefined;
}

/** What an attempt is known to have taken; filled in as it becomes known, for attempts that fail as well. */
export interface Spent {
  model: string;
  usage: CompletionUsage | undefined;
}

/** What a call has done so far. */
export class CallLog {
  readonly startedMs: number;
  readonly attempts: AttemptRecord[] = [];
  readonly skipped: CallRecord['skipped'][number][] = [];
  readonly #tools: AiTools;
  readonly #asked: Asked;

  constructor(tools: AiTools, asked: Asked) {
    this.#tools = tools;
    this.#asked = asked;
    this.startedMs = tools.services.clock.monotonic();
  }

  skip({ id, model }: KnownConfiguration, reason: string): void {
    this.skipped.push({ configuration: id, model, reason });
  }

  /** Counts an attempt, towards the budget at once. */
  attempted(known: KnownConfiguration, spent: Spent, startedMs: number, error?: FairleadError): void {
    const { budgets, standings, services } = this.#tools;
    const costUsd = costOf(known, spent.usage);
    this.attempts.push({
      configuration: known.id,
      model: spent.model,
      outcome: error === undefined ? 'answered' : failureName(error),
      durationMs: services.clock.monotonic() - startedMs,
      promptTokens: spent.usage?.promptTokens ?? 0,
      completionTokens: spent.usage?.completionTokens ?? 0,
      costUsd,
    });
    if (costUsd === null) return;
    budgets.spent(known.id, costUsd);
    if (budgets.isUsedUp(known.id, known.budgetUsdPerDay)) standings.budgetIsUsedUp(known, budgets.today());
  }

  /** Durable when it resolves. @throws StorageError */
  async end(outcome: string): Promise<void> {
    const { recorder, failureTold, services } = this.#tools;
    const { purpose, prompt, streamed } = this.#asked;
    const { clock } = services;
    const record: CallRecord = {
      id: newId(clock.now()),
      at: timestamp(clock),
      purpose,
      prompt,
      outcome,
      streamed,
      durationMs: clock.monotonic() - this.startedMs,
      attempts: this.attempts,
      skipped: this.skipped,
    };
    const isFailure = outcome !== 'answered' && outcome !== 'cancelled' && outcome !== 'input_invalid';
    await recorder.record(record, isFailure ? failureTold.eventsOf(record) : []);
  }
}

/** What the vendor says, else what the configuration's prices make of it; null when neither is known. */
function costOf(known: KnownConfiguration, usage: CompletionUsage | undefined): string | null {
  if (usage === undefined) return null;
  const { promptUsdPerMillion, completionUsdPerMillion } = known;
  // A vendor that gives money back would open a budget again.
  if (usage.costUsd !== undefined) return compareDecimals(usage.costUsd, '0') < 0 ? '0' : usage.costUsd;
  if (promptUsdPerMillion === null && completionUsdPerMillion === null) return null;
  return addDecimals(
    priceOfTokens(usage.promptTokens, promptUsdPerMillion ?? '0'),
    priceOfTokens(usage.completionTokens, completionUsdPerMillion ?? '0'),
  );
}

/** The question as one configuration puts it. */
export function requestOf(known: KnownConfiguration, asked: Asked): CompletionRequest {
  const temperature = asked.temperature ?? known.temperature;
  const limits = [asked.maxTokens, known.maxTokens].filter((limit) => typeof limit === 'number');
  const { answerSchema } = asked;
  return {
    model: known.model,
    ...(known.fallbackModels.length === 0 ? {} : { fallbackModels: [...known.fallbackModels] }),
    turns: asked.turns.map(({ role, content }) => ({ role, content })),
    ...(temperature === null || temperature === undefined ? {} : { temperature }),
    ...(limits.length === 0 ? {} : { maxTokens: Math.min(...limits) }),
    ...(answerSchema === undefined ? {} : { answerSchema: { name: answerSchema.name, schema: answerSchema.schema } }),
  };
}
