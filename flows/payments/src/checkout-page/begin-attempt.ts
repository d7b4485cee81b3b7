import { openCheckout } from '../create/open-checkout.ts';
import { withAttempt } from '../create/start-attempt.ts';
import type { PaymentState } from '../model/payment.ts';
import type { Gateway } from '../routing/choose.ts';
import type { PaymentTools } from '../tools.ts';
import { openAttempt, stageOf } from './stage.ts';

export interface BeginAttempt {
  /** Opens the checkout of the gateway that the payer chose. @returns the payment afterwards; undefined for none */
  begin(paymentId: string, gateway: Gateway): Promise<PaymentState | undefined>;
  /** The same for who chooses it again while it is being opened on this node: the answer of the first. */
  underWay(paymentId: string, gateway: Gateway): Promise<PaymentState | undefined> | undefined;
}

/**
 * Begins one attempt however often it is asked for at once: who commits it opens the checkout, all others find it under
 * way or open. No other gateway is tried instead: the payer chose this one, with its price.
 */
export function createBeginAttempt(tools: PaymentTools): BeginAttempt {
  const begun = new Map<string, ReturnType<BeginAttempt['begin']>>();
  const keyOf = (paymentId: string, { connection }: Gateway) => `${paymentId} ${connection.id}`;
  return {
    underWay: (paymentId, gateway) => begun.get(keyOf(paymentId, gateway)),
    begin(paymentId, gateway) {
      const key = keyOf(paymentId, gateway);
      const work = begun.get(key) ?? begin(tools, paymentId, gateway).finally(() => begun.delete(key));
      begun.set(key, work);
      return work;
    },
  };
}

async function begin(tools: PaymentTools, paymentId: string, gateway: Gateway): Promise<PaymentState | undefined> {
  const now = tools.services.clock.now();
  let mine = false;
  const state = await tools.change(paymentId, (current) => {
    const parts = stageOf(current, now);
    mine = parts.stage === 'choose' && openAttempt(parts, gateway.connection.id) === undefined;
    return mine ? withAttempt(current, { paymentId, gateway, now, by: 'customer' }) : undefined;
  });
  return mine && state !== undefined ? openCheckout(tools, { paymentId, state, others: [], by: 'customer' }) : state;
}
