import { hmac, type InputOf, macEquals, type OutputOf, type paymentGateway } from '@fairlead/sdk';
import { eventToPaymentEvent } from './facts.ts';
import type { Context } from './settings.ts';
import { event, tryReadAs } from './vendor-objects.ts';

type Receive = (typeof paymentGateway.operations)['receive'];
type Received = OutputOf<Receive>;

/** A signature of another time than this is a replay, or one of the two clocks is wrong. */
const toleranceMs = 300_000;

/**
 * Verifies `X-Signature: t=<seconds>,v1=<hex>`: HMAC-SHA256 with the secret over `<seconds>.<raw body>`. Any secret of
 * the list will do, so that one can be added before the old one goes. The raw bytes are verified before they are parsed.
 */
export function createReceive({ settings, clock }: Context) {
  return ({ rawBody, headers, receivedAt }: InputOf<Receive>): Received => {
    const header = headers['x-signature'];
    if (header === undefined) return { outcome: 'invalid', reason: 'signature_missing' };
    const [, seconds = '', claim = ''] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header) ?? [];
    const genuine = settings.webhookSecrets.some((secret) =>
      macEquals(hmac('sha256', secret.reveal(), `${seconds}.`, rawBody), claim, 'hex'),
    );
    if (!genuine) return { outcome: 'invalid', reason: 'signature_wrong' };
    // A request that had to wait for its verification is judged by when it came.
    const nowMs = receivedAt === undefined ? clock.now() : Date.parse(receivedAt);
    if (Math.abs(nowMs - Number(seconds) * 1_000) > toleranceMs) return { outcome: 'invalid', reason: 'too_old' };
    return readEvent(rawBody);
  };
}

function readEvent(rawBody: Uint8Array): Received {
  const found = tryReadAs(event, parse(rawBody));
  if (found === undefined) return { outcome: 'invalid', reason: 'malformed', detail: 'The body is not an event.' };
  return { outcome: 'events', events: [eventToPaymentEvent(found)] };
}

function parse(rawBody: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(rawBody));
  } catch {
    // Nothing that the vendor sends; `readEvent` says so.
    return undefined;
  }
}
