import { HubError } from '@fairlead/core/flow-api';
import { callMayTakeMs } from '../change/next-look.ts';
import type { PaymentState } from '../model/payment.ts';
import type { PaymentTools } from '../tools.ts';

export interface Dismissal {
  readonly paymentId: string;
  readonly callId: string;
  /** Why an operator is sure; shown on the timeline. */
  readonly note: string;
}

/**
 * An operator looked at the provider: a call of which nobody could find out what became of it did not happen. What it
 * reserved is free again. Should the provider tell of it after all, its facts count as always. Repeating it is harmless.
 * @throws HubError `not_found`, `conflict` for a call that is not unknown, or is tried at this moment
 */
export async function dismissCall(tools: PaymentTools, { paymentId, callId, note }: Dismissal): Promise<PaymentState> {
  const now = tools.services.clock.now();
  const state = await tools.change(paymentId, (current) => {
    const call = current.calls.find(({ id }) => id === callId);
    if (call === undefined) throw new HubError('not_found', { detail: 'The payment has no such call.' });
    if (call.state === 'not_made') return undefined;
    if (call.state !== 'unknown') {
      throw new HubError('conflict', {
        detail: `The call is “${call.state}”; only one that is unknown can be dismissed.`,
      });
    }
    if (now - Date.parse(call.triedAt) < callMayTakeMs) {
      throw new HubError('conflict', { detail: 'The call was tried a moment ago: wait two minutes, then look again.' });
    }
    const settledAt = new Date(now).toISOString();
    const dismissed = { ...call, state: 'not_made', settledAt, problem: { code: 'dismissed', text: note } } as const;
    return { ...current, calls: current.calls.map((each) => (each.id === callId ? dismissed : each)) };
  });
  if (state === undefined) throw new HubError('not_found', { detail: 'There is no such payment.' });
  return state;
}
