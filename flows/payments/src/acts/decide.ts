import { type Actor, HubError } from '@fairlead/core/flow-api';
import { withEvidence } from '../evidence/add-evidence.ts';
import type { HubEvidence, PaymentState, ResolvedStatus } from '../model/payment.ts';
import { standingOf } from '../standing/payment-standing.ts';
import type { PaymentTools } from '../tools.ts';

/**
 * Cancels a payment that nobody has paid; its open checkouts are ended. Repeating it is harmless.
 * @throws HubError `not_found`, `conflict` once money is there or on its way
 */
export async function cancelPayment(tools: PaymentTools, paymentId: string, by: string): Promise<PaymentState> {
  const now = tools.services.clock.now();
  const state = await tools.change(paymentId, (current) => {
    const { status } = standingOf(current);
    if (status === 'cancelled') return undefined;
    if (!cancellable.has(status)) {
      throw new HubError('conflict', {
        detail: `A payment that is “${status}” cannot be cancelled; void or refund it.`,
      });
    }
    const evidence: HubEvidence = { from: 'hub', kind: 'cancelled', key: 'hub:cancelled', recordedAt: stamp(now), by };
    return withEvidence(current, [evidence]);
  });
  return found(state);
}

const cancellable: ReadonlySet<string> = new Set(['created', 'requires_action', 'failed', 'expired']);

export interface Resolution {
  readonly status: ResolvedStatus;
  readonly note: string;
  readonly actor: Pick<Actor, 'kind' | 'id'>;
}

/**
 * Says what a payment in review is. It holds for the reasons that are there now: new ones bring it back.
 * @throws HubError `not_found`, `conflict` for a payment that is not in review
 */
export async function resolvePayment(tools: PaymentTools, paymentId: string, wish: Resolution): Promise<PaymentState> {
  const now = tools.services.clock.now();
  const state = await tools.change(paymentId, (current) => {
    const { status, reasons } = standingOf(current);
    if (status !== 'review') throw new HubError('conflict', { detail: `The payment is “${status}”, not in review.` });
    const evidence: HubEvidence = {
      from: 'hub',
      kind: 'resolved',
      key: `hub:resolved:${current.evidence.length}`,
      recordedAt: stamp(now),
      by: `${wish.actor.kind}:${wish.actor.id}`,
      reasons,
      status: wish.status,
      note: wish.note,
    };
    return withEvidence(current, [evidence]);
  });
  return found(state);
}

function found(state: PaymentState | undefined): PaymentState {
  if (state === undefined) throw new HubError('not_found', { detail: 'There is no such payment.' });
  return state;
}

function stamp(now: number): string {
  return new Date(now).toISOString();
}
