import type { Implementation } from '@fairlead/sdk';
import { createClient, segment } from './client.ts';
import { checkoutToEvents, toMoney } from './facts.ts';
import type { Context } from './settings.ts';
import { account, checkout, refund, type VendorRefund } from './vendor-objects.ts';
import { createReceive } from './webhook.ts';

/** One function for each operation that the manifest names. */
export function createPaymentGateway(context: Context): Implementation<'payment-gateway'> {
  const client = createClient(context);
  return {
    async createCheckout({ reference, amount, description, returnUrl, cancelUrl, expiresAt, subscription }, call) {
      // Only a gateway with `cancelSubscription` in its manifest may begin what is charged again and again.
      if (subscription !== undefined) return { outcome: 'not_attempted', message: 'Subscriptions are not offered.' };
      const body = {
        reference,
        ...vendorAmount(amount),
        description,
        return_url: returnUrl,
        cancel_url: cancelUrl,
        expires_at: expiresAt,
        webhook_url: context.webhookUrl,
      };
      const answer = await client.post('/v1/checkouts', body, checkout, call);
      if (answer.outcome === 'declined') return declined(answer.code);
      const { id, url, expires_at } = answer.body;
      return { outcome: 'created', providerRef: id, redirectUrl: url, expiresAt: expires_at };
    },
    async getStatus({ providerRef }, call) {
      const found = await client.get(`/v1/checkouts/${segment(providerRef)}`, checkout, call);
      const events = checkoutToEvents(found).slice(-500);
      return { providerRef: found.id, vendorStatus: found.status, final: found.status !== 'open', events };
    },
    receive: createReceive(context),
    async refund({ providerRef, movementRef, amount, reference }, call) {
      const body = { checkout: providerRef, payment: movementRef, ...vendorAmount(amount), reference };
      const answer = await client.post('/v1/refunds', body, refund, call);
      if (answer.outcome === 'declined') return declined(answer.code);
      return { outcome: 'accepted', refund: toRefund(answer.body) };
    },
    async getRefund({ refundRef }, call) {
      return toRefund(await client.get(`/v1/refunds/${segment(refundRef)}`, refund, call));
    },
    async testCredentials(_input, call) {
      const { id, live } = await client.get('/v1/account', account, call);
      return { account: { id }, mode: live ? 'live' : 'test' };
    },
  };
}

function vendorAmount({ amountMinor, currency }: { readonly amountMinor: bigint; readonly currency: string }) {
  return { amount: amountMinor.toString(), currency };
}

function declined(vendorCode: string) {
  return { outcome: 'declined', reason: 'declined', vendorCode } as const;
}

function toRefund(found: VendorRefund) {
  return { refundRef: found.id, amount: toMoney(found), status: found.status };
}
