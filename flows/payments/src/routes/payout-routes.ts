import {
  defineRoute,
  HubError,
  listQuery,
  mapPage,
  pageOf,
  pageOptions,
  reply,
  type Route,
} from '@fairlead/core/flow-api';
import { Type } from 'typebox';
import { type PayoutState, payoutStatuses } from '../payouts/payout.ts';
import type { Payouts } from '../payouts/payouts.ts';
import { sendPayout } from '../payouts/send-payout.ts';
import { moneyView } from '../view/payment-view.ts';
import { currencyCode, demandCurrency, positiveMinor } from './payment-request.ts';
import { byId } from './payment-routes.ts';

const text = Type.Union([Type.String(), Type.Null()]);

const payoutView = Type.Object({
  id: Type.String(),
  /** `unknown`: it may have been sent; the hub finds out, or a person does. */
  status: Type.Enum([...payoutStatuses]),
  connection: Type.String(),
  amount: moneyView,
  destination: text,
  description: text,
  reference: text,
  /** The provider's; null until it is known. */
  payoutRef: text,
  arrivesAt: text,
  problem: Type.Union([Type.Object({ code: Type.String(), text: Type.String() }), Type.Null()]),
  createdAt: Type.String(),
  createdBy: Type.String(),
});

const payoutRequest = Type.Object(
  {
    connection: Type.String({ minLength: 1, maxLength: 64 }),
    amountMinor: positiveMinor,
    currency: currencyCode,
    /** An account, an e-mail address or a wallet address, in the provider's form. */
    destination: Type.String({ minLength: 1, maxLength: 255 }),
    description: Type.Optional(Type.String({ minLength: 1, maxLength: 255 })),
    reference: Type.Optional(Type.String({ minLength: 1, maxLength: 128 })),
  },
  { additionalProperties: false },
);

/** Sending money of ours. */
export function payoutRoutes(parts: Payouts): readonly Route[] {
  const { repository } = parts;
  return [
    defineRoute({
      method: 'POST',
      path: '/api/payouts',
      permission: 'payments.payout',
      summary: 'Sends money to somebody.',
      idempotent: 'by-handler',
      body: payoutRequest,
      responses: { 200: payoutView, 201: payoutView, 202: payoutView },
      audit: {
        action: 'payout.create',
        target: (_request, payout) => payout?.id,
        details: ({ body: { connection, amountMinor, currency } }) => ({ connection, amountMinor, currency }),
      },
      async handler({ body, idempotencyKey, actor }) {
        const { connection: connectionId, amountMinor, currency, destination, description, reference } = body;
        demandCurrency(currency);
        const { id, state, repeated } = await sendPayout(parts, {
          connectionId,
          amount: { amountMinor, currency },
          destination,
          description: description ?? null,
          reference: reference ?? null,
          idempotencyKey,
          actor,
        });
        const status = state.status === 'unknown' ? 202 : repeated ? 200 : 201;
        return reply({ status, body: show(id, state) });
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/payouts',
      permission: 'payments.read',
      summary: 'Payouts, newest first; those that providers made by themselves as well.',
      query: listQuery({
        status: Type.Optional(Type.Enum([...payoutStatuses])),
        connection: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
      }),
      responses: { 200: pageOf(payoutView) },
      async handler({ query }) {
        const where = {
          ...(query.status === undefined ? {} : { status: query.status }),
          ...(query.connection === undefined ? {} : { connectionId: query.connection }),
        };
        const order = { field: 'id', direction: 'descending' } as const;
        const page = await repository.list({ where, order, ...pageOptions(query) });
        return mapPage(page, ({ id, state }) => show(id, state));
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/payouts/{id}',
      permission: 'payments.read',
      summary: 'One payout.',
      params: byId,
      responses: { 200: payoutView },
      async handler({ params: { id } }) {
        const found = await repository.get(id);
        if (found === undefined) throw new HubError('not_found', { detail: 'There is no such payout.' });
        return show(id, found.state);
      },
    }),
  ];
}

function show(id: string, state: PayoutState) {
  const { connectionId, word, call, status, amount, destination, description, reference, payoutRef } = state;
  const told = word?.reason === undefined || word.reason === null ? null : { code: word.status, text: word.reason };
  return {
    id,
    status,
    connection: connectionId,
    amount,
    destination,
    description,
    reference,
    payoutRef,
    arrivesAt: word?.arrivesAt ?? null,
    problem: told ?? call?.problem ?? null,
    createdAt: state.createdAt,
    createdBy: state.createdBy,
  };
}
