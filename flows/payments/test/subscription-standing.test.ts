import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Known, learn, type News, nothingKnown } from '../src/subscriptions/known.ts';
import { standingAt, type Terms } from '../src/subscriptions/standing.ts';

const day = 86_400_000;
const start = Date.UTC(2027, 0, 31, 10);
const at = (days: number) => new Date(start + days * day).toISOString();
const hub: Terms = { billing: 'hub', every: 1, unit: 'month', name: 'Pro', graceDays: 7 };
const provider: Terms = { ...hub, billing: 'provider' };

const known = (...news: readonly News[]): Known => news.reduce(learn, nothingKnown);
const stands = (terms: Terms, days: number, ...news: readonly News[]) =>
  standingAt(known(...news), terms, start + days * day);

const paid = (period: number, days: number): News => ({
  of: 'paid',
  what: { period, paymentId: `p${period}`, at: at(days) },
});
const end = (when: 'now' | 'period_end', days: number, endsAt: number): News => ({
  of: 'end',
  what: { when, at: at(days), endsAt: at(endsAt), by: 'user:u1' },
});
const invoice = (number: number, days = number * 30, subscriptionRef = 's1'): News => ({
  of: 'invoice',
  what: {
    subscriptionRef,
    invoiceRef: `in${number}${subscriptionRef === 's1' ? '' : subscriptionRef}`,
    first: number === 1,
    amount: { amountMinor: '1200', currency: 'EUR' },
    startsAt: at(number * 30 - 30),
    endsAt: at(number * 30),
    occurredAt: at(days - 30),
    paymentId: `p${number}`,
  },
});
const word = (
  status: 'active' | 'past_due' | 'paused' | 'cancelled',
  days: number,
  endsAt: number | null = null,
  subscriptionRef = 's1',
): News => ({
  of: 'word',
  what: {
    subscriptionRef,
    status,
    occurredAt: at(days),
    endsAt: endsAt === null ? null : at(endsAt),
    periodEndsAt: null,
  },
});
const failure = (number: number, days: number): News => ({
  of: 'failure',
  what: { subscriptionRef: 's1', invoiceRef: `in${number}`, nextAttemptAt: null, occurredAt: at(days) },
});

describe('a subscription that the hub bills', () => {
  it.each([
    ['is pending before the first payment', 0, [], 'pending'],
    [
      'never began when the first payment expired',
      1,
      [{ of: 'unpaid', what: { status: 'expired', at: at(1) } }],
      'expired',
    ],
    [
      'began when the first payment was paid after all',
      1,
      [{ of: 'unpaid', what: { status: 'expired', at: at(0) } }, paid(1, 1)],
      'active',
    ],
    ['is active until the period ends', 27.9, [paid(1, 0)], 'active'],
    ['is past due from the end on', 28, [paid(1, 0)], 'past_due'],
    ['is past due until the days of grace are over', 34.9, [paid(1, 0)], 'past_due'],
    ['is expired then', 35, [paid(1, 0)], 'expired'],
    ['goes on when the next is paid late', 35, [paid(1, 0), paid(2, 34)], 'active'],
    ['comes back when it is paid after it expired', 40, [paid(1, 0), paid(2, 39)], 'active'],
    ['does not skip a period', 40, [paid(1, 0), paid(3, 39)], 'expired'],
    ['goes on to the end of the period when it is cancelled so', 10, [paid(1, 0), end('period_end', 5, 28)], 'active'],
    ['is cancelled then', 28, [paid(1, 0), end('period_end', 5, 28)], 'cancelled'],
    ['is cancelled at once when that is wished', 5, [paid(1, 0), end('now', 5, 5)], 'cancelled'],
    ['stays cancelled when money comes', 30, [paid(1, 0), end('now', 5, 5), paid(2, 29)], 'cancelled'],
  ] as const)('%s', (_title, days, news, status) => {
    expect(stands(hub, days, ...(news as readonly News[])).status).toBe(status);
  });

  it('is prolonged from the old end, however late it is paid, and keeps its day', () => {
    const { periods } = stands(hub, 60, paid(1, 0), paid(2, 33), paid(3, 58));
    expect(periods.map(({ endsAt }) => endsAt.slice(0, 10))).toEqual(['2027-02-28', '2027-03-31', '2027-04-30']);
    expect(periods[1]?.startsAt).toBe(periods[0]?.endsAt);
  });
});

