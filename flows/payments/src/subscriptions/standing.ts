import type { SubscriptionTerms } from '../model/payment.ts';
import { moment, optionalMoment } from './moments.ts';
import { type Invoice, type Known, leadingSide, type ProviderSide } from './known.ts';
import { addPeriods } from './periods.ts';
import type { SubscriptionStatus } from '../model/subscription-status.ts';

export interface Period {
  /** From 1. */
  readonly number: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly paymentId: string | null;
  readonly invoiceRef: string | null;
}

export interface SubscriptionStanding {
  readonly status: SubscriptionStatus;
  readonly periods: readonly Period[];
  /** Until when it is paid; null when it never was. */
  readonly currentPeriodEnd: string | null;
  /** Not renewed after this. */
  readonly cancelsAt: string | null;
  /** The moments ahead at which it may stand otherwise, milliseconds since 1970 UTC. */
  readonly turns: readonly number[];
}

export type Terms = Omit<SubscriptionTerms, 'of' | 'period'>;

const dayMs = 86_400_000;
/** A provider bills the next period at the end of one, and tells of it some hours later. */
const providerLeewayMs = dayMs;

/** How a subscription stands at a moment: a pure function of what is known of it. */
export function standingAt(known: Known, terms: Terms, nowMs: number): SubscriptionStanding {
  const side = leadingSide(known);
  const periods = terms.billing === 'hub' ? hubPeriods(known, terms) : providerPeriods(known, side, terms);
  const last = periods.reduce<string | null>((end, { endsAt }) => (end === null || endsAt > end ? endsAt : end), null);
  const cancelsAt = earliest(known.end?.endsAt ?? null, side.word?.endsAt ?? null);
  const times = timesOf(last, { cancelsAt, endedAt: known.end?.endsAt ?? null }, terms);
  return {
    status: statusAt({ known, side, terms, nowMs, started: periods.length > 0, times }),
    periods,
    currentPeriodEnd: last,
    cancelsAt,
    turns: Object.values(times).filter((time) => Number.isFinite(time) && time > nowMs),
  };
}

interface Times {
  readonly end: number;
  readonly lapse: number;
  readonly expiry: number;
  readonly cancel: number;
  /** Ended through the hub, whatever the provider says. */
  readonly ended: number;
}

function timesOf(
  last: string | null,
  { cancelsAt, endedAt }: { readonly cancelsAt: string | null; readonly endedAt: string | null },
  { billing, graceDays }: Terms,
): Times {
  const end = timeOf(last);
  const lapse = end + (billing === 'provider' ? providerLeewayMs : 0);
  const expiry = Math.max(lapse, end + graceDays * dayMs);
  return { end, lapse, expiry, cancel: timeOf(cancelsAt), ended: timeOf(endedAt) };
}

function timeOf(text: string | null): number {
  return text === null ? Number.POSITIVE_INFINITY : Date.parse(text);
}

interface StatusParts {
  readonly known: Known;
  readonly side: ProviderSide;
  readonly terms: Terms;
  readonly nowMs: number;
  readonly started: boolean;
  readonly times: Times;
}

function statusAt({ known: { end, unpaid }, side, terms, nowMs, started, times }: StatusParts): SubscriptionStatus {
  const { word } = side;
  if (end?.when === 'now' || nowMs >= times.ended) return 'cancelled';
  if (!started) return unpaid === null ? 'pending' : unpaid.status === 'cancelled' ? 'cancelled' : 'expired';
  // Before anything was paid the provider may give one attempt up, and another may follow.
  if (word?.status === 'cancelled' || nowMs >= times.cancel) return 'cancelled';
  if (word?.status === 'paused') return 'paused';
  if (nowMs >= times.expiry) return 'expired';
  return nowMs >= times.lapse || (terms.billing === 'provider' && isFailing(side)) ? 'past_due' : 'active';
}

/** The provider says that a period is not paid, and nothing newer. Its times are compared with its own only. */
function isFailing({ word, failure, invoices }: ProviderSide): boolean {
  const paidAt = invoices.reduce((newest, { occurredAt }) => (occurredAt > newest ? occurredAt : newest), '');
  const paid = invoices.some(({ invoiceRef }) => invoiceRef === failure?.invoiceRef);
  if (failure !== null && !paid && failure.occurredAt > paidAt && failure.occurredAt >= (word?.occurredAt ?? '')) {
    return true;
  }
  return word?.status === 'past_due' && word.occurredAt > paidAt;
}

/** Each period follows the one before, so that what was paid late begins at the old end. */
function hubPeriods({ paid }: Known, terms: Terms): readonly Period[] {
  const [first] = paid;
  if (first?.period !== 1) return [];
  const startMs = Date.parse(first.at);
  const periods: Period[] = [];
  for (const [index, { period, paymentId }] of paid.entries()) {
    if (period !== index + 1) break;
    periods.push({
      number: period,
      startsAt: moment(addPeriods(startMs, terms, index)),
      endsAt: moment(addPeriods(startMs, terms, period)),
      paymentId,
      invoiceRef: null,
    });
  }
  return periods;
}

/** The provider's invoices drive them. Until it tells of the first, that is worked out from the payment. */
function providerPeriods({ paid }: Known, { invoices, word }: ProviderSide, terms: Terms): readonly Period[] {
  const told = invoices.map((invoice) => ({ ...periodOf(invoice), first: invoice.first }));
  const [first] = paid;
  if (first !== undefined && !told.some((period) => period.first)) {
    const end = moment(addPeriods(Date.parse(first.at), terms, 1));
    const endsAt = told.length === 0 ? (optionalMoment(word?.periodEndsAt) ?? end) : end;
    told.push({ startsAt: first.at, endsAt, paymentId: first.paymentId, invoiceRef: null, first: true });
  }
  return told
    .sort((left, right) => (inTime(left) < inTime(right) ? -1 : 1))
    .map(({ startsAt, endsAt, paymentId, invoiceRef }, index) => ({
      number: index + 1,
      startsAt,
      endsAt,
      paymentId,
      invoiceRef,
    }));
}

function inTime({ startsAt, endsAt, first, invoiceRef }: Omit<Period, 'number'> & { readonly first: boolean }): string {
  return `${first ? 0 : 1} ${startsAt} ${endsAt} ${invoiceRef ?? ''}`;
}

function periodOf({ startsAt, endsAt, paymentId, invoiceRef }: Invoice): Omit<Period, 'number'> {
  return { startsAt: moment(Date.parse(startsAt)), endsAt: moment(Date.parse(endsAt)), paymentId, invoiceRef };
}

function earliest(one: string | null, other: string | null): string | null {
  const times = [one, other].flatMap((each) => (each === null ? [] : [Date.parse(each)]));
  return times.length === 0 ? null : moment(Math.min(...times));
}
