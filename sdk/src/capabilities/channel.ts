import { Type } from 'typebox';
import { defineCapability } from '../contract/capability.ts';
import { webhookEventMembers, webhookRequest, webhookResult } from '../webhook/contract.ts';
import { closedObject, longText, text } from '../wire/types.ts';
import { channelMessage } from './channel-message.ts';
import { credentialTest, probeOperation } from './credential-test.ts';

/** A place in the vendor's stream, in the plugin's own form. The flow stores it with the messages it stands after. */
const cursor = longText(262_144);

/**
 * Reads messages from somewhere, and sends them where the vendor allows it. A plugin implements at least one of `fetch`
 * (polling), `receive` (webhooks) and `listen` (sockets).
 *
 * Deliberately left out: where the cursor is kept and when to poll (the `messages` flow does both), what a message
 * means (the `signals` flow), duplicates (the store is unique by id and revision, so giving a message twice is harmless
 * and losing one is not).
 */
export const channel = defineCapability(
  { id: 'channel', version: 1, probe: 'testCredentials' },
  {
    fetch: {
      summary: 'Reads what is new after the cursor. Without a cursor it is the first poll and gives what there is now.',
      kind: 'unary',
      input: closedObject({ cursor: Type.Optional(cursor), limit: Type.Integer({ minimum: 1, maximum: 1_000 }) }),
      output: closedObject({
        /** Oldest first. */
        messages: Type.Array(channelMessage, { maxItems: 1_000 }),
        /** To pass next time, once these messages are durable. Fetching again with the old one gives them again. */
        cursor,
        /** True when there is more to read at once. */
        more: Type.Boolean(),
        /** Milliseconds to wait at least before the next poll, where the vendor says so. */
        retryAfterMs: Type.Optional(Type.Integer({ minimum: 0 })),
        /** What an admin should know: an address that moved, items that could not be read. */
        notes: Type.Optional(Type.Array(closedObject({ code: text(64), text: text(500) }), { maxItems: 20 })),
      }),
      repeat: 'safe',
      timeoutMs: 30_000,
      lane: 'poll',
      required: false,
    },
    receive: {
      summary: 'Verifies a webhook on its raw bytes and gives the messages in it.',
      kind: 'unary',
      input: webhookRequest,
      output: webhookResult(closedObject({ ...webhookEventMembers, message: channelMessage })),
      repeat: 'safe',
      timeoutMs: 5_000,
      lane: 'webhooks',
      required: false,
    },
    listen: {
      summary: 'Gives messages as they come over a connection that stays open.',
      kind: 'subscription',
      input: closedObject({ cursor: Type.Optional(cursor) }),
      output: channelMessage,
      repeat: 'safe',
      timeoutMs: 60_000,
      lane: 'listen',
      required: false,
    },
    send: {
      summary: 'Sends a message. A call that may have been sent is never repeated by itself.',
      kind: 'unary',
      input: closedObject({
        chatId: text(255),
        text: text(16_384),
        replyTo: Type.Optional(text(512)),
        /** The hub's id of this message, for vendors that take one. */
        reference: text(128),
      }),
      output: Type.Union([
        closedObject({ outcome: Type.Literal('sent'), id: text(512) }),
        closedObject({ outcome: Type.Literal('refused'), code: text(64), message: Type.Optional(longText(500)) }),
      ]),
      repeat: 'never',
      dedupe: 'none',
      timeoutMs: 20_000,
      lane: 'send',
      required: false,
    },
    testCredentials: probeOperation(credentialTest),
  },
);
