import { type KeyObject, verify } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** The headers of a webhook that its signature consists of. */
export interface Transmission {
  readonly id: string;
  readonly time: string;
  /** Base64. */
  readonly signature: string;
  readonly certificateUrl: string;
  readonly algorithm: string;
}

/** The names and the longest texts that PayPal documents (`verify_webhook_signature` of Webhooks v1). */
const headers = {
  id: { name: 'paypal-transmission-id', form: /^[\x21-\x7b\x7d\x7e]{1,50}$/ },
  time: { name: 'paypal-transmission-time', form: /^\d{4}-\d\d-\d\dT[0-9:.+Z-]{5,80}$/ },
  signature: { name: 'paypal-transmission-sig', form: /^[A-Za-z0-9+/]{16,1000}={0,2}$/ },
  certificateUrl: { name: 'paypal-cert-url', form: /^https:\/\/[\x21-\x7e]{1,480}$/ },
  algorithm: { name: 'paypal-auth-algo', form: /^SHA256withRSA$/i },
} as const;

export type TransmissionFault = { readonly reason: 'signature_missing' | 'malformed'; readonly detail: string };

/** The parts of the signature, each of the form that PayPal documents. No text of theirs can hold a `|`. */
export function readTransmission(given: Readonly<Record<string, string>>): Transmission | TransmissionFault {
  const found: Record<string, string> = {};
  for (const [part, { name, form }] of Object.entries(headers)) {
    const text = given[name];
    if (text === undefined || text === '') return { reason: 'signature_missing', detail: `There is no ${name}.` };
    if (!form.test(text)) return { reason: 'malformed', detail: `The header ${name} is not of the documented form.` };
    found[part] = text;
  }
  return found as unknown as Transmission;
}

/**
 * What PayPal signs: transmission id, time, webhook id, and the CRC-32 of the body as an unsigned decimal, with bars
 * between. Source: https://developer.paypal.com/api/rest/webhooks/rest/#self-verification-method
 */
export function signedMessage(
  { id, time }: Pick<Transmission, 'id' | 'time'>,
  webhookId: string,
  rawBody: Uint8Array,
): string {
  return `${id}|${time}|${webhookId}|${crc32(rawBody)}`;
}

/** RSA with SHA-256 (PKCS #1 v1.5) over {@link signedMessage}. */
export function isGenuine(
  transmission: Transmission,
  { webhookId, rawBody, key }: { readonly webhookId: string; readonly rawBody: Uint8Array; readonly key: KeyObject },
): boolean {
  const message = Buffer.from(signedMessage(transmission, webhookId, rawBody));
  return (
    key.asymmetricKeyType === 'rsa' && verify('sha256', message, key, Buffer.from(transmission.signature, 'base64'))
  );
}
