import type { Repository } from '@fairlead/core/flow-api';
import {
  addAttempt,
  addSkip,
  addSums,
  copySums,
  emptySums,
  type UsageIndex,
  type UsageRow,
  type UsageState,
  type UsageSums,
} from './sums.ts';
import type { CallRecord } from './call-record.ts';

/** Vendors name models as they like; beyond so many rows in an hour they share one. */
const mostRows = 200;

/** What one configuration used in one hour: in memory ahead of the disk, and on the disk with `save`. */
export class HourBook {
  readonly id: string;
  readonly hour: string;
  readonly configuration: string;
  readonly #process: string;
  readonly #rows = new Map<string, UsageRow>();
  /** Undefined until it is known whether it was there before. */
  #version: number | undefined;
  #failedAt: number | undefined;

  constructor(hour: string, configuration: string, process: string) {
    this.id = `${hour}_${configuration}_${process}`;
    this.hour = hour;
    this.configuration = configuration;
    this.#process = process;
  }

  sumsOf(model: string, purpose: string, prompt: string | null): UsageSums {
    const known = this.#rows.get(rowKey(model, purpose, prompt));
    if (known !== undefined) return known.sums;
    if (this.#rows.size >= mostRows && model !== otherModel) return this.sumsOf(otherModel, purpose, prompt);
    const sums = emptySums();
    this.#rows.set(rowKey(model, purpose, prompt), { model, purpose, prompt, sums });
    return sums;
  }

  /** Adds what of a call concerns this configuration. */
  add({ purpose, prompt, attempts, skipped, outcome }: CallRecord): void {
    for (const attempt of attempts) {
      if (attempt.configuration !== this.configuration) continue;
      const sums = this.sumsOf(attempt.model, purpose, prompt);
      if (outcome === 'cached') sums.cached += 1;
      else addAttempt(sums, attempt);
    }
    for (const { configuration, model, reason } of skipped) {
      if (configuration === this.configuration) addSkip(this.sumsOf(model, purpose, prompt), reason);
    }
  }

  /** Writes it as it is at this moment. @throws StorageError: what was added stays, and is written next time */
  async save(repository: Repository<UsageState, UsageIndex>): Promise<void> {
    if (this.#version === undefined || this.#failedAt !== undefined) await this.#catchUp(repository);
    const version = this.#version ?? 0;
    const rows = [...this.#rows.values()].map((row) => ({ ...row, sums: copySums(row.sums) }));
    const state = { hour: this.hour, configuration: this.configuration, process: this.#process, rows };
    try {
      await repository.commit({ id: this.id, state, createdAt: `${this.hour}:00:00.000Z`, pending: [] }, version);
      this.#version = version + 1;
    } catch (error) {
      this.#failedAt = version;
      throw error;
    }
  }

  /** A write that failed may have taken place all the same. No other process writes here, so the version tells. */
  async #catchUp(repository: Repository<UsageState, UsageIndex>): Promise<void> {
    const stored = await repository.get(this.id);
    if (this.#version === undefined && this.#failedAt === undefined && stored !== undefined) {
      // The machine's clock was set back into an hour that this process had closed.
      for (const { model, purpose, prompt, sums } of stored.state.rows)
        addSums(this.sumsOf(model, purpose, prompt), sums);
    }
    this.#version = stored?.version ?? 0;
    this.#failedAt = undefined;
  }
}

export const otherModel = 'other';

function rowKey(model: string, purpose: string, prompt: string | null): string {
  return `${purpose}\n${prompt ?? ''}\n${model}`;
}
