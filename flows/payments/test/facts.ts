import fc from 'fast-check';
import type {
  Attempt,
  CaptureMode,
  HubEvidence,
  PaymentIntent,
  ProviderCall,
  ProviderEvidence,
  StoredFact,
} from '../src/model/payment.ts';
import type { StandingParts } from '../src/standing/payment-standing.ts';

/** Parts of a payment to derive a standing from, and random facts about it. */
export const asked = 1_000n;
export const startMs = Date.UTC(2026, 0, 15, 12);

export function intentOf(amountMinor = asked, capture: CaptureMode = 'automatic'): PaymentIntent {
  return {
    amount: { amountMinor: amountMinor.toString(), currency: 'EUR' },
    capture,
    reference: null,
    description: null,
    customer: null,
    returnUrl: null,
    cancelUrl: null,
    metadata: {},
    connections: null,
    expiresAt: new Date(startMs + 86_400_000).toISOString(),
    subscription: null,
  };
}

export function attemptOf(number: number, amountMinor = asked, part: Partial<Attempt> = {}): Attempt {
  return {
    number,
    connectionId: `gw-${number}`,
    asked: { amountMinor: amountMinor.toString(), currency: 'EUR' },
    charge: { amountMinor: '0', currency: 'EUR' },
    chargePaidBy: 'merchant',
    createdAt: new Date(startMs).toISOString(),
    providerRef: `cs_${number}`,
    redirectUrl: `https://pay.example/cs_${number}`,
    checkoutExpiresAt: null,
    ...part,
  };
}

export function callOf(id: string, part: Partial<ProviderCall> = {}): ProviderCall {
  const at = new Date(startMs).toISOString();
  return {
    id,
    kind: 'createCheckout',
    attempt: 1,
    key: id,
    state: 'done',
    amount: null,
    final: false,
    movementRef: null,
    reason: null,
    ref: null,
    problem: null,
    requestKey: null,
    startedAt: at,
    triedAt: at,
    settledAt: at,
    by: 'hub',
    ...part,
  };
}

export function partsOf(part: Partial<StandingParts> = {}): StandingParts {
  const { attempts = [attemptOf(1)] } = part;
  const calls = attempts.map(({ number }) => callOf(`o${number}`, { attempt: number }));
  return { intent: intentOf(), attempts, calls, evidence: [], ...part };
}

/** @param second when the provider says that it happened */
export function told(fact: StoredFact, second = 0, part: Partial<ProviderEvidence> = {}): ProviderEvidence {
  const { attempt = 1, via = 'webhook' } = part;
  return {
    from: 'provider',
    key: `${attempt}:${via}:${second}:${JSON.stringify(fact)}`,
    attempt,
    via,
    type: fact.fact,
    occurredAt: new Date(startMs + second * 1_000).toISOString(),
    recordedAt: new Date(startMs).toISOString(),
    fact,
    ...part,
  };
}

export function decided(kind: 'expired' | 'cancelled', second = 0): HubEvidence {
  return {
    from: 'hub',
    kind,
    key: `hub:${kind}`,
    recordedAt: new Date(startMs + second * 1_000).toISOString(),
    by: 'x',
  };
}

const eur = (amountMinor: bigint) => ({ amountMinor: amountMinor.toString(), currency: 'EUR' });

/** Facts of few movements and few amounts, so that they meet. @param amount what was asked for */
export function someFact(amount = asked): fc.Arbitrary<StoredFact> {
  const money = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(amount, amount / 2n, amount - amount / 2n, amount + 1n).map(eur) },
    { weight: 1, arbitrary: fc.constant({ amountMinor: amount.toString(), currency: 'USD' }) },
  );
  const asset = (received: string) => ({
    fact: 'underpaid' as const,
    movementRef: 'tx',
    expected: { amount: '1', asset: 'BTC' },
    received: { amount: received, asset: 'BTC' },
  });
  return fc.oneof(
    fc.constantFrom<StoredFact>(
      { fact: 'requires_action' },
      { fact: 'approved' },
      { fact: 'processing' },
      { fact: 'failed', reason: 'declined' },
      { fact: 'cancelled' },
      { fact: 'expired' },
      { fact: 'voided', movementRef: 'au_1' },
      { fact: 'none' },
    ),
    fc.record({
      fact: fc.constant('authorized' as const),
      movementRef: fc.constantFrom('au_1', 'au_2'),
      amount: money,
    }),
    fc.record({
      fact: fc.constant('captured' as const),
      movementRef: fc.constantFrom('ch_1', 'ch_2'),
      amount: money,
      final: fc.boolean(),
      fee: fc.constantFrom(eur(0n), eur(7n)),
    }),
    fc.record({
      fact: fc.constant('refund' as const),
      refundRef: fc.constantFrom('re_1', 're_2'),
      amount: money,
      status: fc.constantFrom('pending', 'succeeded', 'failed', 'cancelled'),
    }),
    fc.record({ fact: fc.constant('reversed' as const), movementRef: fc.constantFrom('rv_1', 'dp_1'), amount: money }),
    fc.record({
      fact: fc.constant('dispute' as const),
      disputeRef: fc.constantFrom('dp_1', 'dp_2'),
      amount: money,
      status: fc.constantFrom('inquiry', 'needs_response', 'under_review', 'won', 'lost', 'closed'),
    }),
    fc.constantFrom('0.5', '0.9', '0.10').map(asset),
  );
}

/** Evidence of up to `attempts` attempts; each key once. */
export function someEvidence(attempts = 2, amount = asked, maxLength = 10): fc.Arbitrary<readonly ProviderEvidence[]> {
  const one = fc
    .record({
      fact: someFact(amount),
      second: fc.integer({ min: 0, max: 4 }),
      attempt: fc.integer({ min: 1, max: attempts }),
      via: fc.constantFrom('webhook' as const, 'status' as const, 'answer' as const),
    })
    .map(({ fact, second, attempt, via }) => told(fact, second, { attempt, via }));
  return fc.uniqueArray(one, { maxLength, selector: ({ key }) => key });
}

/** Calls of the attempts in any state. */
export function someCalls(attempts = 2): fc.Arbitrary<readonly ProviderCall[]> {
  const state = fc.constantFrom<ProviderCall['state'][]>(
    'intended',
    'done',
    'declined',
    'not_attempted',
    'not_made',
    'unknown',
  );
  const numbers = Array.from({ length: attempts }, (_each, index) => index + 1);
  const opening = fc.tuple(
    ...numbers.map((attempt) => state.map((each) => callOf(`o${attempt}`, { attempt, state: each }))),
  );
  const others = fc.uniqueArray(
    fc.record({
      kind: fc.constantFrom('confirm' as const, 'capture' as const, 'void' as const, 'refund' as const),
      attempt: fc.constantFrom(...numbers),
      state,
    }),
    { maxLength: 3, selector: ({ kind, attempt }) => `${kind}${attempt}` },
  );
  return fc
    .tuple(opening, others)
    .map(([first, rest]) => [
      ...first,
      ...rest.map((each, index) => callOf(`${each.kind}${index}`, { ...each, amount: eur(300n) })),
    ]);
}
