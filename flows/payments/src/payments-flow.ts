import { defineFlow, type Flow } from '@fairlead/core/flow-api';
import { type PaymentEvent, paymentGateway } from '@fairlead/sdk';
import { performCall } from './calls/perform-call.ts';
import { checkoutRoutes } from './checkout-page/checkout-routes.ts';
import { paymentCollection, refCollection, unmatchedCollection } from './collections.ts';
import { paymentEvents } from './events.ts';
import { createFollowers, type Followers, followerCollections } from './followers.ts';
import { lookAtPayment } from './janitor/look-at-payment.ts';
import { recoverEveryMs, recoverEvents, recoverJob, recoveryCollection } from './janitor/recover-events.ts';
import { sweep, sweepJob } from './janitor/sweep.ts';
import { adoptUnmatched } from './receive/adopt-unmatched.ts';
import { identifyJob, identifyPayment } from './receive/identify-payment.ts';
import { pruneUnmatched } from './receive/prune-unmatched.ts';
import { receiveEvents } from './receive/receive-events.ts';
import { actRoutes } from './routes/act-routes.ts';
import { optionsRoutes } from './routes/options-routes.ts';
import { paymentRoutes } from './routes/payment-routes.ts';
import { paymentPermissions } from './routes/permissions.ts';
import { routingRoutes } from './routes/routing-routes.ts';
import { createGateways } from './routing/gateways.ts';
import { routingCollection } from './routing/settings.ts';
import { defaultSettings, type PaymentsSettings } from './settings.ts';
import { type CallJob, callJob, createTools, type PaymentTools } from './tools.ts';

/**
 * Takes payments through any gateway, and tells once what became of each: provider's events are evidence, and a payment's
 * status follows from all of it.
 */
export function createPaymentsFlow(options: Partial<PaymentsSettings> = {}): Flow {
  const settings = { ...defaultSettings, ...options };
  const declaration = {
    id: 'payments',
    collections: [
      paymentCollection,
      refCollection,
      unmatchedCollection,
      routingCollection,
      recoveryCollection,
      ...followerCollections,
    ],
    permissions: paymentPermissions,
    events: paymentEvents,
    topics: {
      payments: {
        permission: 'payments.read',
        types: ['payment.*', 'refund.*', 'dispute.*', 'subscription.*', 'payout.*', 'ledger.*'],
      },
    },
  };
  return defineFlow(declaration)((services) => {
    const tools: PaymentTools = createTools(services, {
      settings,
      payments: services.repository(paymentCollection),
      refs: services.repository(refCollection),
      unmatched: services.repository(unmatchedCollection),
      adopt: (id): Promise<void> => adoptUnmatched(tools, id),
      ownFacts: (connectionId, event): Promise<boolean> => followers.ownFacts(connectionId, event),
    });
    const recoveries = services.repository(recoveryCollection);
    const routing = services.repository(routingCollection);
    const gateways = createGateways(services, routing);
    const followers: Followers = createFollowers(services, tools, gateways);
    return {
      routes: [
        ...paymentRoutes({ tools, gateways }),
        ...actRoutes(tools),
        ...optionsRoutes(gateways),
        ...routingRoutes({ connections: services.connections, routing }),
        ...checkoutRoutes({ tools, gateways, look: (id) => lookAtPayment(tools, id, { counts: false }) }),
        ...followers.routes,
      ],
      jobs: {
        ...followers.jobs,
        [callJob]: {
          async handle(payload, { attempt }) {
            const { paymentId, callId } = payload as unknown as CallJob;
            await performCall(tools, paymentId, callId, { again: attempt > 1 });
          },
          timeoutMs: 120_000,
          concurrency: 8,
        },
        [identifyJob]: {
          handle: ({ connectionId, ref }) => identifyPayment(tools, connectionId as string, ref as string),
          maxAttempts: 6,
          timeoutMs: 60_000,
          concurrency: 2,
        },
        [sweepJob]: {
          handle: async (_payload, { signal }) => void (await sweep(tools, signal)),
          timeoutMs: 600_000,
          concurrency: 1,
        },
        [recoverJob]: {
          handle: async (_payload, { signal }) => {
            await recoverEvents(tools, recoveries, signal);
            await pruneUnmatched(tools, signal);
          },
          timeoutMs: 600_000,
          concurrency: 1,
        },
      },
      async start() {
        const { jobs } = services;
        await jobs.repeat({ name: sweepJob, key: 'sweep', payload: {}, everyMs: settings.sweepEveryMs });
        await jobs.repeat({ name: recoverJob, key: 'recover', payload: {}, everyMs: recoverEveryMs });
        await followers.start();
      },
      subscriptions: followers.subscriptions,
      inbox: {
        // The guard has checked each event against the capability's `receive`.
        [paymentGateway.id]: ({ connectionId, events }) =>
          receiveEvents(tools, {
            connectionId,
            via: 'webhook',
            events: events.map(({ event }) => event as PaymentEvent),
          }),
      },
    };
  });
}
