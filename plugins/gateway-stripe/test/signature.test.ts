import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { signatureFault } from '../src/signature.ts';

const secret = 'whsec_q1w2e3r4t5y6u7i8o9p0';
const nowS = 1_768_478_400;

function check(
  rawBody: string | Uint8Array,
  header: string | undefined,
  options: { secrets?: string[]; at?: number } = {},
) {
  const bytes = typeof rawBody === 'string' ? Buffer.from(rawBody) : rawBody;
  const { secrets = [secret], at = nowS } = options;
  return signatureFault({ rawBody: bytes, header, secrets, nowMs: at * 1_000 });
}

const sign = (payload: string, options: { secret?: string; timestamp?: number } = {}) =>
  Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp: nowS, ...options });

/** What the official SDK says of the same request. */
function official(payload: string, header: string, at = nowS): boolean {
  try {
    Stripe.webhooks.signature?.verifyHeader(payload, header, secret, 300, undefined, at * 1_000);
    return true;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) return false;
    throw error;
  }
}

/** Stripe's own decoder drops a byte order mark, and half of a surrogate pair has no bytes of its own. */
const body = fc.string({ unit: 'grapheme', maxLength: 400, minLength: 1 }).filter((text) => !text.startsWith('\uFEFF'));

describe('Stripe-Signature', () => {
  it('accepts what the official SDK signs, over any body', () => {
    fc.assert(
      fc.property(body, (text) => {
        expect(check(text, sign(text))).toBeUndefined();
      }),
    );
  });

  it('agrees with the official SDK on headers and bodies that were tampered with', () => {
    const tampering = fc.constantFrom<(header: string, text: string) => [string, string]>(
      (header, text) => [header, text],
      (header, text) => [header, `${text} `],
      (header, text) => [header.replace(/.$/, (last) => (last === '0' ? '1' : '0')), text],
      (header, text) => [header.replace('t=1', 't=2'), text],
      (header, text) => [header.replace('v1=', 'v0='), text],
      (header, text) => [header.replace(/,v1=.*/, ''), text],
      (header, text) => [header.replace(/t=\d+,/, ''), text],
      (header, text) => [`${header},v1=${'0'.repeat(64)}`, text],
      (header, text) => [header.replace(',v1=', `,v1=${'f'.repeat(64)},v1=`), text],
      (header, text) => [`${header}00`, text],
      (header, text) => [header.slice(0, -2), text],
      (_header, text) => [sign(text, { secret: 'whsec_other' }), text],
      (_header, text) => [sign(text, { timestamp: nowS - 300 }), text],
      (_header, text) => [sign(text, { timestamp: nowS - 301 }), text],
      (_header, text) => [sign(text, { timestamp: nowS + 4_000 }), text],
      (_header, text) => ['nonsense', text],
    );
    fc.assert(
      fc.property(body, tampering, (text, tamper) => {
        const [header, received] = tamper(sign(text), text);
        expect(check(received, header) === undefined).toBe(official(received, header));
      }),
      { numRuns: 1_000 },
    );
  });

  it('verifies bytes that are not UTF-8 as they are', () => {
    const bytes = Uint8Array.from([0x7b, 0xff, 0xfe, 0x00, 0x7d]);
    const mac = createHmac('sha256', secret).update(`${nowS}.`).update(bytes).digest('hex');
    expect(check(bytes, `t=${nowS},v1=${mac}`)).toBeUndefined();
    expect(check(bytes.with(1, 0xfd), `t=${nowS},v1=${mac}`)).toBe('signature_wrong');
  });

  it('takes the whole whsec_ text as the key, prefix included', () => {
    const mac = createHmac('sha256', secret.slice('whsec_'.length)).update(`${nowS}.{}`).digest('hex');
    expect(check('{}', `t=${nowS},v1=${mac}`)).toBe('signature_wrong');
  });

  it('accepts any secret of the list and any v1 of the header while a secret is rolled', () => {
    const old = 'whsec_old';
    expect(check('{}', sign('{}', { secret: old }), { secrets: [secret, old] })).toBeUndefined();
    const both = `${sign('{}', { secret: 'whsec_gone' })},${sign('{}').split(',')[1]}`;
    expect(check('{}', both)).toBeUndefined();
  });

  it('counts five minutes on the clock it is given, and lets the future pass as Stripe’s libraries do', () => {
    expect(check('{}', sign('{}'), { at: nowS + 300 })).toBeUndefined();
    expect(check('{}', sign('{}'), { at: nowS + 301 })).toBe('too_old');
    expect(check('{}', sign('{}'), { at: nowS - 86_400 })).toBeUndefined();
  });

  it('tells a missing header, an unreadable one and a wrong one apart', () => {
    expect(check('{}', undefined)).toBe('signature_missing');
    expect(check('{}', '')).toBe('signature_missing');
    for (const header of ['v1=00', 't=1', 't=x,v1=00', 't=-1,v1=00', 't=01,v1=00', 't=1e3,v1=00', '{}']) {
      expect([header, check('{}', header)]).toEqual([header, 'malformed']);
    }
    expect(check('{}', `t=${nowS},v1=`)).toBe('signature_wrong');
  });

  it('does not take a right signature with something behind it, which decoding hex would drop', () => {
    expect(check('{}', `${sign('{}')}zz`)).toBe('signature_wrong');
    expect(check('{}', sign('{}').slice(0, -1))).toBe('signature_wrong');
  });
});
