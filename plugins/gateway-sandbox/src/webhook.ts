import {
  hmac,
  isFairleadError,
  macEquals,
  type InputOf,
  type OutputOf,
  type paymentGateway,
  type PluginContext,
} from '@fairlead/sdk';
import { eventToPaymentEvent } from './event-facts.ts';
import type { SandboxSettings } from './settings.ts';
import { event, tryReadAs } from './vendor-objects.ts';

type Receive = (typeof paymentGateway.operations)['receive'];
type Received = OutputOf<Receive>;

export const signatureHeader = 'sandbox-signature';
/** A signature of another time than this is a replay, or one of the two clocks is wrong. */
export const toleranceMs = 300_000;

/**
 * Verifies `Sandbox-Signature: t=<seconds>,v1=<hex>[,v1=<hex>]`: HMAC-SHA256 with the secret over `<seconds>.<raw body>`,
 * where any secret of the list and any `v1` will do.
 */
export function createReceive({ settings, clock }: PluginContext<SandboxSettings>) {
  return ({ rawBody, headers, receivedAt }: InputOf<Receive>): Received => {
    const header = headers[signatureHeader];
    if (header === undefined) return { outcome: 'invalid', reason: 'signature_missing' };
    const { seconds, claims } = parseSignature(header);
    const genuine = settings.webhookSecrets.some((secret) => {
      const expected = hmac('sha256', secret.reveal(), `${seconds}.`, rawBody);
      return claims.some((claim) => macEquals(expected, claim, 'hex'));
    });
    if (!genuine) return { outcome: 'invalid', reason: 'signature_wrong' };
    const nowMs = receivedAt === undefined ? clock.now() : Date.parse(receivedAt);
    if (!(Math.abs(nowMs - Number(seconds) * 1_000) <= toleranceMs)) return { outcome: 'invalid', reason: 'too_old' };
    return readEvent(rawBody);
  };
}

function parseSignature(header: string): { readonly seconds: string; readonly claims: readonly string[] } {
  const parts = header.split(',', 20).map((part) => part.trim());
  const seconds = parts.find((part) => /^t=\d{1,12}$/.test(part))?.slice(2) ?? '';
  return { seconds, claims: parts.filter((part) => /^v1=[0-9a-f]{64}$/.test(part)).map((part) => part.slice(3)) };
}

function readEvent(rawBody: Uint8Array): Received {
  try {
    const found = tryReadAs(event, JSON.parse(new TextDecoder().decode(rawBody)));
    if (found === undefined) return { outcome: 'invalid', reason: 'malformed', detail: 'The body is not an event.' };
    return { outcome: 'events', events: [eventToPaymentEvent(found)] };
  } catch (error) {
    if (!(error instanceof SyntaxError) && !isFairleadError(error)) throw error;
    return {
      outcome: 'invalid',
      reason: 'malformed',
      detail: 'The body is not JSON, or its data are not the event’s.',
    };
  }
}
