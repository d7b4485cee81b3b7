import { FairleadError } from '@fairlead/sdk';
import { type Static, type TSchema, Type } from 'typebox';
import { Check } from 'typebox/value';

/**
 * What the provider answers, as far as the plugin reads it; provider/README.md describes the whole. Members that are not
 * read may come and go.
 */
const id = Type.String({ minLength: 1, maxLength: 200 });
const minor = Type.String({ pattern: '^(0|[1-9][0-9]{0,37})$' });
const currency = Type.String({ pattern: '^[A-Z]{3}$' });
const moment = Type.String({
  pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?Z$',
});
const amount = { amount: minor, currency };
const shortText = Type.String({ maxLength: 255 });
const address = Type.String({ pattern: '^https?://[^\\s]+$', maxLength: 4_096 });

const decimal = Type.String({ pattern: '^(0|[1-9][0-9]{0,37})(\\.[0-9]{1,38})?$' });
const asset = Type.String({ minLength: 1, maxLength: 64 });
const ownReference = Type.String({ minLength: 1, maxLength: 128 });

export const authorization = Type.Object({
  id,
  ...amount,
  created_at: moment,
  capturable_until: Type.Optional(moment),
  voided_at: Type.Optional(moment),
});

export const capture = Type.Object({
  id,
  ...amount,
  fee: minor,
  final: Type.Boolean(),
  created_at: moment,
  expected: Type.Optional(decimal),
  received: Type.Optional(decimal),
  asset: Type.Optional(asset),
});

const declineReasons = [
  'declined',
  'insufficient_funds',
  'authentication_failed',
  'fraud',
  'invalid_method',
  'other',
] as const;

export const decline = Type.Object({
  id,
  code: Type.String({ minLength: 1, maxLength: 128 }),
  reason: Type.Enum(declineReasons),
  message: Type.Optional(shortText),
  created_at: moment,
});

const transferStatus = Type.Enum(['pending', 'succeeded', 'failed', 'cancelled']);

export const refund = Type.Object({
  id,
  ...amount,
  status: transferStatus,
  reference: Type.Optional(ownReference),
  reason: Type.Optional(shortText),
  updated_at: moment,
});

export const dispute = Type.Object({
  id,
  ...amount,
  status: Type.Enum(['inquiry', 'needs_response', 'under_review', 'won', 'lost', 'closed']),
  reason: Type.Optional(shortText),
  respond_by: Type.Optional(moment),
  updated_at: moment,
});

export const underpayment = Type.Object({ id, expected: decimal, received: decimal, asset, updated_at: moment });

export const reversal = Type.Object({ id, ...amount, created_at: moment });

const subscriptionMembers = {
  id,
  status: Type.Enum(['active', 'past_due', 'paused', 'cancelled']),
  period_ends_at: moment,
  ends_at: Type.Optional(moment),
  updated_at: moment,
};

/** Of an event, and of the answer of a cancellation. */
export const subscription = Type.Object(subscriptionMembers);

export const invoice = Type.Object({
  id,
  subscription: id,
  first: Type.Boolean(),
  status: Type.Enum(['paid', 'open', 'uncollectible']),
  ...amount,
  fee: minor,
  attempts: Type.Integer({ minimum: 0 }),
  period_starts_at: moment,
  period_ends_at: moment,
  next_attempt_at: Type.Optional(moment),
  updated_at: moment,
});

/** What of an approval is in its event. */
export const approval = Type.Object({ confirm_by: Type.Optional(moment) });

export const checkout = Type.Object({
  id,
  status: Type.String({ minLength: 1, maxLength: 64 }),
  final: Type.Boolean(),
  reference: Type.String({ minLength: 1, maxLength: 128 }),
  url: address,
  created_at: moment,
  expires_at: moment,
  ended_at: Type.Optional(moment),
  processing_at: Type.Optional(moment),
  approved_at: Type.Optional(moment),
  confirm_by: Type.Optional(moment),
  authorization: Type.Optional(authorization),
  captures: Type.Array(capture),
  declines: Type.Array(decline),
  refunds: Type.Array(refund),
  disputes: Type.Array(dispute),
  reversals: Type.Array(reversal),
  underpayment: Type.Optional(underpayment),
  subscription: Type.Optional(Type.Object({ ...subscriptionMembers, invoices: Type.Array(invoice) })),
});
export type VendorCheckout = Static<typeof checkout>;

/** An event, of which `data` is read by its type. */
export const event = Type.Object({
  id,
  type: Type.String({ minLength: 1, maxLength: 128 }),
  created_at: moment,
  checkout: Type.Optional(id),
  reference: Type.Optional(Type.String({ minLength: 1, maxLength: 128 })),
  data: Type.Unknown(),
});
export type VendorEvent = Static<typeof event>;

export const eventList = Type.Object({
  events: Type.Array(event, { maxItems: 1_000 }),
  next_cursor: Type.Union([Type.String({ minLength: 1, maxLength: 1_024 }), Type.Null()]),
});

export const payout = Type.Object({
  id,
  ...amount,
  status: transferStatus,
  reference: Type.Optional(ownReference),
  reason: Type.Optional(shortText),
  arrives_at: Type.Optional(moment),
});

export const account = Type.Object({ id, name: Type.Optional(Type.String({ minLength: 1, maxLength: 255 })) });

/** The body of every answer that is not a success. */
export const failure = Type.Object({
  error: Type.Object({
    code: Type.String({ minLength: 1, maxLength: 128 }),
    message: Type.Optional(shortText),
    reason: Type.Optional(Type.Enum(declineReasons)),
  }),
});

/**
 * Takes JSON for one of the objects above.
 * @throws FairleadError `answer_unreadable`
 */
export function readAs<Schema extends TSchema>(schema: Schema, json: unknown): Static<Schema> {
  if (Check(schema, json)) return json as Static<Schema>;
  throw new FairleadError('answer_unreadable');
}

/** Undefined when the JSON is not that object. */
export function tryReadAs<Schema extends TSchema>(schema: Schema, json: unknown): Static<Schema> | undefined {
  return Check(schema, json) ? (json as Static<Schema>) : undefined;
}
