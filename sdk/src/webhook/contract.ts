import { type Static, type TSchema, Type } from 'typebox';
import { bytes, closedObject, httpUrl, longText, record, text, timestampText } from '../wire/types.ts';

/** The most bytes of a webhook that the hub accepts. Larger ones are answered 413 before a plugin sees them. */
export const webhookMaxBytes = 1_048_576;

/** A webhook as it arrived. The bytes are those of the socket: verify the signature on them, then parse. */
export const webhookRequest = closedObject({
  method: Type.String({ pattern: '^[A-Z]{1,16}$' }),
  rawBody: bytes(webhookMaxBytes),
  /** Names in lower case; values of a repeated header are joined by ", ". */
  headers: record(Type.String()),
  query: record(Type.String()),
  /** The address at which the vendor reached the hub; some vendors sign it. */
  publicUrl: httpUrl(),
  /**
   * When it arrived, given where it is verified later than that (the plugin was not running, a key was locked). A limit
   * on the age of a signature counts from here, or every request that had to wait would be too old.
   */
  receivedAt: Type.Optional(timestampText()),
  /**
   * The address that the request came from, for vendors that say which ones they send from. IPv4 dotted, IPv6 in the form of
   * RFC 5952, IPv4 within IPv6 as IPv4. Behind a proxy that the hub trusts it is what the proxy says, else the proxy's own.
   * Absent where it is not known. An address is no proof of its own: verify a signature or a key as well.
   */
  remoteAddress: Type.Optional(Type.String({ pattern: '^[0-9a-f.:]{2,45}$' })),
});
/** What {@link webhookRequest} describes. */
export type WebhookRequest = Static<typeof webhookRequest>;

/** What to answer the vendor instead of an empty 200. Sent only after every event is durable. */
export const webhookResponse = closedObject({
  status: Type.Integer({ minimum: 200, maximum: 299 }),
  headers: Type.Optional(record(Type.String())),
  body: Type.Optional(longText(65_536)),
});
/** What {@link webhookResponse} describes. */
export type WebhookResponse = Static<typeof webhookResponse>;

/** Why a request may not be believed: the values of `reason` in {@link invalidWebhook}. */
export const invalidReasons = ['signature_missing', 'signature_wrong', 'too_old', 'malformed', 'foreign'] as const;

/** Why a request is not believed. The hub answers 401 (400 when malformed), counts it, and stores no event. */
export const invalidWebhook = closedObject({
  outcome: Type.Literal('invalid'),
  reason: Type.Enum(invalidReasons),
  /** For the operator; never the signature that was expected. */
  detail: Type.Optional(longText(500)),
});

/**
 * What `receive` answers: verified events (none for a handshake), or that the request is not believed.
 * @param event schema of one event; it must have a `dedupeKey` unique within the connection
 */
export function webhookResult<Event extends TSchema>(event: Event) {
  return Type.Union([
    closedObject({
      outcome: Type.Literal('events'),
      events: Type.Array(event, { maxItems: 1_000 }),
      response: Type.Optional(webhookResponse),
    }),
    invalidWebhook,
  ]);
}

/** Members that every webhook event has, whatever the capability. */
export const webhookEventMembers = {
  /** The vendor's id of the event, or what stands for it: the same event delivered again has the same key. */
  dedupeKey: text(512),
  /** The vendor's name for this kind of event, for lists and filters. */
  type: text(128),
} as const;
