import { FairleadError, type OutputOf, type paymentGateway, type WebhookRequest } from '@fairlead/sdk';
import type { Context } from './client.ts';
import { factsOfEvent } from './event-facts.ts';
import { asObject, type Json } from './reading.ts';

import { type SignatureFault, signatureFault } from './signature.ts';

type Received = OutputOf<typeof paymentGateway.receive>;

const explanations: Record<SignatureFault, string> = {
  signature_missing: 'The request has no Stripe-Signature.',
  malformed: 'Stripe-Signature is not of the form t=…,v1=….',
  signature_wrong: 'No signing secret of this connection made this signature over this body.',
  too_old: 'The signature is more than five minutes old.',
};

/**
 * Verifies and reads webhooks. It works without the network and without the `stripe` package, which takes too long to
 * load for the first webhook after a start.
 * @throws FairleadError `settings_invalid` while the connection has no signing secret
 */
export function webhookReceiver({ settings, clock, log }: Context): (request: WebhookRequest) => Received {
  const secrets = (settings.webhookSecrets ?? []).map((secret) => secret.reveal());
  return ({ rawBody, headers, receivedAt }) => {
    if (secrets.length === 0) {
      throw new FairleadError('settings_invalid', { message: 'Enter the signing secret of the webhook endpoint.' });
    }
    const nowMs = receivedAt === undefined ? clock.now() : Date.parse(receivedAt);
    const fault = signatureFault({ rawBody, header: headers['stripe-signature'], secrets, nowMs });
    if (fault !== undefined) return { outcome: 'invalid', reason: fault, detail: explanations[fault] };
    const event = parse(rawBody);
    const events = event && factsOfEvent(event, log);
    if (events === undefined) {
      return { outcome: 'invalid', reason: 'malformed', detail: 'The body is not an event of Stripe’s.' };
    }
    return { outcome: 'events', events };
  };
}

function parse(rawBody: Uint8Array): Json | undefined {
  try {
    return asObject(JSON.parse(Buffer.from(rawBody.buffer, rawBody.byteOffset, rawBody.byteLength).toString('utf8')));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
