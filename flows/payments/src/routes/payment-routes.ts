import { defineRoute, listQuery, mapPage, pageOf, pageOptions, reply, type Route } from '@fairlead/core/flow-api';
import { Type } from 'typebox';
import { createPayment } from '../create/create-payment.ts';
import { paymentStatuses } from '../model/payment.ts';
import type { Gateways } from '../routing/gateways.ts';
import type { PaymentTools } from '../tools.ts';
import { paymentView, showPayment } from '../view/payment-view.ts';
import { timelineEntry, timelineOf } from '../view/timeline.ts';
import { demandPayment } from './demand-payment.ts';
import { intentOf, paymentRequest } from './payment-request.ts';

export interface PaymentRouteTools {
  readonly tools: PaymentTools;
  readonly gateways: Gateways;
}

export const byId = Type.Object({ id: Type.String({ minLength: 1, maxLength: 64 }) });

/** Creating, listing and reading payments. */
export function paymentRoutes({ tools, gateways }: PaymentRouteTools): readonly Route[] {
  const { payments, services } = tools;
  const show = (id: string, state: Parameters<typeof showPayment>[0]['state']) =>
    showPayment({ id, state, publicUrl: services.publicUrl() });
  return [
    defineRoute({
      method: 'POST',
      path: '/api/payments',
      permission: 'payments.create',
      summary: 'Creates a payment, and answers where to send the customer.',
      idempotent: 'by-handler',
      body: paymentRequest,
      responses: { 200: paymentView, 201: paymentView },
      audit: {
        action: 'payment.create',
        target: (_request, payment) => payment?.id,
        details: ({ body }) => ({ amountMinor: body.amountMinor, currency: body.currency }),
      },
      async handler({ body, idempotencyKey, actor }) {
        const intent = intentOf(body, services.clock.now());
        const { checkout } = body;
        const { id, state, repeated } = await createPayment(tools, gateways, {
          intent,
          checkout,
          idempotencyKey,
          actor,
        });
        return reply({ status: repeated ? 200 : 201, body: show(id, state) });
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/payments',
      permission: 'payments.read',
      summary: 'Payments, newest first.',
      query: listQuery({
        status: Type.Optional(Type.Enum([...paymentStatuses])),
        reference: Type.Optional(Type.String({ maxLength: 128 })),
        customer: Type.Optional(Type.String({ maxLength: 128 })),
        connection: Type.Optional(Type.String({ maxLength: 64 })),
        subscription: Type.Optional(Type.String({ maxLength: 64 })),
      }),
      responses: { 200: pageOf(paymentView) },
      async handler({ query }) {
        const { status, reference, customer, connection, subscription } = query;
        const wished = {
          status,
          reference,
          customerId: customer,
          connectionId: connection,
          subscriptionId: subscription,
        };
        const where = Object.fromEntries(Object.entries(wished).filter(([, value]) => value !== undefined));
        const order = { field: 'id', direction: 'descending' } as const;
        const page = await payments.list({ where, order, ...pageOptions(query) });
        return mapPage(page, ({ id, state }) => show(id, state));
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/payments/{id}',
      permission: 'payments.read',
      summary: 'One payment.',
      params: byId,
      responses: { 200: paymentView },
      handler: async ({ params: { id } }) => show(id, await demandPayment(tools, id)),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/payments/{id}/timeline',
      permission: 'payments.read',
      summary: 'Everything that happened to a payment, oldest first.',
      params: byId,
      responses: { 200: Type.Object({ items: Type.Array(timelineEntry) }) },
      handler: async ({ params: { id } }) => ({ items: timelineOf(await demandPayment(tools, id)) }),
    }),
  ];
}
