import type { CaptureMode, HubEvidence, PaymentStatus, ProviderCall, StoredFact } from '../src/model/payment.ts';
import { resolvedStatuses } from '../src/model/payment.ts';
import { mayExpire } from '../src/change/next-look.ts';
import { type Standing, standingOf, type StandingParts } from '../src/standing/payment-standing.ts';
import { asked, callOf, decided, intentOf, partsOf, startMs, told } from './facts.ts';

/** Something that becomes known, or that the hub does. */
export interface Step {
  /** For the table. */
  readonly label: string;
  /** Default: whenever the provider may have been asked. */
  readonly when?: (standing: Standing, parts: StandingParts) => boolean;
  readonly apply: (parts: StandingParts, standing: Standing) => StandingParts;
  /** Nothing is explored behind it. */
  readonly last?: boolean;
}

const eur = (minor: bigint) => ({ amountMinor: minor.toString(), currency: 'EUR' });
const half = asked / 2n;

const fact = (label: string, second: number, what: StoredFact): Step => ({
  label,
  when: (_standing, { calls }) => calls.some(({ kind, state }) => kind === 'createCheckout' && state !== 'not_made'),
  apply: (parts) => ({ ...parts, evidence: [...parts.evidence, told(what, second)] }),
});

const withCall = (parts: StandingParts, call: ProviderCall): StandingParts => ({
  ...parts,
  calls: [...parts.calls.filter(({ id }) => id !== call.id), call],
});

const opening = (label: string, state: ProviderCall['state']): Step => ({
  label,
  when: (_standing, { calls }) => {
    const before = calls.find(({ id }) => id === 'o1')?.state;
    return before === 'intended' || (before === 'unknown' && state !== 'unknown');
  },
  apply: (parts) => withCall(parts, callOf('o1', { state })),
});

const call = (
  label: string,
  id: string,
  part: Partial<ProviderCall>,
  allows: (standing: Standing) => boolean,
  from?: ProviderCall['state'],
): Step => ({
  label,
  when: (standing, { calls }) => allows(standing) && calls.find((each) => each.id === id)?.state === from,
  apply: (parts) => withCall(parts, callOf(id, part)),
});

const captured = (label: string, second: number, ref: string, minor: bigint, final: boolean, currency = 'EUR') =>
  fact(label, second, { fact: 'captured', movementRef: ref, amount: { amountMinor: `${minor}`, currency }, final });
const refund = (
  label: string,
  second: number,
  ref: string,
  minor: bigint,
  status: 'pending' | 'succeeded' | 'failed',
) => fact(label, second, { fact: 'refund', refundRef: ref, amount: eur(minor), status });

const cancellable: ReadonlySet<PaymentStatus> = new Set(['created', 'requires_action', 'failed', 'expired']);
const stuckable: ReadonlySet<PaymentStatus> = new Set(['unknown', 'processing']);

const hub = (label: string, evidence: HubEvidence, when: NonNullable<Step['when']>): Step => ({
  label,
  when,
  apply: (parts) => ({ ...parts, evidence: [...parts.evidence, evidence] }),
});

