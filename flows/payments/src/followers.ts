import type { FlowBody, FlowEvent, FlowServices } from '@fairlead/core/flow-api';
import type { PaymentEvent } from '@fairlead/sdk';
import { customerCollection, noteCustomer } from './customers/customer.ts';
import { tellOfDisputes, tellOfReview } from './disputes/payment-incidents.ts';
import { createLedgerWriter } from './ledger/add-entries.ts';
import { balanceCollection, rollForward } from './ledger/balances.ts';
import { checkBalanced } from './ledger/check-balanced.ts';
import { ledgerCollection } from './ledger/ledger-rows.ts';
import { continueRebuild, rebuildCollection, rebuildJob } from './ledger/rebuild.ts';
import type { LedgerEntry } from './model/ledger-entry.ts';
import { payoutCollection } from './payouts/payout.ts';
import { createPayouts } from './payouts/payouts.ts';
import { takePayoutFact } from './payouts/take-payout.ts';
import { payoutEveryMs, payoutJob, tickPayouts } from './payouts/tick.ts';
import { customerRoutes } from './routes/customer-routes.ts';
import { disputeRoutes } from './routes/dispute-routes.ts';
import { ledgerRoutes } from './routes/ledger-routes.ts';
import { payoutRoutes } from './routes/payout-routes.ts';
import { subscriptionRoutes } from './routes/subscription-routes.ts';
import type { Gateways } from './routing/gateways.ts';
import { followPayment } from './subscriptions/follow-payments.ts';
import { subscriptionCollection, subscriptionSettingsCollection } from './subscriptions/subscription.ts';
import { createSubscriptions } from './subscriptions/subscriptions.ts';
import { takeSubscriptionFact } from './subscriptions/take-facts.ts';
import { subscriptionEveryMs, subscriptionJob, tickSubscriptions } from './subscriptions/tick.ts';
import type { PaymentTools } from './tools.ts';

export const followerCollections = [
  ledgerCollection,
  balanceCollection,
  rebuildCollection,
  customerCollection,
  subscriptionCollection,
  subscriptionSettingsCollection,
  payoutCollection,
] as const;

const ledgerJob = 'ledger';
const ledgerEveryMs = 60_000;

export interface Followers extends Required<Pick<FlowBody, 'routes' | 'jobs' | 'subscriptions' | 'start'>> {
  /** See `PaymentTools.ownFacts`. */
  ownFacts(connectionId: string, event: PaymentEvent): Promise<boolean>;
}

/** What follows payments by their events: the books, customers, subscriptions, payouts, and what a person is told. */
export function createFollowers(services: FlowServices, tools: PaymentTools, gateways: Gateways): Followers {
  const books = {
    rows: services.repository(ledgerCollection),
    snapshots: services.repository(balanceCollection),
  };
  const writer = createLedgerWriter(books.rows);
  const payouts = createPayouts(tools, services.repository(payoutCollection), services.event);
  const rebuilding = {
    tools,
    books,
    writer,
    payouts: payouts.repository,
    rebuilds: services.repository(rebuildCollection),
  };
  const customers = services.repository(customerCollection);
  const subscriptions = createSubscriptions({
    tools,
    gateways,
    repository: services.repository(subscriptionCollection),
    settings: services.repository(subscriptionSettingsCollection),
    event: services.event,
  });
  return {
    ownFacts: async (connectionId, event) =>
      (await takePayoutFact(payouts, connectionId, event)) ||
      (await takeSubscriptionFact(subscriptions, connectionId, event)),
    routes: [
      ...ledgerRoutes(rebuilding),
      ...disputeRoutes(tools),
      ...customerRoutes({ tools, customers }),
      ...subscriptionRoutes(subscriptions),
      ...payoutRoutes(payouts),
    ],
    jobs: {
      [ledgerJob]: {
        handle: async () => void (await checkBalanced(services, await rollForward(books, services.clock.now()))),
        timeoutMs: 600_000,
        concurrency: 1,
      },
      [rebuildJob]: {
        handle: ({ id }) => continueRebuild(rebuilding, id as string),
        timeoutMs: 300_000,
        concurrency: 1,
      },
      [subscriptionJob]: {
        handle: (_payload, { signal }) => tickSubscriptions(subscriptions, signal),
        timeoutMs: 600_000,
        concurrency: 1,
      },
      [payoutJob]: {
        handle: (_payload, { signal }) => tickPayouts(payouts, signal),
        timeoutMs: 600_000,
        concurrency: 1,
      },
    },
    subscriptions: {
      'ledger.posted': {
        async handle(event) {
          const { paymentId, entries } = event.data as unknown as Posted;
          await writer.add({ paymentId, entries, sequence: event.sequence });
        },
      },
      // One subscription for all of them, so that what is told of a payment comes in its order.
      'payment.*': {
        async handle(event) {
          const paymentId = paymentOf(event);
          if (event.type === 'payment.created') await noteCustomer(tools, customers, paymentId);
          else await tellOfReview(tools, paymentId);
          await followPayment(subscriptions, { paymentId, type: event.type, at: event.time });
        },
      },
      'dispute.*': { handle: (event) => tellOfDisputes(tools, paymentOf(event)) },
    },
    async start() {
      const { jobs } = services;
      await jobs.repeat({ name: ledgerJob, key: 'ledger', payload: {}, everyMs: ledgerEveryMs });
      await jobs.repeat({ name: subscriptionJob, key: 'subscriptions', payload: {}, everyMs: subscriptionEveryMs });
      await jobs.repeat({ name: payoutJob, key: 'payouts', payload: {}, everyMs: payoutEveryMs });
    },
  };
}

/** As `events.ts` declares it; only this flow publishes it. */
interface Posted {
  readonly paymentId: string;
  readonly entries: readonly LedgerEntry[];
}

function paymentOf({ data }: FlowEvent): string {
  return data['paymentId'] as string;
}
