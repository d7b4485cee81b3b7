import type { PaymentEvent, PaymentFact } from '@fairlead/sdk';
import { refId } from '../collections.ts';
import { parseAttemptReference } from '../model/payment.ts';
import { toStored } from '../model/stored.ts';
import { ownerOf, rememberRef } from '../receive/provider-refs.ts';
import { keepUnmatched } from '../receive/unmatched.ts';
import type { PaymentTools } from '../tools.ts';
import { invoicePayment } from './invoice-payment.ts';
import { leadingSide, learn, type News } from './known.ts';
import { moment, optionalMoment } from './moments.ts';
import { type BillingProvider, providerOf, type SubscriptionState } from './subscription.ts';
import type { SubscriptionChange, Subscriptions } from './subscriptions.ts';

type SubscriptionFact = Extract<PaymentFact, { readonly fact: 'subscription' | 'invoice_paid' | 'invoice_failed' }>;

interface Owner {
  readonly subscriptionId: string;
  readonly attempt: number;
}

/**
 * Takes what a provider tells of the subscriptions that it bills. Durable when it resolves; repeating it is harmless, and
 * so is another order: what comes before its subscription is known waits among the unmatched events.
 * @returns true when nobody else is to take the event; the invoice of the first period is the payment's as well
 */
export async function takeSubscriptionFact(
  parts: Subscriptions,
  connectionId: string,
  event: PaymentEvent,
): Promise<boolean> {
  const fact = event.evidence;
  if (fact.fact !== 'subscription' && fact.fact !== 'invoice_paid' && fact.fact !== 'invoice_failed') return false;
  const owner = await findOwner(parts, connectionId, event, fact);
  if (owner === 'nobody') return false;
  if (owner === undefined) {
    await keepForLater(parts, connectionId, event, fact);
    return true;
  }
  await apply(parts, { connectionId, event, fact, owner });
  await adoptOthers(parts, connectionId, fact.subscriptionRef, owner);
  return !(fact.fact === 'invoice_paid' && fact.first);
}

/** `nobody`: it names a payment that began no such subscription. Undefined: it may become known. */
async function findOwner(
  parts: Subscriptions,
  connectionId: string,
  { reference, providerRef }: PaymentEvent,
  { subscriptionRef }: SubscriptionFact,
): Promise<Owner | 'nobody' | undefined> {
  const named = reference === undefined ? undefined : parseAttemptReference(reference);
  if (named !== undefined) return begunBy(parts, connectionId, named);
  const known = await ownerOf(parts.tools, connectionId, subscriptionRef);
  if (known !== undefined && 'subscriptionId' in known) {
    return { subscriptionId: known.subscriptionId, attempt: known.attempt ?? 1 };
  }
  const payment = providerRef === null ? undefined : await ownerOf(parts.tools, connectionId, providerRef);
  return payment !== undefined && 'paymentId' in payment ? begunBy(parts, connectionId, payment) : undefined;
}

async function begunBy(
  parts: Subscriptions,
  connectionId: string,
  { paymentId, attempt: number }: { readonly paymentId: string; readonly attempt: number },
): Promise<Owner | 'nobody'> {
  const payment = (await parts.tools.payments.get(paymentId))?.state;
  const attempt = payment?.attempts.find((each) => each.number === number);
  if (payment === undefined || attempt?.connectionId !== connectionId) return 'nobody';
  const { subscription } = payment.intent;
  if (subscription?.billing !== 'provider') return 'nobody';
  // A period that the provider billed later is a payment of its own, and carries the first one's names along.
  if (subscription.of !== null) return { subscriptionId: subscription.of, attempt: 1 };
  await parts.ensure(paymentId, payment);
  return { subscriptionId: paymentId, attempt: number };
}

async function keepForLater(
  parts: Subscriptions,
  connectionId: string,
  event: PaymentEvent,
  fact: SubscriptionFact,
): Promise<void> {
  const { tools } = parts;
  const ref = fact.subscriptionRef;
  await keepUnmatched(tools, { connectionId, event, why: 'unknown_payment', via: 'webhook', ref });
  // Its owner may have been written down meanwhile, by somebody who looked here before this was kept.
  const owner = await findOwner(parts, connectionId, event, fact);
  if (owner !== undefined && owner !== 'nobody') await tools.adopt(refId(connectionId, ref));
}

