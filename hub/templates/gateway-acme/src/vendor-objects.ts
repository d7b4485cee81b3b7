import { FairleadError } from '@fairlead/sdk';
import { type Static, type TSchema, Type } from 'typebox';
import { Check } from 'typebox/value';

/** What the vendor answers, as far as it is read here. What it sends is unknown until `readAs` has looked at it. */
const id = Type.String({ minLength: 1, maxLength: 200 });
const time = Type.String({
  pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?Z$',
});
/** Minor units as text, such as "1999" for 19.99 EUR: no amount passes through a floating-point number. */
const amount = {
  amount: Type.String({ pattern: '^(0|[1-9][0-9]{0,37})$' }),
  currency: Type.String({ pattern: '^[A-Z]{3}$' }),
};

export const payment = Type.Object({ id, ...amount, created_at: time });

export const refund = Type.Object({
  id,
  ...amount,
  status: Type.Enum(['pending', 'succeeded', 'failed']),
  updated_at: time,
});
export type VendorRefund = Static<typeof refund>;

export const checkout = Type.Object({
  id,
  status: Type.Enum(['open', 'paid', 'failed', 'expired']),
  reference: Type.String({ minLength: 1, maxLength: 128 }),
  url: Type.String({ pattern: '^https?://[^\\s]+$', maxLength: 4_096 }),
  created_at: time,
  expires_at: time,
  failure: Type.Optional(Type.Object({ code: Type.String({ minLength: 1, maxLength: 128 }), at: time })),
  payment: Type.Optional(payment),
  refunds: Type.Array(refund),
});
export type VendorCheckout = Static<typeof checkout>;

/** An event tells which checkout has changed, and carries it whole. */
export const event = Type.Object({
  id,
  type: Type.String({ minLength: 1, maxLength: 128 }),
  created_at: time,
  checkout: Type.Optional(checkout),
});
export type VendorEvent = Static<typeof event>;

export const account = Type.Object({ id, live: Type.Boolean() });

/** The body of an answer that is not a success. */
export const failure = Type.Object({ error: Type.Object({ code: Type.String({ minLength: 1, maxLength: 128 }) }) });

/** @throws FairleadError `answer_unreadable` when the JSON is not the object that was expected */
export function readAs<Schema extends TSchema>(schema: Schema, json: unknown): Static<Schema> {
  if (Check(schema, json)) return json as Static<Schema>;
  throw new FairleadError('answer_unreadable');
}

/** Undefined when the JSON is not that object. */
export function tryReadAs<Schema extends TSchema>(schema: Schema, json: unknown): Static<Schema> | undefined {
  return Check(schema, json) ? (json as Static<Schema>) : undefined;
}
