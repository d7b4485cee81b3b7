import type { CancelCall, SubscriptionSettings, SubscriptionState } from './subscription.ts';
import type { SubscriptionStanding } from './standing.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;
/** As long as a call with all its tries may take. */
export const cancelMayTakeMs = 2 * minuteMs;
const longestPauseMs = 6 * 60 * minuteMs;

type Parts = Pick<SubscriptionState, 'terms' | 'known' | 'cancels' | 'closed'>;

/** The period that the hub is to ask money for, and when; undefined when there is none. */
export function nextBill(
  { terms, known }: Parts,
  { status, periods, currentPeriodEnd, cancelsAt }: SubscriptionStanding,
  { reminderDays }: SubscriptionSettings,
): { readonly period: number; readonly at: number } | undefined {
  if (terms.billing !== 'hub' || cancelsAt !== null || currentPeriodEnd === null) return undefined;
  if (status !== 'active' && status !== 'past_due') return undefined;
  const period = periods.length + 1;
  if (known.billed.some((billed) => billed.period === period)) return undefined;
  return { period, at: Date.parse(currentPeriodEnd) - reminderDays * dayMs };
}

/** Payments that nobody should pay any more. */
export function paymentsToClose(
  id: string,
  { terms, known, closed }: Parts,
  { status, periods }: Pick<SubscriptionStanding, 'status' | 'periods'>,
): readonly string[] {
  if (status !== 'cancelled' || known.end === null) return [];
  const paid = new Set(periods.map(({ paymentId }) => paymentId));
  const billed = terms.billing === 'hub' ? known.billed.map(({ paymentId }) => paymentId) : [];
  const first = known.unpaid === null && periods.length === 0 ? [id] : [];
  return [...first, ...billed].filter((paymentId) => !paid.has(paymentId) && !closed.includes(paymentId));
}

/** When an open call is tried next: later and later. */
export function nextTryAt({ triedAt, tries }: CancelCall): number {
  return Date.parse(triedAt) + Math.min(cancelMayTakeMs * 2 ** Math.max(tries - 1, 0), longestPauseMs);
}

export function isOpenCancel({ state }: CancelCall): boolean {
  return state === 'intended' || state === 'unknown';
}

/** When something is to be done next; now for what is overdue. */
export function dueAt(
  id: string,
  state: Parts,
  standing: SubscriptionStanding,
  { settings, nowMs }: { readonly settings: SubscriptionSettings; readonly nowMs: number },
): number | null {
  const bill = nextBill(state, standing, settings)?.at;
  const times = [
    ...standing.turns,
    ...(bill === undefined ? [] : [bill]),
    ...state.cancels.filter(isOpenCancel).map(nextTryAt),
    ...(paymentsToClose(id, state, standing).length > 0 ? [nowMs] : []),
  ];
  return times.length === 0 ? null : Math.min(...times);
}
