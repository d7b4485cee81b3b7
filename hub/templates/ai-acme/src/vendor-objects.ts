import { FairleadError } from '@fairlead/sdk';
import { type Static, type TSchema, Type } from 'typebox';
import { Check } from 'typebox/value';

/** What the vendor answers, as far as it is read here. What it sends is unknown until `readAs` has looked at it. */
const name = Type.String({ minLength: 1, maxLength: 255 });
const count = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

const ending = {
  id: name,
  /** The model that answered. */
  model: name,
  ended: Type.Enum(['finished', 'limit', 'rules']),
  tokens: Type.Optional(Type.Object({ read: count, written: count })),
  /** Money is a text here. From a vendor that sends a number take its digits, never the float. */
  cost_usd: Type.Optional(Type.String({ pattern: '^(0|[1-9]\\d{0,30})(\\.\\d{1,30})?$' })),
};
const end = Type.Object(ending);
export type VendorEnding = Static<typeof end>;

/** The text is null when no model would answer. */
export const answer = Type.Object({ text: Type.String({ maxLength: 2_000_000 }), ...ending });

/** A line of a streamed answer. */
export const streamLine = Type.Union([
  Type.Object({ text: Type.String({ maxLength: 262_144 }) }),
  Type.Object({ end }),
]);

export const models = Type.Object({
  models: Type.Array(
    Type.Object({
      id: name,
      name: Type.Optional(name),
      context_tokens: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
    }),
    { maxItems: 5_000 },
  ),
});

export const account = Type.Object({ id: name, live: Type.Boolean() });

/** A failure: the body of an answer that is not a success, an answer of status 200, or a line of a stream. */
export const failure = Type.Object({
  error: Type.Object({
    status: Type.Integer({ minimum: 400, maximum: 599 }),
    code: Type.String({ minLength: 1, maxLength: 64 }),
  }),
});

/** @throws FairleadError `answer_unreadable` when the JSON is not the object that was expected */
export function readAs<Schema extends TSchema>(schema: Schema, json: unknown): Static<Schema> {
  if (Check(schema, json)) return json as Static<Schema>;
  throw new FairleadError('answer_unreadable');
}

/** Undefined when the JSON is not that object. */
export function tryReadAs<Schema extends TSchema>(schema: Schema, json: unknown): Static<Schema> | undefined {
  return Check(schema, json) ? (json as Static<Schema>) : undefined;
}
