import { defineRoute, type Route } from '@fairlead/core/flow-api';
import type { Money } from '@fairlead/sdk';
import { Type } from 'typebox';
import { toStored } from '../model/stored.ts';
import { chargeFor, totalFor } from '../routing/charge.ts';
import { type Gateway, refusals } from '../routing/choose.ts';
import type { Gateways } from '../routing/gateways.ts';
import { moneyView } from '../view/payment-view.ts';
import { currencyCode, demandCurrency, positiveMinor } from './payment-request.ts';

const optionView = Type.Object({
  connection: Type.String(),
  /** What the customer reads. */
  label: Type.String(),
  /** What the gateway costs for the amount. */
  charge: moneyView,
  chargePaidBy: Type.Enum(['merchant', 'customer']),
  /** What the customer is asked for. */
  total: moneyView,
});

const optionsAnswer = Type.Object({
  amount: moneyView,
  /** Gateways that would take it now, best first. */
  options: Type.Array(optionView),
  /** The others, and why not. */
  unavailable: Type.Array(
    Type.Object({ connection: Type.String(), label: Type.String(), reason: Type.Enum([...refusals]) }),
  ),
});

/** What an amount could be paid with. */
export function optionsRoutes(gateways: Gateways): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/payments/options',
      permission: 'payments.read',
      summary: 'Gateways that would take an amount now, best first, with what they cost; and why others would not.',
      query: Type.Object(
        {
          /** Minor units. */
          amount: positiveMinor,
          currency: currencyCode,
          /** The customer's, ISO 3166-1 alpha-2. */
          country: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
          capture: Type.Enum(['automatic', 'manual'], { default: 'automatic' }),
        },
        { additionalProperties: false },
      ),
      responses: { 200: optionsAnswer },
      async handler({ query }) {
        demandCurrency(query.currency, '/query/currency');
        const amount: Money = { amountMinor: BigInt(query.amount), currency: query.currency };
        const { offered, refused } = await gateways.judge({
          amount,
          country: query.country,
          connections: null,
          providerBilling: false,
          manualCapture: query.capture === 'manual',
        });
        return {
          amount: toStored(amount),
          options: offered.map((gateway) => showOption(gateway, amount)),
          unavailable: refused.map(({ gateway, reason }) => ({ ...named(gateway), reason })),
        };
      },
    }),
  ];
}

function showOption(gateway: Gateway, amount: Money) {
  const { terms } = gateway;
  return {
    ...named(gateway),
    charge: toStored(chargeFor(amount, terms)),
    chargePaidBy: terms.chargePaidBy,
    total: toStored(totalFor(amount, terms)),
  };
}

function named({ connection, terms }: Gateway) {
  return { connection: connection.id, label: terms.label ?? connection.name };
}
