import { defineRoute, HubError, listQuery, mapPage, pageOf, pageOptions, type Route } from '@fairlead/core/flow-api';
import { Type } from 'typebox';
import { cancelSubscription } from '../subscriptions/cancel.ts';
import { subscriptionStatuses } from '../model/subscription-status.ts';
import { standingAt } from '../subscriptions/standing.ts';
import { providerOf, type SubscriptionState, subscriptionSettingsId } from '../subscriptions/subscription.ts';
import { readSettings, type Subscriptions } from '../subscriptions/subscriptions.ts';
import { moneyView } from '../view/payment-view.ts';
import { byId } from './payment-routes.ts';

const text = Type.Union([Type.String(), Type.Null()]);
const billing = ['provider', 'hub'] as const;
const whens = ['now', 'period_end'] as const;

const subscriptionView = Type.Object({
  /** That of the payment that began it. */
  id: Type.String(),
  status: Type.Enum([...subscriptionStatuses]),
  billing: Type.Enum([...billing]),
  name: Type.String(),
  every: Type.Integer(),
  unit: Type.Enum(['day', 'week', 'month', 'year']),
  graceDays: Type.Integer(),
  amount: moneyView,
  reference: text,
  customer: Type.Union([Type.Record(Type.String(), Type.String()), Type.Null()]),
  metadata: Type.Record(Type.String(), Type.String()),
  /** Who bills it, where the provider does. */
  connection: text,
  subscriptionRef: text,
  currentPeriodEnd: text,
  cancelsAt: text,
  /** Those that are paid, oldest first. */
  periods: Type.Array(
    Type.Object({
      number: Type.Integer(),
      startsAt: Type.String(),
      endsAt: Type.String(),
      paymentId: text,
      invoiceRef: text,
    }),
  ),
  /** What waits to be paid; null for nothing. */
  due: Type.Union([
    Type.Object({ period: Type.Integer(), paymentId: Type.String(), checkoutUrl: Type.String() }),
    Type.Null(),
  ]),
  /** What became of the newest wish that the provider end it. `unknown`: the hub goes on asking. */
  cancel: Type.Union([
    Type.Object({
      when: Type.Enum([...whens]),
      state: Type.Enum(['intended', 'done', 'declined', 'not_made', 'unknown']),
      problem: Type.Union([Type.Object({ code: Type.String(), text: Type.String() }), Type.Null()]),
    }),
    Type.Null(),
  ]),
  createdAt: Type.String(),
});
const settingsView = Type.Object(
  {
    /** Days before a period's end at which the hub asks money for the next. Default 3. */
    reminderDays: Type.Integer({ minimum: 0, maximum: 30 }),
  },
  { additionalProperties: false },
);

export function subscriptionRoutes(parts: Subscriptions): readonly Route[] {
  const { repository, settings, tools } = parts;
  const { clock, publicUrl } = tools.services;
  const show = (id: string, state: SubscriptionState) => showSubscription(id, state, clock.now(), publicUrl());
  return [
    defineRoute({
      method: 'GET',
      path: '/api/subscriptions',
      permission: 'payments.read',
      summary: 'Subscriptions, newest first.',
      query: listQuery({
        status: Type.Optional(Type.Enum([...subscriptionStatuses])),
        billing: Type.Optional(Type.Enum([...billing])),
        customer: Type.Optional(Type.String({ minLength: 1, maxLength: 128 })),
      }),
      responses: { 200: pageOf(subscriptionView) },
      async handler({ query }) {
        const wished = { status: query.status, billing: query.billing, customerId: query.customer };
        const where = Object.fromEntries(Object.entries(wished).filter(([, value]) => value !== undefined));
        const order = { field: 'id', direction: 'descending' } as const;
        const page = await repository.list({ where, order, ...pageOptions(query) });
        return mapPage(page, ({ id, state }) => show(id, state));
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/subscriptions/settings',
      permission: 'payments.read',
      summary: 'What holds for all subscriptions.',
      responses: { 200: settingsView },
      handler: () => readSettings(parts),
    }),
    defineRoute({
      method: 'PUT',
      path: '/api/subscriptions/settings',
      permission: 'payments.configure',
      summary: 'Sets what holds for all subscriptions; each takes it up with its next change.',
      body: settingsView,
      responses: { 200: settingsView },
      audit: { action: 'subscription.configure', details: ({ body }) => ({ reminderDays: body.reminderDays }) },
      async handler({ body }) {
        const changed = await settings.update(subscriptionSettingsId, () => ({ state: body }));
        return (changed ?? (await settings.commit({ id: subscriptionSettingsId, state: body }, 0))).state;
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/subscriptions/{id}',
      permission: 'payments.read',
      summary: 'One subscription.',
      params: byId,
      responses: { 200: subscriptionView },
      async handler({ params: { id } }) {
        const found = await repository.get(id);
        if (found === undefined) throw new HubError('not_found', { detail: 'There is no such subscription.' });
        return show(id, found.state);
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/subscriptions/{id}/cancel',
      permission: 'payments.subscriptions',
      summary: 'Ends a subscription, at once or with the period that is paid. Money already paid stays.',
      idempotent: 'none',
      params: byId,
      body: Type.Object({ when: Type.Enum([...whens]) }, { additionalProperties: false }),
      responses: { 200: subscriptionView },
      audit: {
        action: 'subscription.cancel',
        target: ({ params }) => params.id,
        details: ({ body }) => ({ when: body.when }),
      },
      handler: async ({ params: { id }, body: { when }, actor }) =>
        show(id, await cancelSubscription(parts, id, { when, by: `${actor.kind}:${actor.id}` })),
    }),
  ];
}

function showSubscription(id: string, state: SubscriptionState, nowMs: number, publicUrl: string) {
  const { terms, template, known, cancels, createdAt } = state;
  const provider = providerOf(state);
  const { status, periods, currentPeriodEnd, cancelsAt } = standingAt(known, terms, nowMs);
  const due = known.billed.find(({ period }) => period === periods.length + 1);
  const waits = due !== undefined && status !== 'cancelled' && status !== 'expired';
  const cancel = cancels.at(-1);
  const { billing: by, name, every, unit, graceDays } = terms;
  return {
    id,
    status,
    billing: by,
    name,
    every,
    unit,
    graceDays,
    amount: template.amount,
    reference: template.reference,
    customer: template.customer === null ? null : { ...template.customer },
    metadata: template.metadata,
    connection: provider?.connectionId ?? null,
    subscriptionRef: provider?.subscriptionRef ?? null,
    currentPeriodEnd,
    cancelsAt,
    periods: periods.map((period) => ({ ...period })),
    due: waits
      ? { period: due.period, paymentId: due.paymentId, checkoutUrl: `${publicUrl}/pay/${due.checkoutToken}` }
      : null,
    cancel: cancel === undefined ? null : { when: cancel.when, state: cancel.state, problem: cancel.problem },
    createdAt,
  };
}
