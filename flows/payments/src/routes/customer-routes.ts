import { defineRoute, HubError, listQuery, mapPage, pageOf, pageOptions, type Route } from '@fairlead/core/flow-api';
import { Type } from 'typebox';
import { changeCustomer, type Customer, type Customers } from '../customers/customer.ts';
import type { PaymentTools } from '../tools.ts';
import { paymentView, showPayment } from '../view/payment-view.ts';
import { customerId, customerSchema } from './payment-request.ts';

const text = Type.Union([Type.String(), Type.Null()]);
const customerView = Type.Object({
  /** The product's own. */
  id: Type.String(),
  email: text,
  name: text,
  country: text,
  payments: Type.Integer(),
  firstPaymentAt: text,
  lastPaymentAt: text,
});
const withPayments = Type.Object({ customer: customerView, payments: Type.Array(paymentView) });
const byCustomer = Type.Object({ id: customerId });
const customerChange = Type.Object(
  {
    /** Null takes it away; absent leaves it. What is set here is not changed by payments any more. */
    email: Type.Optional(Type.Union([customerSchema.properties.email, Type.Null()])),
    name: Type.Optional(Type.Union([customerSchema.properties.name, Type.Null()])),
    country: Type.Optional(Type.Union([customerSchema.properties.country, Type.Null()])),
  },
  { additionalProperties: false },
);
/** Payments that are shown with a customer; `GET /api/payments?customer=` lists all. */
const shownPayments = 20;

export interface CustomerRouteTools {
  readonly tools: PaymentTools;
  readonly customers: Customers;
}

export function customerRoutes({ tools, customers }: CustomerRouteTools): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/customers',
      permission: 'payments.read',
      summary: 'Customers, those who paid last first; with `email`, those whose address begins so, by address.',
      query: listQuery({ email: Type.Optional(Type.String({ minLength: 1, maxLength: 254 })) }),
      responses: { 200: pageOf(customerView) },
      async handler({ query }) {
        const found =
          query.email === undefined
            ? ({ order: { field: 'lastPaymentAt', direction: 'descending' } } as const)
            : ({
                where: { email: { startsWith: query.email.toLowerCase() } },
                order: { field: 'email', direction: 'ascending' },
              } as const);
        return mapPage(await customers.list({ ...found, ...pageOptions(query) }), ({ id, state }) => show(id, state));
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/customers/{id}',
      permission: 'payments.read',
      summary: 'One customer, with the newest payments.',
      params: byCustomer,
      responses: { 200: withPayments },
      async handler({ params: { id } }) {
        const found = await customers.get(id);
        if (found === undefined) throw new HubError('not_found', { detail: 'There is no such customer.' });
        const order = { field: 'id', direction: 'descending' } as const;
        const { items } = await tools.payments.list({ where: { customerId: id }, order, limit: shownPayments });
        const publicUrl = tools.services.publicUrl();
        return {
          customer: show(id, found.state),
          payments: items.map((payment) => showPayment({ id: payment.id, state: payment.state, publicUrl })),
        };
      },
    }),
    defineRoute({
      method: 'PUT',
      path: '/api/customers/{id}',
      permission: 'payments.customers',
      summary: 'Sets what is known of a customer, or makes one.',
      params: byCustomer,
      body: customerChange,
      responses: { 200: customerView },
      audit: {
        action: 'customer.change',
        target: ({ params }) => params.id,
        details: ({ body }) => ({ members: Object.keys(body).join(' ') }),
      },
      handler: async ({ params: { id }, body }) =>
        show(
          id,
          await changeCustomer(customers, id, (before) => ({
            ...before,
            ...body,
            byHand: [...new Set([...before.byHand, ...members.filter((member) => body[member] !== undefined)])],
          })),
        ),
    }),
  ];
}

const members = ['email', 'name', 'country'] as const;

function show(id: string, { email, name, country, payments, firstPaymentAt, lastPaymentAt }: Customer) {
  return { id, email, name, country, payments, firstPaymentAt, lastPaymentAt };
}
