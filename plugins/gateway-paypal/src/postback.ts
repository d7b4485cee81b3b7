import { type Call, FairleadError } from '@fairlead/sdk';
import type { PayPalClient } from './client.ts';
import { textAt } from './reading.ts';
import type { Transmission } from './signature.ts';

/**
 * Asks PayPal whether it sent a request: `POST /v1/notifications/verify-webhook-signature`. PayPal computes the checksum
 * over the event as it is written, so the raw bytes are put in unchanged, and not JSON written anew. They have to be one
 * JSON object, which the caller made sure of: else they could close it and go on with a webhook id of the sender's.
 * Source: https://developer.paypal.com/docs/api/webhooks/v1/#verify-webhook-signature_post
 */
export async function verifiedByPostback(
  client: PayPalClient,
  { transmission, webhookId, rawBody }: { transmission: Transmission; webhookId: string; rawBody: Uint8Array },
  call: Call,
): Promise<boolean> {
  const { done, refused } = await client.ask(
    call,
    '/v1/notifications/verify-webhook-signature',
    postbackBody(transmission, webhookId, rawBody),
  );
  // PayPal refuses texts that it never sends.
  if (refused !== undefined) return false;
  const status = textAt(done, 'verification_status');
  if (status !== 'SUCCESS' && status !== 'FAILURE') throw new FairleadError('answer_unreadable');
  return status === 'SUCCESS';
}

/** The event is the last member, so that it is put in before the closing brace. */
export function postbackBody(transmission: Transmission, webhookId: string, rawBody: Uint8Array): Uint8Array {
  const rest = JSON.stringify({
    auth_algo: transmission.algorithm,
    cert_url: transmission.certificateUrl,
    transmission_id: transmission.id,
    transmission_sig: transmission.signature,
    transmission_time: transmission.time,
    webhook_id: webhookId,
  });
  return Buffer.concat([Buffer.from(`${rest.slice(0, -1)},"webhook_event":`), rawBody, Buffer.from('}')]);
}