/** The bounded alphabet: facts of one attempt, each with its own time of the provider's, calls, and what the hub decides. */
export const steps: readonly Step[] = [
  opening('the checkout is open', 'done'),
  opening('the provider declined to open it', 'declined'),
  opening('the provider was not reached', 'not_made'),
  opening('the answer to opening it was lost', 'unknown'),
  fact('the customer has to act', 1, { fact: 'requires_action' }),
  fact('money is on its way', 2, { fact: 'processing' }),
  fact('the customer agreed', 2, { fact: 'approved' }),
  fact('a try failed', 3, { fact: 'failed', reason: 'declined' }),
  fact('the customer tries again', 4, { fact: 'requires_action' }),
  fact('the provider ended the checkout: cancelled', 9, { fact: 'cancelled' }),
  fact('the provider ended the checkout: expired', 9, { fact: 'expired' }),
  call('the answer to confirming was lost', 'k1', { kind: 'confirm', state: 'unknown' }, ({ attempts, status }) =>
    attempts.some(({ facts }) => status === 'processing' && facts.progress?.fact === 'approved'),
  ),
  call('what was agreed to is declined', 'k1', { kind: 'confirm', state: 'declined' }, () => true, 'unknown'),
  fact('all is authorized', 5, { fact: 'authorized', movementRef: 'au', amount: eur(asked) }),
  fact('another amount is authorized', 5, { fact: 'authorized', movementRef: 'au', amount: eur(asked - 1n) }),
  call(
    'the answer to capturing was lost',
    'c1',
    { kind: 'capture', state: 'unknown' },
    ({ authorized }) => authorized > 0n,
  ),
  call('the capture surely did not happen', 'c1', { kind: 'capture', state: 'not_made' }, () => true, 'unknown'),
  call(
    'the provider voided it for us',
    'v1',
    { kind: 'void', state: 'done' },
    ({ captured: taken, authorized, status }) => taken === 0n && (authorized > 0n || status === 'requires_action'),
  ),
  fact('the authorization, or its rest, was given back', 8, { fact: 'voided', movementRef: 'au' }),
  captured('all is captured', 6, 'ch_all', asked, true),
  captured('a half is captured, more may follow', 6, 'ch_1', half, false),
  captured('the other half is captured', 7, 'ch_2', asked - half, true),
  captured('a part is captured, and that is all', 6, 'ch_part', half, true),
  captured('too much is captured', 6, 'ch_much', asked + 1n, true),
  captured('another currency is captured', 6, 'ch_other', asked, true, 'USD'),
  fact('too little of an asset came', 6, {
    fact: 'underpaid',
    movementRef: 'tx',
    expected: { amount: '1', asset: 'BTC' },
    received: { amount: '0.9', asset: 'BTC' },
  }),
  refund('a quarter is refunded', 10, 're_4', half / 2n, 'succeeded'),
  refund('a half is refunded', 10, 're_1', half, 'succeeded'),
  refund('the other half is refunded', 10, 're_2', asked - half, 'succeeded'),
  refund('all is refunded', 10, 're_3', asked, 'succeeded'),
  refund('that refund of all failed later', 11, 're_3', asked, 'failed'),
  refund('that refund of a half failed later', 11, 're_1', half, 'failed'),
  fact('the provider took all of it back', 12, { fact: 'reversed', movementRef: 'rv', amount: eur(asked) }),
  fact('a dispute over all of it was lost', 12, {
    fact: 'dispute',
    disputeRef: 'dp',
    amount: eur(asked),
    status: 'lost',
  }),
  fact('that dispute was won after all', 13, { fact: 'dispute', disputeRef: 'dp', amount: eur(asked), status: 'won' }),
  hub(
    'its time is over',
    decided('expired'),
    (standing, { calls }) =>
      mayExpire(standing) && calls.every(({ state }) => state !== 'unknown' && state !== 'intended'),
  ),
  hub('it is cancelled', decided('cancelled'), ({ status }) => cancellable.has(status)),
  hub(
    'nothing was learnt for long',
    { from: 'hub', kind: 'stuck', what: 'it', key: 'hub:stuck', recordedAt: '', by: 'janitor' },
    ({ status }) => stuckable.has(status),
  ),
  ...resolvedStatuses.map(
    (status): Step => ({
      label: `an operator says: ${status}`,
      last: true,
      when: (standing) => standing.status === 'review',
      apply: (parts, { reasons }) => {
        const recordedAt = new Date(startMs).toISOString();
        const key = `hub:resolved:${parts.evidence.length}`;
        const said: HubEvidence = {
          from: 'hub',
          kind: 'resolved',
          key,
          recordedAt,
          by: 'u',
          reasons,
          status,
          note: '',
        };
        return { ...parts, evidence: [...parts.evidence, said] };
      },
    }),
  ),
];

/** By `from → to`: what does it. */
export type Transitions = ReadonlyMap<string, ReadonlySet<string>>;

interface Reached {
  readonly parts: StandingParts;
  readonly standing: Standing;
  readonly taken: readonly number[];
}

/**
 * Every change of status that sets of up to `most` steps know, breadth-first from a payment that was just created. A set is
 * visited once; a step of the hub's own is only taken where the hub would.
 */
export function exploreTransitions(capture: CaptureMode, most: number): Transitions {
  const found = new Map<string, Set<string>>();
  const start = partsOf({ intent: intentOf(asked, capture), calls: [callOf('o1', { state: 'intended' })] });
  let front: Reached[] = [{ parts: start, standing: standingOf(start), taken: [] }];
  const seen = new Set<string>();
  for (let size = 1; size <= most; size++) {
    const next: Reached[] = [];
    for (const { parts, standing, taken } of front) {
      for (const [index, step] of steps.entries()) {
        if (taken.includes(index) || step.when?.(standing, parts) === false) continue;
        const after = step.apply(parts, standing);
        const stands = standingOf(after);
        const name = `${standing.status} ${stands.status}`;
        if (standing.status !== stands.status) found.set(name, (found.get(name) ?? new Set()).add(step.label));
        const set = [...taken, index].toSorted((left, right) => left - right);
        if (size === most || step.last === true || seen.has(set.join())) continue;
        seen.add(set.join());
        next.push({ parts: after, standing: stands, taken: set });
      }
    }
    front = next;
  }
  return found;
}
