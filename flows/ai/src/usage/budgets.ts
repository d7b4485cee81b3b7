import { type Clock, timestamp } from '@fairlead/sdk';
import type { Repository } from '@fairlead/core/flow-api';
import { addDecimals, compareDecimals } from './decimal.ts';
import type { UsageIndex, UsageState } from './sums.ts';

/** What configurations have spent today (UTC), all processes together. */
export interface Budgets {
  /** At once, before it is on the disk: the next call has to know. */
  spent(configuration: string, costUsd: string): void;
  isUsedUp(configuration: string, budgetUsd: string | null): boolean;
  /** Reads what other processes have spent, and this one before its start. */
  refresh(configurations: readonly string[]): Promise<void>;
  today(): string;
}

interface Spending {
  readonly day: string;
  own: string;
  others: string;
}

export interface BudgetOptions {
  readonly repository: Repository<UsageState, UsageIndex>;
  readonly clock: Clock;
  readonly process: string;
}

export function createBudgets({ repository, clock, process }: BudgetOptions): Budgets {
  const byConfiguration = new Map<string, Spending>();
  const today = () => timestamp(clock).slice(0, 10);
  const spendingOf = (configuration: string): Spending => {
    const day = today();
    let spending = byConfiguration.get(configuration);
    if (spending?.day !== day) {
      spending = { day, own: '0', others: '0' };
      byConfiguration.set(configuration, spending);
    }
    return spending;
  };
  return {
    today,
    spent(configuration, costUsd) {
      const spending = spendingOf(configuration);
      spending.own = addDecimals(spending.own, costUsd);
    },
    isUsedUp(configuration, budgetUsd) {
      if (budgetUsd === null) return false;
      const { own, others } = spendingOf(configuration);
      return compareDecimals(addDecimals(own, others), budgetUsd) >= 0;
    },
    async refresh(configurations) {
      const day = today();
      for (const configuration of configurations) {
        const others = await spentByOthers({ repository, configuration, day, process });
        if (today() === day) spendingOf(configuration).others = others;
      }
    },
  };
}

interface OthersQuery {
  readonly repository: Repository<UsageState, UsageIndex>;
  readonly configuration: string;
  readonly day: string;
  readonly process: string;
}

async function spentByOthers({ repository, configuration, day, process }: OthersQuery): Promise<string> {
  let sum = '0';
  let cursor: string | null = null;
  do {
    const where = { configuration, hour: { startsWith: day } };
    const page: Awaited<ReturnType<typeof repository.list>> = await repository.list({ where, limit: 200, cursor });
    for (const { state } of page.items) {
      if (state.process === process) continue;
      for (const { sums } of state.rows) sum = addDecimals(sum, sums.costUsd);
    }
    cursor = page.nextCursor;
  } while (cursor !== null);
  return sum;
}
