import type { CatalogueEntry } from '../events/index.ts';

/** The name of the schema of a whole event of this type. */
export const schemaNameOf = (type: string): string => `event.${type}`;

/** Whole events and what carries them. https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md */
export function envelopeSchemas(entries: readonly CatalogueEntry[]): object {
  return {
    ...Object.fromEntries(entries.map((entry) => [schemaNameOf(entry.type), eventSchema(entry)])),
    cloudEvent: {
      type: 'object',
      required: ['specversion', 'id', 'source', 'type', 'time', 'datacontenttype', 'sequence', 'data'],
      properties: {
        specversion: { const: '1.0' },
        id: { type: 'string', description: 'The same each time the event is delivered: take it once.' },
        source: { type: 'string', description: 'Which part of the hub says so: `/fairlead/payments_payments`.' },
        type: { type: 'string' },
        subject: { type: 'string' },
        time: { type: 'string', format: 'date-time' },
        datacontenttype: { const: 'application/json' },
        sequence: {
          type: 'string',
          pattern: '^\\d{20}$',
          description: 'The place in the log: texts compare as numbers.',
        },
        data: { type: 'object' },
      },
    },
    webhookHeaders: {
      type: 'object',
      required: ['content-type', 'webhook-id', 'webhook-timestamp', 'webhook-signature'],
      properties: {
        'content-type': { const: 'application/cloudevents+json' },
        'webhook-id': { type: 'string', description: 'The id of the event, the same at every attempt.' },
        'webhook-timestamp': { type: 'string', pattern: '^\\d+$', description: 'Of the attempt: seconds since 1970.' },
        'webhook-signature': {
          type: 'string',
          description:
            '`v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64; one for each secret, with spaces between.',
        },
      },
    },
  };
}

function eventSchema({ type, subject, data }: CatalogueEntry): object {
  return {
    allOf: [
      { $ref: '#/components/schemas/cloudEvent' },
      {
        type: 'object',
        required: ['subject'],
        properties: {
          type: { const: type },
          subject: { type: 'string', description: `${subject.charAt(0).toUpperCase()}${subject.slice(1)}.` },
          data,
        },
      },
    ],
  };
}
