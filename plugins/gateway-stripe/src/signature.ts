import { timingSafeEqual } from 'node:crypto';
import { hmac } from '@fairlead/sdk';

/** What is wrong with a request's `Stripe-Signature`, or undefined when it is genuine and fresh. */
export type SignatureFault = 'signature_missing' | 'malformed' | 'signature_wrong' | 'too_old';

export interface SignedRequest {
  readonly rawBody: Uint8Array;
  /** The header `stripe-signature`. */
  readonly header: string | undefined;
  /** Endpoint secrets, current first. The whole text, `whsec_` included, is the key. */
  readonly secrets: readonly string[];
  readonly nowMs: number;
}

/** Stripe's own libraries allow five minutes between signing and receiving. */
export const toleranceMs = 300_000;

/**
 * Verifies `t=<seconds>,v1=<hex>[,v1=…]`: HMAC-SHA256 over `<t>.<raw bytes>`. Any secret may match any `v1`, since Stripe
 * signs with both while a secret is rolled. Other schemes (`v0`) are ignored, lest they be a way around.
 * A time in the future is accepted, as Stripe's libraries do: it is signed, so it tells of clocks, not of a forger.
 * Source: https://docs.stripe.com/webhooks/signature
 */
export function signatureFault({ rawBody, header, secrets, nowMs }: SignedRequest): SignatureFault | undefined {
  if (header === undefined || header === '') return 'signature_missing';
  const { time, signatures } = parseHeader(header);
  if (time === undefined || signatures.length === 0) return 'malformed';
  if (!secrets.some((secret) => matches(hmac('sha256', secret, `${time}.`, rawBody), signatures))) {
    return 'signature_wrong';
  }
  // In whole seconds, as Stripe's own libraries count.
  return Math.floor(nowMs / 1_000) - Number(time) > toleranceMs / 1_000 ? 'too_old' : undefined;
}

function parseHeader(header: string): { time: string | undefined; signatures: readonly string[] } {
  let time: string | undefined;
  const signatures: string[] = [];
  for (const part of header.split(',')) {
    const item = part.trim();
    if (item.startsWith('v1=')) signatures.push(item.slice(3));
    else if (item.startsWith('t=')) time = item.slice(2);
  }
  return { time: time !== undefined && /^(0|[1-9]\d{0,14})$/.test(time) ? time : undefined, signatures };
}

function matches(expected: Buffer, signatures: readonly string[]): boolean {
  return signatures.some((claimed) => {
    // The length is checked on the text: decoding hex stops at the first character that is none.
    if (claimed.length !== expected.length * 2) return false;
    const bytes = Buffer.from(claimed, 'hex');
    return bytes.length === expected.length && timingSafeEqual(bytes, expected);
  });
}
