import { type PaymentEvent, timestamp, type WebhookRequest } from '@fairlead/sdk';
import { type JsonObject, readJson } from '../lossless-json.ts';
import { needed } from '../map-errors.ts';
import { invalid, optional, type Received } from '../provider.ts';
import { asObject, idAt, objectAt, textAt, timeAt } from '../reading.ts';
import type { Context } from '../settings.ts';
import { customNames, invoiceFacts, lowerFirst, notifiedInvoice } from './facts.ts';
import { isSignedBy } from './signature.ts';

const header = {
  client: 'x-coinpayments-client',
  timestamp: 'x-coinpayments-timestamp',
  signature: 'x-coinpayments-signature',
} as const;

/**
 * Verifies and reads webhooks: signed like requests, over the address that the invoice named for them. There is no limit
 * on the age of a signature: whether a repeated delivery is signed anew is not documented, and one that is sent again by
 * somebody else has the key of the first and changes nothing.
 * Source: https://docs.coinpayments.net, “Authenticate Webhooks from CoinPayments to Your Server”
 * @returns a function that throws FairleadError `settings_invalid` without client id or secret
 */
export function webhookReceiver({ settings, clock, webhookUrl }: Context): (request: WebhookRequest) => Received {
  return ({ method, rawBody, headers, publicUrl, receivedAt }) => {
    const clientId = needed(settings.clientId, 'clientId');
    const secret = needed(settings.clientSecret, 'clientSecret').reveal();
    const client = headers[header.client];
    const signedAt = headers[header.timestamp];
    const claimed = headers[header.signature];
    if (!client || !signedAt || !claimed) return invalid('signature_missing', 'A header of the signature is missing.');
    if (bare(client) !== bare(clientId)) return invalid('foreign', 'The webhook is for another integration.');
    // A proxy may change the address between the one that was registered and the one that the hub sees.
    const genuine = [publicUrl, webhookUrl].some((url) =>
      isSignedBy(secret, { method, url, clientId: client, timestamp: signedAt, body: rawBody }, claimed),
    );
    if (!genuine) return invalid('signature_wrong', 'The client secret did not make this signature over this request.');
    const notification = asObject(readJson(new TextDecoder().decode(rawBody)));
    const events = notification && eventsOf(notification, receivedAt ?? timestamp(clock));
    return events === undefined
      ? invalid('malformed', 'The body is not a notification of CoinPayments’.')
      : { outcome: 'events', events };
  };
}

/** The dashboard shows the id without dashes, some members of notifications have them. */
function bare(clientId: string): string {
  return clientId.replaceAll('-', '').toLowerCase();
}

/** The events whose invoice says by its state what is the case. */
const invoiceTypes = new Set([
  'invoiceCreated',
  'invoicePending',
  'invoicePaid',
  'invoiceCompleted',
  'invoiceCancelled',
  'invoiceTimedOut',
]);

function eventsOf(notification: JsonObject, arrivedAt: string): PaymentEvent[] | undefined {
  const id = idAt(notification, 'id');
  const word = textAt(notification, 'type');
  if (id === undefined || word === undefined || !/^\w{1,64}$/.test(word)) return undefined;
  const type = lowerFirst(word);
  const json = objectAt(notification, 'invoice');
  const reference = textAt(objectAt(json, 'customData'), customNames.reference);
  const invoice = invoiceTypes.has(type) ? notifiedInvoice(json) : undefined;
  const head = { type, occurredAt: timeAt(notification, 'timestamp') ?? arrivedAt };
  // Without the reference the invoice was made elsewhere, in the dashboard or by another program.
  if (invoice === undefined || reference === undefined || !agree(type, invoice.status)) {
    return [{ ...head, dedupeKey: `${id}:${type}`, providerRef: null, evidence: { fact: 'none' } }];
  }
  return invoiceFacts(invoice).map((evidence, index) => ({
    ...head,
    dedupeKey: index === 0 ? `${id}:${type}` : `${id}:${type}:${index}`,
    providerRef: invoice.id,
    ...optional('reference', reference.length <= 128 ? reference : undefined),
    evidence,
  }));
}

/** Money counts when the event and the state in it say so both. */
function agree(type: string, status: string): boolean {
  return (type === 'invoiceCompleted') === (status === 'completed');
}
