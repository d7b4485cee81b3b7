import type { SubscriptionTerms } from '../model/payment.ts';

const dayMs = 86_400_000;

/**
 * The moment a number of periods after a start, by the calendar in UTC. Months keep the day of the start where they have
 * it, and end on their last day where they do not: 31 January, 28 February, 31 March. Always counted from the start, so
 * that a short month shortens no other.
 * @param startMs milliseconds since 1970 UTC
 * @param count whole periods, not negative
 */
export function addPeriods(
  startMs: number,
  { every, unit }: Pick<SubscriptionTerms, 'every' | 'unit'>,
  count: number,
): number {
  const steps = every * count;
  switch (unit) {
    case 'day':
      return startMs + steps * dayMs;
    case 'week':
      return startMs + steps * 7 * dayMs;
    case 'month':
      return addMonths(startMs, steps);
    case 'year':
      return addMonths(startMs, steps * 12);
  }
}

function addMonths(startMs: number, months: number): number {
  const start = new Date(startMs);
  const month = start.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(start.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const day = Math.min(start.getUTCDate(), lastDay);
  const timeOfDay = startMs - Date.UTC(start.getUTCFullYear(), start.getUTCMonth(), start.getUTCDate());
  return Date.UTC(start.getUTCFullYear(), month, day) + timeOfDay;
}