describe('a subscription that the provider bills', () => {
  it.each([
    ['is active when the checkout was paid, before any invoice is told', 1, [paid(1, 0)], 'active'],
    ['waits a day for news of the next period', 30.9, [paid(1, 0), invoice(1)], 'active'],
    ['is past due after that', 31, [paid(1, 0), invoice(1)], 'past_due'],
    ['is expired after the days of grace', 37, [paid(1, 0), invoice(1)], 'expired'],
    ['is active when the next invoice is paid', 37, [invoice(1), invoice(2)], 'active'],
    ['is past due when the provider could not collect', 30.1, [invoice(1), failure(2, 30)], 'past_due'],
    ['is active when that was collected later', 32, [invoice(1), failure(2, 30), invoice(2, 61)], 'active'],
    [
      'is what was paid, though another attempt was given up later',
      20,
      [word('cancelled', 19, 19, 's0'), word('active', 1), invoice(1)],
      'active',
    ],
    ['waits for another attempt when the provider gave one up', 2, [word('cancelled', 1, 1)], 'pending'],
    ['is paused when the provider says so', 50, [invoice(1), word('paused', 20)], 'paused'],
    ['goes on when it says so later', 20, [invoice(1), word('paused', 10), word('active', 15)], 'active'],
    ['is cancelled when the provider says so', 20, [invoice(1), word('cancelled', 19)], 'cancelled'],
    ['ends when the provider said that it would', 30, [invoice(1), word('active', 19, 30)], 'cancelled'],
    [
      'does not end when the provider took that back',
      30,
      [invoice(1), word('active', 19, 30), word('active', 20)],
      'active',
    ],
  ] as const)('%s', (_title, days, news, status) => {
    expect(stands(provider, days, ...(news as readonly News[])).status).toBe(status);
  });
});

const someRef = fc.constantFrom('s1', 's2');
const someNews = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 4 }), fc.nat(120)).map(([period, days]) => paid(period, days)),
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 130 }), someRef)
    .map(([number, days, ref]) => invoice(number, days, ref)),
  fc
    .tuple(fc.constantFrom('active', 'past_due', 'paused', 'cancelled'), fc.nat(5), fc.option(fc.nat(120)), someRef)
    .map(([status, days, ends, ref]) => word(status, days, ends, ref)),
  fc.tuple(fc.integer({ min: 1, max: 4 }), fc.nat(5)).map(([number, days]) => failure(number, days)),
  fc
    .tuple(fc.constantFrom('now', 'period_end'), fc.nat(5), fc.nat(120))
    .map(([when, days, ends]) => end(when, days, ends)),
  fc
    .tuple(fc.constantFrom('failed', 'cancelled', 'expired'), fc.nat(5))
    .map(([status, days]): News => ({ of: 'unpaid', what: { status, at: at(days) } })),
  fc.tuple(fc.integer({ min: 2, max: 4 }), fc.nat(9)).map(
    ([period, days]): News => ({
      of: 'billed',
      what: { period, paymentId: `p${period}`, checkoutToken: `t${days}`, at: at(days) },
    }),
  ),
);

it('what is told in any order, any of it twice, is the same knowledge and the same standing', () => {
  fc.assert(
    fc.property(
      fc
        .array(someNews, { maxLength: 14 })
        .chain((news) =>
          fc.tuple(
            fc.constant(news),
            fc.shuffledSubarray([...news, ...news], { minLength: news.length * 2, maxLength: news.length * 2 }),
          ),
        ),
      fc.nat(150),
      fc.constantFrom(hub, provider),
      (([news, shuffled], days, terms) => {
        expect(known(...shuffled)).toEqual(known(...news));
        expect(stands(terms, days, ...shuffled)).toEqual(stands(terms, days, ...news));
      }) as (parts: [News[], News[]], days: number, terms: Terms) => void,
    ),
    { numRuns: 3_000 },
  );
});

it('a turn ahead is the first moment at which it stands otherwise', () => {
  fc.assert(
    fc.property(
      fc.array(someNews, { maxLength: 8 }),
      fc.nat(150),
      fc.nat(150),
      fc.constantFrom(hub, provider),
      (news, one, other, terms) => {
        const [early, late] = [Math.min(one, other), Math.max(one, other)];
        const before = stands(terms, early, ...news);
        const turned = before.turns.some((time) => time <= start + late * day);
        const after = turned ? before : stands(terms, late, ...news);
        expect(after.status).toBe(before.status);
      },
    ),
    { numRuns: 3_000 },
  );
});
