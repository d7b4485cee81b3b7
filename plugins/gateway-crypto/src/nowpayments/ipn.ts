import { createHash } from 'node:crypto';
import { type PaymentEvent, timestamp, type WebhookRequest } from '@fairlead/sdk';
import { readJson } from '../lossless-json.ts';
import { needed } from '../map-errors.ts';
import { invalid, type Received, told } from '../provider.ts';
import { asObject } from '../reading.ts';
import type { Context } from '../settings.ts';
import { paymentFact, readPayment, whereOf } from './facts.ts';
import { isSignedBy } from './signature.ts';

/**
 * Verifies and reads Instant Payment Notifications. There is no work in it but a hash, so that the answer comes within
 * the three seconds that NOWPayments waits.
 * @returns a function that throws FairleadError `settings_invalid` while no IPN secret is entered
 */
export function ipnReceiver({ settings, clock }: Context): (request: WebhookRequest) => Received {
  return ({ rawBody, headers, receivedAt }) => {
    const secrets = needed(settings.ipnSecrets?.length ? settings.ipnSecrets : undefined, 'ipnSecrets');
    const claimed = headers['x-nowpayments-sig'];
    if (claimed === undefined || claimed === '') return invalid('signature_missing', 'There is no x-nowpayments-sig.');
    const notification = asObject(readJson(new TextDecoder().decode(rawBody)));
    // What is signed is the JSON in another order, so of what is no JSON nobody can say who sent it.
    if (notification === undefined) return invalid('malformed', 'The body is not a JSON object.');
    if (!secrets.some((secret) => isSignedBy(secret.reveal(), notification, claimed))) {
      return invalid('signature_wrong', 'No IPN secret of this connection made this signature over this body.');
    }
    const arrivedAt = receivedAt ?? timestamp(clock);
    const payment = readPayment(notification);
    if (payment === undefined) return told(other(rawBody, arrivedAt));
    return told({
      dedupeKey: `${payment.id}:${payment.status}:${payment.revision}:${payment.received ?? ''}`,
      type: `payment.${payment.status}`,
      ...whereOf(payment),
      occurredAt: payment.updatedAt ?? arrivedAt,
      evidence: paymentFact(payment),
    });
  };
}

/** Withdrawals, custody and whatever comes: kept, and without effect. */
function other(rawBody: Uint8Array, occurredAt: string): PaymentEvent {
  const dedupeKey = `body:${createHash('sha256').update(rawBody).digest('hex')}`;
  return { dedupeKey, type: 'other', providerRef: null, occurredAt, evidence: { fact: 'none' } };
}
