import { declareEvent } from '@fairlead/core/flow-api';
import { type Static, Type } from 'typebox';
import { type SubscriptionStatus, subscriptionStatuses } from './subscription-status.ts';

const text = Type.String();
const orNull = (description: string) => Type.Union([text, Type.Null()], { description });

const data = Type.Object({
  subscriptionId: text,
  status: Type.Enum([...subscriptionStatuses]),
  billing: Type.Enum(['provider', 'hub']),
  name: text,
  amount: Type.Object({ amountMinor: text, currency: text }),
  reference: orNull('The product’s own name of it, as the first payment had it.'),
  customerId: Type.Union([text, Type.Null()]),
  periods: Type.Integer({ description: 'How many are paid.' }),
  currentPeriodEnd: orNull('Until when it is paid.'),
  cancelsAt: orNull('Not renewed after this.'),
  paymentId: orNull('Of the newest period; of `payment_due` the one that is to be paid.'),
  checkoutUrl: orNull('Of `payment_due`: the page on which it can be paid.'),
  metadata: Type.Record(Type.String(), Type.String()),
});

const checkoutUrl = 'https://hub.example.com/pay/7Jq2wZ';
const subscription = (status: SubscriptionStatus, summary: string, told: { readonly checkoutUrl?: string } = {}) =>
  declareEvent({
    summary,
    subject: 'the id of the subscription',
    data,
    example: {
      subscriptionId: '01k9v8j9k1m3n5p7q9r1s3t5v7',
      status,
      billing: 'hub',
      name: 'Pro, monthly',
      amount: { amountMinor: '1299', currency: 'USD' },
      reference: 'account-1042',
      customerId: 'customer-77',
      periods: 2,
      currentPeriodEnd: '2026-04-14T09:26:53.589Z',
      cancelsAt: null,
      paymentId: '01k9v8m1n3p5q7r9s1t3v5w7x9',
      checkoutUrl: null,
      metadata: {},
      ...told,
    },
  });

export const subscriptionEvents = {
  'subscription.started': subscription('active', 'The first period of a subscription is paid.'),
  'subscription.renewed': subscription('active', 'A further period is paid.'),
  'subscription.payment_due': subscription('active', 'The next period is to be paid, at the link.', { checkoutUrl }),
  'subscription.past_due': subscription('past_due', 'A period is not paid in time; the days of grace run.'),
  'subscription.changed': subscription('active', 'Its end was planned, it was paused, or it goes on.'),
  'subscription.cancelled': subscription('cancelled', 'It ended because somebody wished so.'),
  'subscription.expired': subscription('expired', 'It ended because nobody paid.'),
} as const;
export type SubscriptionEventData = Static<typeof data>;
export type SubscriptionEventType = keyof typeof subscriptionEvents;
