import { FairleadError, type Implementation, type PluginContext } from '@fairlead/sdk';
import { createClient, segment } from './client.ts';
import { checkoutToEvents } from './checkout-facts.ts';
import { eventToPaymentEvent } from './event-facts.ts';
import { toMoney } from './object-facts.ts';
import type { VendorFailure } from './map-errors.ts';
import type { SandboxSettings } from './settings.ts';
import { account, capture, checkout, eventList, payout, refund, subscription } from './vendor-objects.ts';
import { createReceive } from './webhook.ts';

/** Implements the whole capability: the provider was made for it. */
export function createPaymentGateway(context: PluginContext<SandboxSettings>): Implementation<'payment-gateway'> {
  const client = createClient(context);
  return {
    async createCheckout(input, call) {
      const body = {
        reference: input.reference,
        ...vendorAmount(input.amount),
        capture: input.capture,
        description: input.description,
        customer: input.customer,
        return_url: input.returnUrl,
        cancel_url: input.cancelUrl,
        expires_at: input.expiresAt,
        metadata: input.metadata,
        subscription: input.subscription,
        confirmation: context.settings.confirmation,
        webhook_url: context.webhookUrl,
      };
      const answer = await client.post('/v1/checkouts', body, checkout, call);
      if (answer.outcome !== 'done') {
        return answer.outcome === 'declined'
          ? declined(answer.failure)
          : { outcome: 'not_attempted', ...told(answer.failure) };
      }
      const { id, url, expires_at } = answer.body;
      return { outcome: 'created', providerRef: id, redirectUrl: url, expiresAt: expires_at };
    },
    async getStatus({ providerRef }, call) {
      const found = await client.get(`/v1/checkouts/${segment(providerRef)}`, checkout, call);
      const events = checkoutToEvents(found);
      return { providerRef: found.id, vendorStatus: found.status, final: found.final, events: events.slice(-500) };
    },
    receive: createReceive(context),
    async confirm({ providerRef, capture: how }, call) {
      const path = `/v1/checkouts/${segment(providerRef)}/confirm`;
      const answer = await client.post(path, { capture: how }, checkout, call);
      if (answer.outcome !== 'done') return declined(answer.failure);
      const events = checkoutToEvents(answer.body).slice(-100);
      if (events.length === 0) throw new FairleadError('answer_unreadable');
      return { outcome: 'confirmed', events };
    },
    async capture({ providerRef, amount, final }, call) {
      const path = `/v1/checkouts/${segment(providerRef)}/capture`;
      const answer = await client.post(path, { ...vendorAmount(amount), final }, capture, call);
      if (answer.outcome !== 'done') return declined(answer.failure);
      const { id, fee, currency } = answer.body;
      return {
        outcome: 'succeeded',
        movementRef: id,
        amount: toMoney(answer.body),
        fee: toMoney({ amount: fee, currency }),
      };
    },
    async void({ providerRef }, call) {
      const answer = await client.post(`/v1/checkouts/${segment(providerRef)}/void`, {}, checkout, call);
      return answer.outcome === 'done' ? { outcome: 'succeeded' } : declined(answer.failure);
    },
    async refund({ providerRef, movementRef, amount, reference, reason }, call) {
      const body = { checkout: providerRef, capture: movementRef, ...vendorAmount(amount), reference, reason };
      const answer = await client.post('/v1/refunds', body, refund, call);
      if (answer.outcome !== 'done') return declined(answer.failure);
      return { outcome: 'accepted', refund: toRefund(answer.body) };
    },
    async getRefund({ refundRef }, call) {
      return toRefund(await client.get(`/v1/refunds/${segment(refundRef)}`, refund, call));
    },
    async listEvents({ since, cursor, undeliveredOnly }, call) {
      const query = new URLSearchParams({ since, undelivered: String(undeliveredOnly) });
      if (cursor !== undefined) query.set('cursor', cursor);
      const { events, next_cursor } = await client.get(`/v1/events?${query.toString()}`, eventList, call);
      return { events: events.map(eventToPaymentEvent), nextCursor: next_cursor };
    },
    async cancelSubscription({ subscriptionRef, when }, call) {
      const path = `/v1/subscriptions/${segment(subscriptionRef)}/cancel`;
      const answer = await client.post(path, { when }, subscription, call);
      if (answer.outcome !== 'done') return declined(answer.failure);
      const { status, ends_at } = answer.body;
      return { outcome: 'succeeded', status, ...(ends_at === undefined ? {} : { endsAt: ends_at }) };
    },
    async payout({ reference, amount, destination, description }, call) {
      const body = { reference, ...vendorAmount(amount), destination, description, webhook_url: context.webhookUrl };
      const answer = await client.post('/v1/payouts', body, payout, call);
      if (answer.outcome !== 'done') return declined(answer.failure);
      const { id, status } = answer.body;
      if (status === 'failed' || status === 'cancelled') return declined({ code: status, reason: 'other' });
      return { outcome: status, movementRef: id, amount: toMoney(answer.body) };
    },
    async testCredentials(_input, call) {
      const { id, name } = await client.get('/v1/account', account, call);
      return { account: { id, ...(name === undefined ? {} : { label: name }) }, mode: 'test' };
    },
  };
}

function vendorAmount({ amountMinor, currency }: { readonly amountMinor: bigint; readonly currency: string }) {
  return { amount: amountMinor.toString(), currency };
}

function toRefund(found: {
  id: string;
  status: 'pending' | 'succeeded' | 'failed' | 'cancelled';
  amount: string;
  currency: string;
}) {
  return { refundRef: found.id, status: found.status, amount: toMoney(found) };
}

function told({ code, message }: VendorFailure) {
  return { vendorCode: code, ...(message === undefined ? {} : { message }) };
}

function declined(failure: VendorFailure) {
  return { outcome: 'declined' as const, reason: failure.reason, ...told(failure) };
}
