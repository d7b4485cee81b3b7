import { type FlowServices, isStorageError, type Repository } from '@fairlead/core/flow-api';
import type { PayoutEventData, PayoutEventType } from '../payout-events.ts';
import type { PaymentTools } from '../tools.ts';
import { type PayoutIndex, payoutEntry, type PayoutState, type PayoutStatus, payoutStatusOf } from './payout.ts';

/** A payout before its status and its books were derived. */
export type PayoutChange = Omit<PayoutState, 'status' | 'dueAt'> & Partial<Pick<PayoutState, 'status' | 'dueAt'>>;

/** As long as a call with all its tries may take. */
export const payoutMayTakeMs = 150_000;
const longestPauseMs = 6 * 3_600_000;

/** What the parts that deal with payouts share. */
export interface Payouts {
  readonly tools: PaymentTools;
  readonly repository: Repository<PayoutState, PayoutIndex>;
  /** Commits a new one. @throws StorageError `duplicate_key` with `field` `requestKey` or `payoutKey` */
  create(id: string, state: PayoutChange): Promise<PayoutState>;
  /** Changes one, derives status and books, commits both with the events that tell of it. */
  change(id: string, change: (state: PayoutState) => PayoutChange | undefined): Promise<PayoutState | undefined>;
}

export function createPayouts(
  tools: PaymentTools,
  repository: Payouts['repository'],
  event: FlowServices['event'],
): Payouts {
  const derive = (id: string, before: PayoutState | undefined, after: PayoutChange) => {
    const at = new Date(tools.services.clock.now()).toISOString();
    const status = payoutStatusOf(after);
    const entry = payoutEntry(id, { ...after, status }, at);
    const ledger = entry === undefined ? after.ledger : [...after.ledger, entry];
    const state: PayoutState = { ...after, status, ledger, dueAt: dueAtOf(after) };
    const events = [
      ...(before?.status === status ? [] : [event(typeOf[status], id, dataOf(id, state))]),
      ...(entry === undefined ? [] : [event('ledger.posted', id, { paymentId: id, entries: [entry] as never })]),
    ];
    return { state, events };
  };
  return {
    tools,
    repository,
    create: async (id, state) => (await repository.commit({ id, ...derive(id, undefined, state) }, 0)).state,
    async change(id, change) {
      const stored = await repository.update(id, (before) => {
        const after = change(before);
        return after === undefined ? undefined : derive(id, before, after);
      });
      return stored?.state;
    },
  };
}

export function isOpenPayout({ call, word }: Pick<PayoutState, 'call' | 'word'>): boolean {
  return word === null && (call?.state === 'intended' || call?.state === 'unknown');
}

/** An open call is looked at later and later. */
function dueAtOf(after: Pick<PayoutState, 'call' | 'word' | 'payoutRef' | 'adopted'>): number | null {
  const waits = isOpenPayout(after) || (after.payoutRef !== null && !after.adopted);
  if (after.call === null || !waits) return null;
  const pause = Math.min(payoutMayTakeMs * 2 ** Math.max(after.call.tries - 1, 0), longestPauseMs);
  return Date.parse(after.call.triedAt) + pause;
}

const typeOf: { readonly [Status in PayoutStatus]: PayoutEventType } = {
  created: 'payout.created',
  pending: 'payout.pending',
  succeeded: 'payout.succeeded',
  failed: 'payout.failed',
  cancelled: 'payout.cancelled',
  unknown: 'payout.outcome_unknown',
};

function dataOf(
  payoutId: string,
  { connectionId, amount, status, reference, payoutRef, word, call }: PayoutState,
): PayoutEventData {
  const reason = word?.reason ?? call?.problem?.text ?? null;
  return { payoutId, connectionId, amount: { ...amount }, status, reference, payoutRef, reason };
}

/** Somebody else has the same value of a unique field. */
export function isTaken(error: unknown, field: 'requestKey' | 'payoutKey'): boolean {
  return isStorageError(error, 'duplicate_key') && error.field === field;
}
