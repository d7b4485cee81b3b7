import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entriesToAdd } from '../src/change/postings.ts';
import type { LedgerEntry } from '../src/model/ledger-entry.ts';
import type { Evidence, HubEvidence, ProviderEvidence, ResolvedStatus } from '../src/model/payment.ts';
import { resolvedStatuses } from '../src/model/payment.ts';
import { standingOf, type Standing, type StandingParts } from '../src/standing/payment-standing.ts';
import {
  asked,
  attemptOf,
  callOf,
  decided,
  intentOf,
  partsOf,
  someCalls,
  someEvidence,
  startMs,
  told,
} from './facts.ts';

const modes = fc.constantFrom('automatic' as const, 'manual' as const);
const hubEvidence = fc.subarray([decided('expired'), decided('cancelled')]);

const payment = fc
  .record({ mode: modes, evidence: someEvidence(), calls: someCalls(), hub: hubEvidence })
  .map(({ mode, evidence, calls, hub }): StandingParts => {
    const attempts = [attemptOf(1), attemptOf(2)];
    return { intent: intentOf(asked, mode), attempts, calls, evidence: [...evidence, ...hub] };
  });

function resolution(number: number, reasons: readonly string[], status: ResolvedStatus): HubEvidence {
  const recordedAt = new Date(startMs).toISOString();
  return {
    from: 'hub',
    kind: 'resolved',
    key: `hub:resolved:${number}`,
    recordedAt,
    by: 'u',
    reasons,
    status,
    note: '',
  };
}

/** The same fact told in another way, at another time of ours. */
function again(evidence: Evidence, number: number): Evidence {
  if (evidence.from === 'hub') return evidence;
  const recordedAt = new Date(startMs + number).toISOString();
  return { ...evidence, key: `again${number}:${evidence.key}`, recordedAt };
}

