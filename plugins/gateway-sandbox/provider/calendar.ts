import type { SubscriptionPlan } from './model.ts';

/**
 * The end of a period, counted from the start of the first, UTC. A month without the day ends it on its last day, and the
 * next is counted from the first start again: 31 January, 28 February, 31 March.
 */
export function periodEnd(startedAt: string, { every, unit }: SubscriptionPlan, periods: number): string {
  const start = new Date(startedAt);
  const count = every * periods;
  if (unit === 'day' || unit === 'week') {
    const days = unit === 'day' ? count : count * 7;
    return new Date(start.getTime() + days * 86_400_000).toISOString();
  }
  const months = start.getUTCMonth() + (unit === 'month' ? count : count * 12);
  const lastDay = new Date(Date.UTC(start.getUTCFullYear(), months + 1, 0)).getUTCDate();
  const end = new Date(start);
  end.setUTCMonth(months, Math.min(start.getUTCDate(), lastDay));
  return end.toISOString();
}
