import { defineCollection } from '@fairlead/core/flow-api';
import { Type, type Static } from 'typebox';

const currency = Type.String({ pattern: '^[A-Z]{3}$' });
const country = Type.String({ pattern: '^[A-Z]{2}$' });
const minor = Type.String({ pattern: '^(0|[1-9][0-9]{0,37})$' });
/** Without the last part, JSON schema lets members of any other name pass unchecked. */
const byCurrency = Type.Record(currency, minor, { additionalProperties: false });

/** What an admin says of one gateway connection. */
export const gatewayTerms = Type.Object(
  {
    /** False: not offered to anybody. */
    enabled: Type.Boolean({ default: true }),
    /** What the customer reads on the checkout page. Default: the connection's name. */
    label: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
    /** Smaller is tried first. */
    priority: Type.Integer({ minimum: 0, maximum: 1_000, default: 100 }),
    /** Only these; absent for all. */
    currencies: Type.Optional(Type.Array(currency, { maxItems: 200, uniqueItems: true })),
    countries: Type.Optional(Type.Array(country, { maxItems: 250, uniqueItems: true })),
    /** Smallest and largest amount in minor units, by currency. */
    minimum: Type.Optional(byCurrency),
    maximum: Type.Optional(byCurrency),
    /** Percent of the amount, as decimal text: “2.9”. */
    ratePercent: Type.String({ pattern: '^(0|[1-9][0-9]?)(\\.[0-9]{1,4})?$', default: '0' }),
    /** Added to it, in minor units, by currency. */
    fixed: Type.Optional(byCurrency),
    /** `customer`: the charge is added to what the customer pays. */
    chargePaidBy: Type.Enum(['merchant', 'customer'], { default: 'merchant' }),
  },
  { additionalProperties: false },
);
export type GatewayTerms = Static<typeof gatewayTerms>;

/** Where all that is named holds, only the connections in `use` are tried, in this order. */
export const routingRule = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 80 }),
    currencies: Type.Optional(Type.Array(currency, { minItems: 1, maxItems: 200 })),
    countries: Type.Optional(Type.Array(country, { minItems: 1, maxItems: 250 })),
    /** Amounts in minor units, by currency; a rule with bounds does not hold for a currency without one. */
    from: Type.Optional(byCurrency),
    below: Type.Optional(byCurrency),
    use: Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { minItems: 1, maxItems: 50 }),
  },
  { additionalProperties: false },
);
export type RoutingRule = Static<typeof routingRule>;

export const routingSettings = Type.Object(
  {
    /** By connection. One that is not named has the defaults. */
    gateways: Type.Record(Type.String({ minLength: 1, maxLength: 64 }), gatewayTerms),
    /** The first that holds counts. */
    rules: Type.Array(routingRule, { maxItems: 200 }),
  },
  { additionalProperties: false },
);
export type RoutingSettings = Static<typeof routingSettings>;

export const defaultTerms: GatewayTerms = { enabled: true, priority: 100, ratePercent: '0', chargePaidBy: 'merchant' };
export const noRouting: RoutingSettings = { gateways: {}, rules: [] };

/** One aggregate, `routing`. */
export const routingCollection = defineCollection({
  name: 'payments_routing',
  index: {},
  project: (_state: RoutingSettings) => ({}),
});
export const routingId = 'routing';
