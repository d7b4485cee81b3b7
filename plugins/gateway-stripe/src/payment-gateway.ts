import type { Implementation } from '@fairlead/sdk';
import { checkoutCreator } from './checkout.ts';
import { type Context, createClient } from './client.ts';
import { credentialTester } from './credentials.ts';
import { listEvents } from './event-list.ts';
import { capture, getRefund, refund, voidPayment } from './movements.ts';
import { payout } from './payouts.ts';
import { getStatus } from './status.ts';
import { cancelSubscription } from './subscriptions.ts';
import { webhookReceiver } from './webhook.ts';

/** The operations for one connection. */
export function stripeGateway(context: Context): Implementation<'payment-gateway'> {
  const client = createClient(context);
  const testCredentials = credentialTester(context, client);
  return {
    createCheckout: checkoutCreator(context, client),
    getStatus: ({ providerRef }, call) => getStatus(client, providerRef, call),
    receive: webhookReceiver(context),
    capture: (input, call) => capture(client, input, call),
    void: ({ providerRef }, call) => voidPayment(client, providerRef, call),
    refund: (input, call) => refund(client, input, call),
    getRefund: ({ refundRef }, call) => getRefund(client, refundRef, call),
    listEvents: (input, call) => listEvents(client, context.log, input, call),
    cancelSubscription: (input, call) => cancelSubscription(client, input, call),
    payout: (input, call) => payout(client, input, call),
    testCredentials: (_input, call) => testCredentials(call),
  };
}
