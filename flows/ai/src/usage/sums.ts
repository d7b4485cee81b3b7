import { defineCollection } from '@fairlead/core/flow-api';
import type { AttemptRecord } from './call-record.ts';
import { addDecimals } from './decimal.ts';

/** What was used by one configuration in one hour, for one model, purpose and prompt. */
export interface UsageRow {
  readonly model: string;
  readonly purpose: string;
  readonly prompt: string | null;
  readonly sums: UsageSums;
}

export interface UsageSums {
  answered: number;
  /** Answered from memory; nothing was spent. */
  cached: number;
  /** Attempts that failed, by what they failed with. */
  failed: Record<string, number>;
  /** Calls that passed it by, by reason. */
  skipped: Record<string, number>;
  promptTokens: number;
  completionTokens: number;
  /** US dollars, exact. */
  costUsd: string;
  /** Answers of which nobody knows what they cost. */
  unpriced: number;
  durationMs: number;
}

/** One hour of one configuration as one process counted it: nobody else writes it, so that it is never fought for. */
export interface UsageState {
  /** `2026-01-15T12`, UTC. */
  readonly hour: string;
  readonly configuration: string;
  readonly process: string;
  readonly rows: readonly UsageRow[];
}

export const usageCollection = defineCollection({
  name: 'ai_usage',
  index: { hour: 'string', configuration: 'string' },
  project: ({ hour, configuration }: UsageState) => ({ hour, configuration }),
});
export type UsageIndex = (typeof usageCollection)['index'];

export function emptySums(): UsageSums {
  return {
    answered: 0,
    cached: 0,
    failed: {},
    skipped: {},
    promptTokens: 0,
    completionTokens: 0,
    costUsd: '0',
    unpriced: 0,
    durationMs: 0,
  };
}

export function copySums(sums: UsageSums): UsageSums {
  return { ...sums, failed: { ...sums.failed }, skipped: { ...sums.skipped } };
}

function countUp(counts: Record<string, number>, name: string, by: number): void {
  counts[name] = (counts[name] ?? 0) + by;
}

export function addAttempt(sums: UsageSums, attempt: AttemptRecord): void {
  if (attempt.outcome === 'answered') sums.answered += 1;
  else countUp(sums.failed, attempt.outcome, 1);
  sums.promptTokens += attempt.promptTokens;
  sums.completionTokens += attempt.completionTokens;
  sums.durationMs += Math.round(attempt.durationMs);
  if (attempt.costUsd !== null) sums.costUsd = addDecimals(sums.costUsd, attempt.costUsd);
  else if (attempt.outcome === 'answered') sums.unpriced += 1;
}

export function addSkip(sums: UsageSums, reason: string): void {
  countUp(sums.skipped, reason, 1);
}

export function addSums(sums: UsageSums, other: UsageSums): void {
  for (const name of ['answered', 'cached', 'promptTokens', 'completionTokens', 'unpriced', 'durationMs'] as const) {
    sums[name] += other[name];
  }
  for (const [name, count] of Object.entries(other.failed)) countUp(sums.failed, name, count);
  for (const [name, count] of Object.entries(other.skipped)) countUp(sums.skipped, name, count);
  sums.costUsd = addDecimals(sums.costUsd, other.costUsd);
}
