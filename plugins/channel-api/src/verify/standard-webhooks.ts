import { hmac, macEquals, type Secret, type WebhookRequest } from '@fairlead/sdk';
import { checkAge } from './age.ts';
import { invalid, type Verdict } from './verdict.ts';

/**
 * Ids of deliveries. No full stop: id, time and body are signed with full stops between them, and one within the id would
 * let others shift what belongs to which (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md).
 */
const idForm = /^[^.\s\p{Cc}]{1,256}$/u;
const timeForm = /^\d{1,11}$/;

interface Rules {
  readonly secrets: readonly Secret[];
  readonly toleranceSeconds: number;
  readonly nowMs: number;
}

/** Standard Webhooks: HMAC-SHA256 of `id.timestamp.body`, in base64 after `v1,`; any one signature of the header is enough. */
export function verifyStandardWebhooks(request: WebhookRequest, { secrets, toleranceSeconds, nowMs }: Rules): Verdict {
  const { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': signatures } = request.headers;
  if (!id || !time || !signatures) {
    return invalid('signature_missing', 'webhook-id, webhook-timestamp and webhook-signature are all needed.');
  }
  if (!idForm.test(id))
    return invalid('signature_wrong', 'webhook-id has no full stop and no space, and 256 characters at most.');
  if (!timeForm.test(time)) return invalid('signature_wrong', 'webhook-timestamp is seconds since 1970.');
  const keys = secrets.map((secret) => standardKey(secret)).filter((key) => key !== undefined);
  if (keys.length === 0) return invalid('foreign', 'No secret of the form whsec_… is set.');
  const claims = signatures.split(' ').filter((claim) => claim.startsWith('v1,'));
  const expected = keys.map((key) => hmac('sha256', key, `${id}.${time}.`, request.rawBody));
  const fits = expected.map((mac) => claims.map((claim) => macEquals(mac, claim.slice(3), 'base64')));
  if (!fits.flat().includes(true)) return invalid('signature_wrong', 'The signature does not fit.');
  return (
    checkAge(Number(time) * 1_000, nowMs, toleranceSeconds) ?? { outcome: 'genuine', deliveryId: id, signedAt: time }
  );
}

/** Undefined for a secret that is not `whsec_` and base64. */
export function standardKey(secret: Secret): Uint8Array | undefined {
  const base64 = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret.reveal())?.[1];
  const key = base64 === undefined ? undefined : Buffer.from(base64, 'base64');
  return key === undefined || key.length === 0 ? undefined : key;
}
