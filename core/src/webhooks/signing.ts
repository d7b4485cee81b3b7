import { randomBytes } from 'node:crypto';
import { hmac, Secret } from '@fairlead/sdk';

const prefix = 'whsec_';

/** A secret of 32 random bytes, as Standard Webhooks writes it. */
export const newSigningSecret = (): Secret => new Secret(`${prefix}${randomBytes(32).toString('base64')}`);

export interface SignedMessage {
  readonly id: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly body: string;
}

/** `webhook-signature` with one signature for each secret. https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
export function signatureHeader(secrets: readonly Secret[], { id, timestamp, body }: SignedMessage): string {
  return secrets
    .map((secret) => {
      const key = Buffer.from(secret.reveal().slice(prefix.length), 'base64');
      return `v1,${hmac('sha256', key, `${id}.${timestamp}.${body}`).toString('base64')}`;
    })
    .join(' ');
}