/**
 * Takes up what waited for this. Each time, since a stop may have come between writing down whose the id is and that;
 * but not while it is being done, which brings each of the waiting here.
 */
async function adoptOthers(parts: Subscriptions, connectionId: string, ref: string, owner: Owner): Promise<void> {
  const id = refId(connectionId, ref);
  if (parts.adopting.has(id)) return;
  parts.adopting.add(id);
  try {
    const known = (await ownerOf(parts.tools, connectionId, ref)) !== undefined;
    await (known ? parts.tools.adopt(id) : rememberRef(parts.tools, connectionId, ref, owner));
  } finally {
    parts.adopting.delete(id);
  }
}

interface Told {
  readonly connectionId: string;
  readonly event: PaymentEvent;
  readonly fact: SubscriptionFact;
  readonly owner: Owner;
}

async function apply(parts: Subscriptions, told: Told): Promise<void> {
  const { connectionId, fact, owner } = told;
  const before = (await parts.repository.get(owner.subscriptionId))?.state;
  if (before === undefined) return;
  const news = await newsOf(parts.tools, before, told);
  const provider = { connectionId, attempt: owner.attempt, subscriptionRef: fact.subscriptionRef };
  await parts.change(owner.subscriptionId, (state) =>
    endedBefore(owner.subscriptionId, withNews(state, provider, news), parts.tools.services.clock.now()),
  );
}

/** The same object when nothing is new, so that nothing is written. */
function withNews(state: SubscriptionState, provider: BillingProvider, news: News): SubscriptionState {
  const known = learn(state.known, news);
  const has = state.providers.some((each) => each.subscriptionRef === provider.subscriptionRef);
  if (known === state.known && has) return state;
  const providers = has ? state.providers : [...state.providers, provider].sort(byRef);
  return { ...state, known, providers };
}

function byRef(one: BillingProvider, other: BillingProvider): number {
  return one.subscriptionRef < other.subscriptionRef ? -1 : 1;
}

/** Somebody ended it while the provider had not told what it calls it: the provider is asked now. */
function endedBefore(id: string, state: SubscriptionState, now: number): SubscriptionChange {
  const { known, cancels } = state;
  const settled = cancels.length > 0 || leadingSide(known).word?.status === 'cancelled';
  if (known.end === null || settled || providerOf(state) === undefined) return state;
  const { when, by } = known.end;
  const at = moment(now);
  const call = {
    id: 'x1',
    key: `${id.replaceAll('-', '')}-x1`,
    when,
    state: 'intended',
    problem: null,
    tries: 0,
    startedAt: at,
    triedAt: at,
    by,
  } as const;
  return { ...state, cancels: [call] };
}

async function newsOf(
  tools: PaymentTools,
  subscription: SubscriptionState,
  { connectionId, event, fact, owner }: Told,
): Promise<News> {
  const occurredAt = moment(Date.parse(event.occurredAt));
  const { subscriptionRef } = fact;
  switch (fact.fact) {
    case 'subscription': {
      const { status } = fact;
      const [endsAt, periodEndsAt] = [optionalMoment(fact.endsAt), optionalMoment(fact.periodEndsAt)];
      return { of: 'word', what: { subscriptionRef, status, endsAt, periodEndsAt, occurredAt } };
    }
    case 'invoice_failed': {
      const { invoiceRef } = fact;
      return {
        of: 'failure',
        what: { subscriptionRef, invoiceRef, nextAttemptAt: optionalMoment(fact.nextAttemptAt), occurredAt },
      };
    }
    case 'invoice_paid': {
      const { invoiceRef, first, amount, periodStartsAt, periodEndsAt } = fact;
      const paymentId = first
        ? owner.subscriptionId
        : await invoicePayment(tools, { connectionId, event, fact, subscription, ...owner });
      return {
        of: 'invoice',
        what: {
          subscriptionRef,
          invoiceRef,
          first,
          amount: toStored(amount),
          startsAt: moment(Date.parse(periodStartsAt)),
          endsAt: moment(Date.parse(periodEndsAt)),
          occurredAt,
          paymentId,
        },
      };
    }
  }
}
