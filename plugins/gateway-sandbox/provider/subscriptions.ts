import type { Books } from './books.ts';
import { periodEnd } from './calendar.ts';
import { ApiFailure, type Capture, type Checkout, type Invoice, type Subscription } from './model.ts';

const day = 86_400_000;

export const billingOutcomes = ['paid', 'failed', 'given_up'] as const;
export type BillingOutcome = (typeof billingOutcomes)[number];
export const subscriptionStates = ['active', 'past_due', 'paused', 'cancelled'] as const;

/** What the provider bills by itself. A period is billed when a test says so. */
export function createSubscriptions({ database, clock, newId, tellOf, save, find }: Books) {
  const findSubscription = (id: string): { readonly checkout: Checkout; readonly subscription: Subscription } => {
    const checkout = database.get<{ checkout: string }>('subscription', id)?.checkout;
    const found = checkout === undefined ? undefined : find(checkout);
    if (found?.subscription === undefined)
      throw new ApiFailure(404, 'subscription_unknown', `There is no subscription ${id.slice(0, 80)}.`);
    return { checkout: found, subscription: found.subscription };
  };

  /** Keeps it with its checkout, whose facts go on as long as periods are billed. */
  const keep = (checkout: Checkout, changed: Subscription): Subscription => {
    const subscription = { ...changed, updated_at: clock.stamp() };
    save({ ...checkout, subscription, final: subscription.status === 'cancelled' });
    return subscription;
  };
  const keepAndTell = (checkout: Checkout, changed: Subscription): Subscription => {
    const subscription = keep(checkout, changed);
    tellOf(checkout, 'subscription.updated', withoutInvoices(subscription));
    return subscription;
  };

  /** The period that is due: one that could not be collected is tried again, under its own id. */
  const due = (checkout: Checkout, subscription: Subscription): Invoice => {
    const open = subscription.invoices.find(({ status }) => status === 'open');
    if (open !== undefined) return open;
    const { amount, currency } = checkout;
    return {
      id: newId('inv'),
      subscription: subscription.id,
      first: false,
      status: 'open',
      amount,
      currency,
      fee: String(BigInt(amount) / 100n),
      attempts: 0,
      period_starts_at: subscription.period_ends_at,
      period_ends_at: periodEnd(subscription.started_at, subscription, subscription.periods + 1),
      updated_at: clock.stamp(),
    };
  };

  const bill = (id: string, outcome: BillingOutcome): Subscription => {
    const { checkout, subscription } = findSubscription(id);
    if (subscription.status === 'cancelled' || subscription.status === 'paused')
      throw new ApiFailure(409, 'subscription_not_billed', `The subscription is ${subscription.status}.`);
    if (subscription.ends_at !== undefined) return keepAndTell(checkout, { ...subscription, status: 'cancelled' });
    const { next_attempt_at: _before, ...open } = due(checkout, subscription);
    const tried = { ...open, attempts: open.attempts + 1, updated_at: clock.stamp() };
    const invoice: Invoice =
      outcome === 'paid'
        ? { ...tried, status: 'paid' }
        : outcome === 'failed'
          ? { ...tried, status: 'open', next_attempt_at: clock.stamp(3 * day) }
          : { ...tried, status: 'uncollectible' };
    const others = subscription.invoices.filter((each) => each.id !== invoice.id);
    const billed = { ...subscription, invoices: [...others, invoice] };
    if (outcome === 'paid') return collect(checkout, billed, invoice);
    tellOf(checkout, 'invoice.failed', invoice);
    const status = outcome === 'failed' ? 'past_due' : 'cancelled';
    return keepAndTell(checkout, { ...billed, status, ...(status === 'cancelled' ? { ends_at: clock.stamp() } : {}) });
  };

  const collect = (checkout: Checkout, subscription: Subscription, invoice: Invoice): Subscription => {
    const { id, amount, currency, fee, updated_at } = invoice;
    const entry = { id, amount, currency, fee, final: true, created_at: updated_at, checkout: checkout.id };
    database.put('charge', id, { ...entry, reference: checkout.reference });
    tellOf(checkout, 'invoice.paid', invoice);
    return keepAndTell(checkout, {
      ...subscription,
      status: 'active',
      periods: subscription.periods + 1,
      period_ends_at: invoice.period_ends_at,
    });
  };

  return {
    find: (id: string): Subscription => findSubscription(id).subscription,
    bill,

    /** The checkout's capture paid the first period. A checkout without a plan stays as it is. */
    begin(checkout: Checkout, capture: Capture): Checkout {
      const { plan } = checkout;
      if (plan === undefined || checkout.subscription !== undefined) return checkout;
      const started_at = clock.stamp();
      const period_ends_at = periodEnd(started_at, plan, 1);
      const id = newId('sub');
      database.put('subscription', id, { id, checkout: checkout.id });
      const { final: _final, created_at: _created, ...paid } = capture;
      const times = { period_starts_at: started_at, period_ends_at, updated_at: started_at };
      const invoice: Invoice = { ...paid, ...times, subscription: id, first: true, status: 'paid', attempts: 1 };
      const subscription: Subscription = {
        ...plan,
        id,
        checkout: checkout.id,
        status: 'active',
        started_at,
        periods: 1,
        period_ends_at,
        updated_at: started_at,
        invoices: [invoice],
      };
      tellOf(checkout, 'subscription.updated', withoutInvoices(keep(checkout, subscription)));
      tellOf(checkout, 'invoice.paid', invoice);
      return find(checkout.id);
    },

    /** One that has ended stays as it is. */
    cancel(id: string, when: 'now' | 'period_end'): Subscription {
      const { checkout, subscription } = findSubscription(id);
      if (subscription.status === 'cancelled') return subscription;
      if (when === 'period_end')
        return keepAndTell(checkout, { ...subscription, ends_at: subscription.period_ends_at });
      return keepAndTell(checkout, { ...subscription, status: 'cancelled', ends_at: clock.stamp() });
    },

    setStatus(id: string, status: Subscription['status']): Subscription {
      const { checkout, subscription } = findSubscription(id);
      return keepAndTell(checkout, { ...subscription, status });
    },
  };
}

export type Subscriptions = ReturnType<typeof createSubscriptions>;

function withoutInvoices({ invoices: _invoices, ...rest }: Subscription) {
  return rest;
}
