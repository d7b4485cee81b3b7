import { FairleadError } from '@fairlead/sdk';
import { type Static, type TSchema, Type } from 'typebox';
import { Check } from 'typebox/value';

/** What the vendor answers, as far as it is read here. What it sends is unknown until `readAs` has looked at it. */
const id = Type.String({ minLength: 1, maxLength: 200 });
const time = Type.String({
  pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?Z$',
});

/** The vendor keeps one log of all that happens to messages; an edit has the id of the message that it changes. */
export const change = Type.Object({
  sequence: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
  kind: Type.Enum(['created', 'edited', 'deleted']),
  at: time,
  message: Type.Object({
    id,
    /** 0 for the first; one more with each edit. */
    version: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
    room: id,
    author: Type.Optional(Type.String({ minLength: 1, maxLength: 255 })),
    reply_to: Type.Optional(id),
    text: Type.String({ maxLength: 262_144 }),
  }),
});
export type VendorChange = Static<typeof change>;

export const changes = Type.Object({ changes: Type.Array(change, { maxItems: 1_001 }) });

export const sent = Type.Object({ id });

export const account = Type.Object({ id, live: Type.Boolean() });

/** The body of an answer that is not a success. */
export const failure = Type.Object({ error: Type.Object({ code: Type.String({ minLength: 1, maxLength: 64 }) }) });

/** @throws FairleadError `answer_unreadable` when the JSON is not the object that was expected */
export function readAs<Schema extends TSchema>(schema: Schema, json: unknown): Static<Schema> {
  if (Check(schema, json)) return json as Static<Schema>;
  throw new FairleadError('answer_unreadable');
}

/** Undefined when the JSON is not that object. */
export function tryReadAs<Schema extends TSchema>(schema: Schema, json: unknown): Static<Schema> | undefined {
  return Check(schema, json) ? (json as Static<Schema>) : undefined;
}
