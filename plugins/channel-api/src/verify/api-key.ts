import { hash, timingSafeEqual } from 'node:crypto';
import type { Secret, WebhookRequest } from '@fairlead/sdk';
import type { Settings } from '../settings.ts';
import { headerOf } from './header-of.ts';
import { invalid, type Verdict } from './verdict.ts';

interface Rules {
  readonly secrets: readonly Secret[];
  readonly apiKey: Settings['apiKey'];
}

/** A key that comes with each request. It vouches for the sender as long as nobody else has read a request. */
export function verifyApiKey(request: WebhookRequest, { secrets, apiKey }: Rules): Verdict {
  const claimed = keyInHeader(request, apiKey.header);
  if (!claimed) return invalid('signature_missing', `The key is missing: it belongs in the header ${apiKey.header}.`);
  if (!isKey(claimed, secrets)) return invalid('signature_wrong', 'The key is not one of the connection’s.');
  return { outcome: 'genuine', deliveryId: deliveryId(request), signedAt: undefined };
}

/** Whoever has the key could write any id into the body as well. */
function deliveryId({ headers }: WebhookRequest): string | undefined {
  const id = headers['webhook-id'];
  return id !== undefined && /^[^\s\p{Cc}]{1,256}$/u.test(id) ? id : undefined;
}

function keyInHeader(request: WebhookRequest, header: string): string | undefined {
  const value = headerOf(request, header);
  return header.toLowerCase() === 'authorization' ? value?.replace(/^Bearer +/i, '') : value;
}

/** Hashes have one length, so that comparing tells nothing of the key’s; every key is compared, whatever came out. */
function isKey(claimed: string, secrets: readonly Secret[]): boolean {
  const actual = hash('sha256', claimed, 'buffer');
  return secrets.map((secret) => timingSafeEqual(actual, hash('sha256', secret.reveal(), 'buffer'))).includes(true);
}
