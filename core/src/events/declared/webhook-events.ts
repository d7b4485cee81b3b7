import { Type } from 'typebox';
import { declareEvent } from '../event-declaration.ts';
import { exampleConnection, text } from './example-values.ts';

const subject = 'the id of the webhook endpoint';
const endpoint = Type.Object({
  id: text,
  host: text,
  reason: Type.Union([Type.Enum(['by_hand', 'gone', 'failing']), Type.Null()], {
    description: '`gone`: it answered 410. `failing`: nothing arrived for five days. Null when it is enabled.',
  }),
});
const id = '01k9v7h7d9f1g3h5j7k9m1n3pq';

/** Webhooks that come in, and addresses to which events go out. */
export const webhookEvents = {
  'webhook.received': declareEvent({
    summary: 'A webhook of a provider was verified and stored.',
    subject: 'its id in the inbox',
    data: Type.Object({
      inboxId: text,
      connection: text,
      eventId: Type.String({ description: 'The provider’s.' }),
      type: Type.String({ description: 'The provider’s word for what happened.' }),
    }),
    example: {
      inboxId: '01k9v7j9r1s3t5v7w9x1y3z5ab',
      connection: exampleConnection,
      eventId: 'evt_1Q2w3E',
      type: 'payment_intent.succeeded',
    },
  }),
  'webhook_endpoint.enabled': declareEvent({
    summary: 'Events are sent to a webhook endpoint again.',
    subject,
    data: endpoint,
    example: { id, host: 'shop.example.com', reason: null },
  }),
  'webhook_endpoint.disabled': declareEvent({
    summary: 'Nothing is sent to a webhook endpoint any more until it is enabled.',
    subject,
    data: endpoint,
    example: { id, host: 'shop.example.com', reason: 'failing' },
  }),
  'webhook_endpoint.tested': declareEvent({
    summary: 'Somebody asked for a test. It is sent to that endpoint alone and is not in the log.',
    subject,
    data: Type.Object({ id: text }),
    example: { id },
  }),
} as const;
