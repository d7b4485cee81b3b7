import type { Change, FlowServices } from '@fairlead/core/flow-api';
import { eventsOfChange } from '../events.ts';
import { entriesToAdd } from './postings.ts';
import type { PaymentState } from '../model/payment.ts';
import { standingOf } from '../standing/payment-standing.ts';
import { nextLook } from './next-look.ts';

/** A payment before its standing was derived. */
export type PaymentChange = Omit<PaymentState, 'status' | 'watch' | 'ledger'> &
  Partial<Pick<PaymentState, 'ledger' | 'watch'>>;

export interface Advance {
  readonly paymentId: string;
  readonly before: PaymentState | undefined;
  readonly after: PaymentChange;
  readonly now: number;
  /** See {@link LookParts}. */
  readonly pausesMs: readonly number[];
  readonly event: FlowServices['event'];
}

/**
 * Makes of a changed payment what is committed: its status derived anew, the entries that its books lack, the events
 * that tell of it, and when the janitor looks again. The only way in which a payment is written.
 */
export function advance({ paymentId, before, after, now, pausesMs, event }: Advance): Required<Change<PaymentState>> {
  const at = new Date(now).toISOString();
  const standing = standingOf(after);
  const ledger = after.ledger ?? before?.ledger ?? [];
  const entries = entriesToAdd({ paymentId, attempts: after.attempts, ledger, standing, at });
  const draft = { ...after, ledger: [...ledger, ...entries], status: standing.status };
  const state: PaymentState = {
    ...draft,
    watch: after.watch ?? nextLook(draft, standing, { looks: 0, since: now, now, pausesMs }),
  };
  const drafts = eventsOfChange(paymentId, state, {
    // What was told then counts, though a later version of the hub may derive something else from the same facts.
    before: before === undefined ? undefined : { ...standingOf(before), status: before.status },
    after: standing,
  });
  const posted =
    entries.length === 0 ? [] : [event('ledger.posted', paymentId, { paymentId, entries: entries as never })];
  return { state, events: [...drafts.map(({ type, data }) => event(type, paymentId, data)), ...posted] };
}
