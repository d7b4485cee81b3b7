import { isStorageError, type Repository } from '@fairlead/core/flow-api';
import type { Clock } from '@fairlead/sdk';
import type { JournalIndex, JournalPage } from './usage/journal.ts';
import type { UsageIndex, UsageState } from './usage/sums.ts';

export const tidyJob = 'tidy';
export const tidyEveryMs = 3_600_000;

const dayMs = 86_400_000;
/** Sums stay long enough to compare a month with that of the year before. */
const usageDays = 400;
const journalDays = 7;
const removedAtOnce = 100;

export interface TidyOptions {
  readonly usage: Repository<UsageState, UsageIndex>;
  readonly journal: Repository<JournalPage, JournalIndex>;
  readonly clock: Clock;
}

/** Removes what is too old. Repeating it is harmless. */
export async function tidy({ usage, journal, clock }: TidyOptions, signal: AbortSignal): Promise<void> {
  const daysAgo = (days: number) => new Date(clock.now() - days * dayMs).toISOString();
  await removeAll(journal, { at: { lt: daysAgo(journalDays) } }, signal);
  await removeAll(usage, { hour: { lt: daysAgo(usageDays).slice(0, 13) } }, signal);
}

type Removable<State, Index> = Repository<State, Index>;

async function removeAll<State, Index>(
  repository: Removable<State, Index>,
  where: NonNullable<Parameters<Removable<State, Index>['findOne']>[0]>,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    const { items } = await repository.list({ where, limit: removedAtOnce });
    let removed = 0;
    for (const { id, version } of items) {
      if (signal.aborted) return;
      try {
        await repository.remove(id, version);
        removed += 1;
      } catch (error) {
        // Written at this moment, or its events still wait: next time.
        if (!isStorageError(error, 'version_conflict', 'outbox_not_empty')) throw error;
      }
    }
    if (items.length < removedAtOnce || removed === 0) return;
  }
}
