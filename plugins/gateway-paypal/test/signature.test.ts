import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGenuine, readTransmission, signedMessage } from '../src/signature.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const checksumOf = (rawBody: Uint8Array) => signedMessage({ id: 'a', time: 'b' }, 'c', rawBody).split('|')[3];

interface Published {
  readonly key: { readonly kty: string; readonly e: string; readonly n: string };
  readonly webhooks: readonly {
    readonly transmissionId: string;
    readonly transmissionTime: string;
    readonly webhookId: string;
    readonly signature: string;
    readonly body: string;
  }[];
}
const published = JSON.parse(readFileSync(new URL('published-webhooks.json', import.meta.url), 'utf8')) as Published;
const key = createPublicKey({ key: { ...published.key }, format: 'jwk' });

describe('the checksum of the body', () => {
  // “123456789” is the check value of CRC-32/ISO-HDLC (https://reveng.sourceforge.io/crc-catalogue/17plus.htm); the others are Python’s zlib.crc32.
  it.each([
    ['', '0'],
    ['123456789', '3421780262'],
    ['The quick brown fox jumps over the lazy dog', '1095738169'],
    ['a', '3904355907'],
  ])('of %j is %s, an unsigned decimal', (text, sum) => {
    expect(checksumOf(bytes(text))).toBe(sum);
  });

  it('is computed over bytes, whatever they are', () => {
    expect(checksumOf(new Uint8Array(32))).toBe('420107693');
    expect(checksumOf(new Uint8Array(32).fill(0xff))).toBe('4285311755');
  });

  it('is never negative and never padded', () => {
    fc.assert(fc.property(fc.uint8Array(), (body) => /^(0|[1-9]\d{0,9})$/.test(checksumOf(body) ?? '')));
  });
});

describe('webhooks that PayPal published', () => {
  it('have the message that PayPal’s guide shows', () => {
    const [first] = published.webhooks;
    if (first === undefined) throw new Error('There is none.');
    const message = signedMessage(
      { id: first.transmissionId, time: first.transmissionTime },
      first.webhookId,
      bytes(first.body),
    );
    expect(message).toBe('dfb3be50-fd74-11e4-8bf3-77339302725b|2015-05-18T15:45:13Z|4JH86294D6297924G|2771810304');
  });

  const transmissionOf = (each: Published['webhooks'][number]) => ({
    id: each.transmissionId,
    time: each.transmissionTime,
    signature: each.signature,
    certificateUrl: '',
    algorithm: 'SHA256withRSA',
  });

  it.each(published.webhooks)('are genuine under PayPal’s key: $transmissionId', (each) => {
    const rawBody = bytes(each.body);
    expect(isGenuine(transmissionOf(each), { webhookId: each.webhookId, rawBody, key })).toBe(true);
  });

  it.each(published.webhooks)('are not for another webhook or another body: $transmissionId', (each) => {
    const transmission = transmissionOf(each);
    const rawBody = bytes(each.body);
    expect(isGenuine(transmission, { webhookId: '0AA00000A0000000A', rawBody, key })).toBe(false);
    expect(isGenuine(transmission, { webhookId: each.webhookId, rawBody: bytes(`${each.body} `), key })).toBe(false);
    const later = { ...transmission, time: '2030-01-01T00:00:00Z' };
    expect(isGenuine(later, { webhookId: each.webhookId, rawBody, key })).toBe(false);
  });
});

describe('the headers of a webhook', () => {
  const given = {
    'paypal-transmission-id': '103e3700-8b0c-11e6-8695-6b62a8a99ac4',
    'paypal-transmission-time': '2016-10-05T14:57:40Z',
    'paypal-transmission-sig': 't8hlRk64rpEImZMKqgtp5dlWaT1W8ed/mf8Msos341QInVn3BMQubjA=',
    'paypal-cert-url': 'https://api.sandbox.paypal.com/v1/notifications/certs/CERT-360caa42',
    'paypal-auth-algo': 'SHA256withRSA',
  };

  it('are read when each is there and of its form', () => {
    expect(readTransmission(given)).toMatchObject({ id: given['paypal-transmission-id'], algorithm: 'SHA256withRSA' });
  });

  it.each([
    ['paypal-auth-algo', 'SHA1withRSA'],
    ['paypal-auth-algo', 'none'],
    ['paypal-transmission-id', 'a|b'],
    ['paypal-transmission-time', '2016-10-05T14:57:40Z|x'],
    ['paypal-transmission-sig', 'not base64!'],
    ['paypal-cert-url', 'http://api.paypal.com/v1/notifications/certs/CERT-1'],
  ])('are refused when %s is %j', (name, text) => {
    expect(readTransmission({ ...given, [name]: text })).toMatchObject({ reason: 'malformed' });
  });

  it.each(Object.keys(given))('are refused without %s', (name) => {
    const rest = Object.fromEntries(Object.entries(given).filter(([each]) => each !== name));
    expect(readTransmission(rest)).toMatchObject({ reason: 'signature_missing' });
  });
});