describe('the standing of a payment', () => {
  test('is the same for any order of the evidence and of the calls, with any of it told twice', () => {
    const shuffled = payment.chain((parts) =>
      fc
        .record({
          evidence: fc.shuffledSubarray([...parts.evidence], { minLength: parts.evidence.length }),
          repeated: fc.subarray([...parts.evidence]),
          calls: fc.shuffledSubarray([...parts.calls], { minLength: parts.calls.length }),
        })
        .map((other) => ({ parts, other })),
    );
    fc.assert(
      fc.property(shuffled, ({ parts, other: { evidence, repeated, calls } }) => {
        const twice = [...evidence, ...repeated.map(again)];
        expect(standingOf({ ...parts, evidence: twice, calls })).toEqual(standingOf(parts));
      }),
      { numRuns: 3_000 },
    );
  });

  test('is captured only with exactly what was asked for, once, or where an operator said so about exactly that', () => {
    const step = fc.oneof(
      { weight: 5, arbitrary: someEvidence(2, asked, 3) },
      { weight: 1, arbitrary: fc.constantFrom(...resolvedStatuses) },
    );
    fc.assert(
      fc.property(modes, fc.array(step, { maxLength: 6 }), (mode, steps) => {
        let parts = partsOf({ intent: intentOf(asked, mode), attempts: [attemptOf(1), attemptOf(2)] });
        for (const one of steps) {
          const { reasons, status } = standingOf(parts);
          const more = typeof one === 'string' ? [resolution(parts.evidence.length, reasons, one)] : one;
          if (typeof one !== 'string' || status === 'review')
            parts = { ...parts, evidence: [...parts.evidence, ...more] };
          expectCapturedRightly(parts);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  test('never says that more came back than was captured, unless somebody looks or has looked', () => {
    fc.assert(
      fc.property(payment, (parts) => {
        const standing = standingOf(parts);
        const tooMuch = standing.attempts.some(
          ({ captured, refunded, reversed }) => captured > 0n && refunded + reversed > captured,
        );
        expect(!tooMuch || standing.status === 'review').toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each(['createCheckout', 'confirm', 'capture'] as const)(
    'with the outcome of %s not known is neither failed, expired nor cancelled until the provider says so',
    (kind) => {
      const ends: ProviderEvidence['fact']['fact'][] = ['failed', 'expired', 'cancelled', 'voided'];
      // Any word on a checkout says that it was opened.
      if (kind === 'createCheckout') ends.push('requires_action', 'approved', 'processing');
      fc.assert(
        fc.property(payment, (parts) => {
          const calls = [
            ...parts.calls.filter((call) => call.attempt !== 1 || call.kind !== kind),
            callOf('u', { kind, attempt: 1, state: 'unknown' }),
          ].filter((call) => kind !== 'createCheckout' || call.kind !== 'void');
          const evidence = parts.evidence.filter(
            (each) => each.from === 'hub' || each.attempt !== 1 || !ends.includes(each.fact.fact),
          );
          const { status } = standingOf({ ...parts, calls, evidence });
          const confirmed = calls.some((call) => call.kind === 'confirm' && call.state === 'declined');
          const over = status === 'failed' || status === 'cancelled' || status === 'expired';
          expect(over && !confirmed).toBe(false);
        }),
        { numRuns: 2_000 },
      );
    },
  );

  test('counts amounts of 38 digits to the last', () => {
    const amounts = fc.bigInt({ min: 10n ** 37n, max: 10n ** 38n - 2n });
    fc.assert(
      fc.property(amounts, amounts, (amount, part) => {
        const money = (minor: bigint) => ({ amountMinor: minor.toString(), currency: 'EUR' });
        const refund = part < amount ? part : amount;
        const capture = { fact: 'captured', movementRef: 'c', final: true } as const;
        const parts = (minor: bigint) =>
          partsOf({
            intent: intentOf(amount),
            attempts: [attemptOf(1, amount)],
            evidence: [
              told({ ...capture, amount: money(minor) }),
              told({ fact: 'refund', refundRef: 'r', amount: money(refund), status: 'succeeded' }),
            ],
          });
        const exact = standingOf(parts(amount));
        expect(exact.status).toBe(refund === amount ? 'refunded' : 'partially_refunded');
        expect(exact.captured - exact.refunded).toBe(amount - refund);
        expect(standingOf(parts(amount + 1n))).toMatchObject({ status: 'review', overpaid: 1n });
        expect(standingOf(parts(amount - 1n)).status).toBe('review');
      }),
    );
  });

  test('of a checkout that was paid late is captured when exact, and goes to a person when not', () => {
    for (const end of ['failed', 'expired', 'cancelled'] as const) {
      const ended = told(end === 'failed' ? { fact: end, reason: 'declined' } : { fact: end }, 1);
      const paid = (minor: bigint) =>
        told(
          { fact: 'captured', movementRef: 'c', amount: { amountMinor: `${minor}`, currency: 'EUR' }, final: true },
          2,
        );
      const evidence = [ended, decided('expired')];
      expect(standingOf(partsOf({ evidence })).status).toBe('expired');
      expect(standingOf(partsOf({ evidence: [...evidence, paid(asked)] })).status).toBe('captured');
      expect(standingOf(partsOf({ evidence: [...evidence, paid(asked - 1n)] })).reasons).toEqual([
        'amount_mismatch:1000:999',
      ]);
    }
  });

  test('of a top-up in the same second is that of the larger sum', () => {
    const sum = (received: string) =>
      told({
        fact: 'underpaid',
        movementRef: 'tx',
        expected: { amount: '20', asset: 'BTC' },
        received: { amount: received, asset: 'BTC' },
      });
    const { reasons } = standingOf(partsOf({ evidence: [sum('10'), sum('9'), decided('expired')] }));
    expect(reasons).toEqual(['underpaid_at_expiry:10:BTC']);
  });

  test('takes the answer to a call for less than anything that the provider gave a time', () => {
    const refund = { fact: 'refund', refundRef: 'r', amount: eur(100n) } as const;
    const evidence = [
      told({ fact: 'captured', movementRef: 'c', amount: eur(asked), final: true }, 1),
      told({ ...refund, status: 'succeeded' }, 9, { via: 'answer' }),
    ];
    expect(standingOf(partsOf({ evidence }))).toMatchObject({ refunded: 100n });
    const later = [...evidence, told({ ...refund, status: 'failed' }, 2)];
    expect(standingOf(partsOf({ evidence: later }))).toMatchObject({ status: 'captured', refunded: 0n });
  });

  test('that an operator called captured is not taken back in silence when the reason goes', () => {
    const calls = [callOf('o1', { state: 'unknown' })];
    const stuck = { from: 'hub', kind: 'stuck', key: 'hub:stuck', what: 'it', recordedAt: '', by: 'janitor' } as const;
    const said = [stuck, resolution(1, ['stuck:it'], 'captured')];
    expect(standingOf(partsOf({ calls, evidence: said })).status).toBe('captured');
    const failed = [...said, told({ fact: 'failed', reason: 'declined' })];
    const asks = standingOf(partsOf({ calls, evidence: failed }));
    expect(asks).toMatchObject({ status: 'review', reasons: ['said_captured:failed:0'] });
    for (const status of ['captured', 'failed'] as const) {
      const again = [...failed, resolution(2, asks.reasons, status)];
      expect(standingOf(partsOf({ calls, evidence: again })).status).toBe(status);
    }
    const paid = told({ fact: 'captured', movementRef: 'c', amount: eur(asked), final: true }, 5);
    expect(standingOf(partsOf({ calls, evidence: [...failed, paid] })).status).toBe('captured');
  });

  test('of a refund of which nothing can be learnt asks a person, though the status would be another', () => {
    const calls = [callOf('o1'), callOf('r1', { kind: 'refund', state: 'unknown', amount: eur(100n) })];
    const evidence: readonly Evidence[] = [
      told({ fact: 'captured', movementRef: 'c', amount: eur(asked), final: true }),
      { from: 'hub', kind: 'stuck', key: 'hub:stuck', what: 'refund:r1', recordedAt: '', by: 'janitor' },
    ];
    const stuck = partsOf({ calls, evidence });
    expect(standingOf(stuck)).toMatchObject({ status: 'review', reasons: ['stuck:refund:r1'], refunding: 100n });
    const settled = calls.map((call) => (call.id === 'r1' ? { ...call, state: 'not_made' as const } : call));
    expect(standingOf({ ...stuck, calls: settled })).toMatchObject({ status: 'captured', refunding: 0n });
  });
});

const eur = (minor: bigint) => ({ amountMinor: minor.toString(), currency: 'EUR' });

/** Which resolution is the last word on the reasons that there are. */
function lastWord({ evidence }: StandingParts, reasons: readonly string[]): string | undefined {
  return evidence
    .filter((each) => each.from === 'hub' && each.kind === 'resolved')
    .findLast((each) => each.reasons.some((reason) => reasons.includes(reason)))?.status;
}

function expectCapturedRightly(parts: StandingParts): void {
  const standing = standingOf(parts);
  if (standing.status !== 'captured') return;
  const { reasons } = standingOf({ ...parts, evidence: parts.evidence.filter(({ from }) => from === 'provider') });
  const holding = standing.attempts.filter(({ captured, refunded, reversed }) => captured - refunded - reversed > 0n);
  const isExact = holding.length === 1 && holding[0]?.captured === asked && holding[0].number === standing.leading;
  // Of what was called captured before, and is not all there, an operator may say so again: about this very sum.
  const said = parts.evidence
    .flatMap((each) => (each.from === 'hub' && each.kind === 'resolved' ? each.reasons : []))
    .filter((reason) => reason.startsWith('said_captured:') && reason.endsWith(`:${standing.captured}`));
  const isSaid = lastWord(parts, [...reasons, ...said]) === 'captured';
  expect(isSaid || (isExact && reasons.length === 0)).toBe(true);
}

/** Balances by account and currency; fails for an entry whose lines do not sum to zero in each currency. */
function balances(ledger: readonly LedgerEntry[]): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { lines } of ledger) {
    const own = new Map<string, bigint>();
    for (const { account, currency, amountMinor } of lines) {
      own.set(currency, (own.get(currency) ?? 0n) + BigInt(amountMinor));
      const key = `${account} ${currency}`;
      sums.set(key, (sums.get(key) ?? 0n) + BigInt(amountMinor));
    }
    expect([...own.values()].filter((sum) => sum !== 0n)).toEqual([]);
  }
  return new Map([...sums].filter(([, sum]) => sum !== 0n).sort());
}

/** The books after the evidence came in one by one. */
function bookedInTurn(parts: StandingParts, evidence: readonly Evidence[]) {
  const ledger: LedgerEntry[] = [];
  let standing: Standing = standingOf({ ...parts, evidence: [] });
  for (const [index] of evidence.entries()) {
    standing = standingOf({ ...parts, evidence: evidence.slice(0, index + 1) });
    const { attempts } = parts;
    ledger.push(...entriesToAdd({ paymentId: 'p', attempts, ledger: [...ledger], standing, at: '' }));
    balances(ledger);
  }
  return { ledger, standing };
}

describe('the books of a payment', () => {
  const charged = { charge: eur(20n), chargePaidBy: 'customer' } as const;

  test('are balanced after every piece of evidence, and end the same for any order of it', () => {
    const orders = payment.chain((parts) => {
      const withCharge = { ...parts, attempts: [attemptOf(1, asked, charged), attemptOf(2)] };
      return fc
        .shuffledSubarray([...parts.evidence], { minLength: parts.evidence.length })
        .map((other) => ({ parts: withCharge, other }));
    });
    fc.assert(
      fc.property(orders, ({ parts, other }) => {
        const [one, two] = [bookedInTurn(parts, parts.evidence), bookedInTurn(parts, other)];
        expect(balances(two.ledger)).toEqual(balances(one.ledger));
        expect(new Set(one.ledger.map(({ id }) => id)).size).toBe(one.ledger.length);
        const { standing, ledger } = one;
        const again = entriesToAdd({ paymentId: 'p', attempts: parts.attempts, ledger, standing, at: '' });
        expect(again).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  test('say that a gateway holds what was captured less fees, refunds and reversals', () => {
    fc.assert(
      fc.property(someEvidence(1), (evidence) => {
        const { standing, ledger } = bookedInTurn(partsOf({ evidence }), evidence);
        const fees = [...(standing.attempts[0]?.facts.captures.values() ?? [])].reduce(
          (sum, { fee }) => sum + (fee?.currency === 'EUR' ? BigInt(fee.amountMinor) : 0n),
          0n,
        );
        const short =
          standing.attempts[0]?.facts.captures.size === 0 && standing.attempts[0].facts.underpayments.size > 0;
        const refunded = short ? 0n : standing.refunded;
        const held = balances(ledger).get('clearing:gw-1 EUR') ?? 0n;
        expect(held).toBe(standing.captured - fees - refunded - standing.reversed);
      }),
      { numRuns: 1_000 },
    );
  });
});
