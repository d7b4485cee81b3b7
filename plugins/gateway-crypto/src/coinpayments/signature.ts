import { hmac, macEquals } from '@fairlead/sdk';

/** The parts of a request that are signed. */
export interface Signed {
  /** In capitals. */
  readonly method: string;
  /** The whole address, query included, as it is called. */
  readonly url: string;
  readonly clientId: string;
  /** UTC without milliseconds and zone: `2024-07-01T11:04:10`. */
  readonly timestamp: string;
  readonly body: string | Uint8Array;
}

/**
 * HMAC-SHA256 with the client secret as it is written (it looks like base64 and is not decoded) over a byte order mark,
 * method, address, client id, timestamp and body, with nothing in between. Requests and webhooks are signed alike.
 * Source: https://docs.coinpayments.net/#section/Generate-API-Signature
 */
function mac(secret: string, { method, url, clientId, timestamp, body }: Signed): Buffer {
  return hmac('sha256', secret, `\ufeff${method}${url}${clientId}${timestamp}`, body);
}

/** The value of `X-CoinPayments-Signature`: base64. */
export function signatureOf(secret: string, signed: Signed): string {
  return mac(secret, signed).toString('base64');
}

export function isSignedBy(secret: string, signed: Signed, claimed: string): boolean {
  return macEquals(mac(secret, signed), claimed, 'base64');
}
