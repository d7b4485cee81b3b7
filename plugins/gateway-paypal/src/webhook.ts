import {
  type Call,
  FairleadError,
  type InputOf,
  type OutputOf,
  type paymentGateway,
  type WebhookRequest,
} from '@fairlead/sdk';
import { type CertificateOptions, certificateStore, type SigningKey } from './certificates.ts';
import type { PayPalClient } from './client.ts';
import type { Context } from './settings.ts';
import { factsOfEvent } from './event-facts.ts';
import { lossesToldOnce } from './losses.ts';
import { orderFinder } from './order-of-event.ts';
import { verifiedByPostback } from './postback.ts';
import { parseObject } from './reading.ts';
import { isGenuine, readTransmission, type Transmission } from './signature.ts';

type Received = OutputOf<typeof paymentGateway.receive>;
type Invalid = Extract<Received, { outcome: 'invalid' }>;

const explanations: Record<Extract<SigningKey, { fault: string }>['fault'], string> = {
  foreign_address: 'The address of the certificate is not one of PayPal’s in this environment.',
  unknown: 'PayPal does not know the certificate that the request names.',
  unreadable: 'What lies at the address of the certificate is no certificate.',
  wrong_name: 'The certificate is not one that PayPal signs webhooks with.',
  expired: 'The certificate was not valid when the request arrived.',
  incomplete: 'The certificate’s chain is incomplete.',
  wrong: 'The certificate’s chain does not lead to a trusted root.',
};

/**
 * Verifies and reads webhooks. There is no limit on their age: PayPal sends for three days with the time of the first
 * try, and what comes twice has the same key.
 * @throws FairleadError `settings_invalid` while the connection has no webhook id; what the network throws
 */
export function webhookReceiver(context: Context, client: PayPalClient, options: CertificateOptions) {
  const { settings, clock, log } = context;
  const signingKey = certificateStore(context, options);
  const toldOnce = lossesToldOnce(context.state);
  const withOrders = orderFinder(client);

  const fault = async (request: Signed, call: Call): Promise<Invalid | undefined> => {
    if (settings.verification === 'certificate') {
      const found = await signingKey(request.transmission.certificateUrl, request.atMs, call.signal);
      if ('key' in found) return isGenuine(request.transmission, { ...request, key: found.key }) ? undefined : forged;
      // PayPal served it, but not the certificates above it, or its root is no longer trusted: PayPal has to say.
      if (found.fault !== 'incomplete') return invalid('signature_wrong', explanations[found.fault]);
    }
    return (await verifiedByPostback(client, request, call)) ? undefined : forged;
  };

  return async (input: InputOf<typeof paymentGateway.receive>, call: Call): Promise<Received> => {
    const { webhookId } = settings;
    if (webhookId === undefined) {
      throw new FairleadError('settings_invalid', {
        message: 'Enter the webhook ID that PayPal shows for the webhook.',
      });
    }
    const transmission = readTransmission(input.headers);
    if ('reason' in transmission) return invalid(transmission.reason, transmission.detail);
    const { rawBody } = input;
    // Before anybody is asked about it: see verifiedByPostback.
    const event = parseObject(rawBody);
    if (event === undefined) return malformed;
    const wrong = await fault({ transmission, webhookId, rawBody, atMs: arrival(input, clock.now()) }, call);
    if (wrong !== undefined) return wrong;
    const told = factsOfEvent(event, log);
    if (told === undefined) return malformed;
    return { outcome: 'events', events: await withOrders(await toldOnce(event, told), call) };
  };
}

interface Signed {
  readonly transmission: Transmission;
  readonly webhookId: string;
  readonly rawBody: Uint8Array;
  readonly atMs: number;
}

function arrival({ receivedAt }: WebhookRequest, nowMs: number): number {
  return receivedAt === undefined ? nowMs : Date.parse(receivedAt);
}

function invalid(reason: Invalid['reason'], detail: string): Invalid {
  return { outcome: 'invalid', reason, detail };
}

const malformed = invalid('malformed', 'The body is not an event of PayPal’s.');
const forged = invalid('signature_wrong', 'The signature is not PayPal’s over this body for this webhook ID.');
