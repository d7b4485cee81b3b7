import type { Implementation } from '@fairlead/sdk';
import type { CertificateOptions } from './certificates.ts';
import { checkoutCreator } from './checkout.ts';
import { createClient } from './client.ts';
import type { Context } from './settings.ts';
import { confirmer } from './confirm.ts';
import { credentialTester } from './credentials.ts';
import { eventLister } from './event-list.ts';
import { capture, getRefund, refund, voidPayment } from './movements.ts';
import { payout } from './payouts.ts';
import { rememberedOrders } from './remembered-orders.ts';
import { statusReader } from './status.ts';
import { webhookReceiver } from './webhook.ts';

/**
 * The operations for one connection.
 * @param options only tests give any
 */
export function paypalGateway(context: Context, options: CertificateOptions = {}): Implementation<'payment-gateway'> {
  const client = createClient(context);
  const orders = rememberedOrders(context.state, context.clock);
  const getStatus = statusReader(client, orders, context.clock);
  const testCredentials = credentialTester(context, client);
  return {
    createCheckout: checkoutCreator(client, orders),
    getStatus: ({ providerRef }, call) => getStatus(providerRef, call),
    receive: webhookReceiver(context, client, options),
    confirm: confirmer(client, context.clock),
    capture: (input, call) => capture(client, input, call),
    void: ({ providerRef }, call) => voidPayment(client, providerRef, call),
    refund: (input, call) => refund(client, input, call),
    getRefund: ({ refundRef }, call) => getRefund(client, refundRef, call),
    listEvents: eventLister(context, client),
    payout: (input, call) => payout(client, input, call),
    testCredentials: (_input, call) => testCredentials(call),
  };
}
