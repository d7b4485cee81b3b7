import type { ChannelVendor, VendorMessage } from '@fairlead/sdk/testing';
import { hmacSigned, signed, standardSecrets, textSecrets, withKey } from './connection.ts';

const bodyOf = ({ key, text, atMs }: VendorMessage) => ({ id: key, text, sentAt: new Date(atMs).toISOString() });
const open = () => ({ publish: () => undefined });

/** Nobody is asked for anything: what the conformance suite plays is the sender. */
export const standardSender: ChannelVendor = {
  settings: () => ({ webhookSecrets: [...standardSecrets] }),
  requests: {},
  open,
  webhooks: {
    signatureHeaders: ['webhook-id', 'webhook-timestamp', 'webhook-signature'],
    toleranceMs: 300_000,
    rotates: true,
    request(message, { signer, atMs, rawBody }) {
      const secrets = { first: standardSecrets[0], second: standardSecrets[1], stranger: 'whsec_c29tZWJvZHkgZWxzZQ==' };
      return signed(rawBody ?? bodyOf(message), { id: `msg_${message.key}`, atMs, secret: secrets[signer] });
    },
  },
};

const signers = { first: textSecrets[0], second: textSecrets[1], stranger: 'the-secret-of-somebody-else' } as const;

export const hmacSender: ChannelVendor = {
  settings: () => ({
    scheme: 'hmac',
    webhookSecrets: [...textSecrets],
    hmac: { prefix: 'sha256=', timestampHeader: 'X-Time' },
  }),
  requests: {},
  open,
  webhooks: {
    signatureHeaders: ['x-signature', 'x-time'],
    toleranceMs: 300_000,
    rotates: true,
    request(message, { signer, atMs, rawBody }) {
      const time = String(Math.floor(atMs / 1_000));
      return hmacSigned(rawBody ?? bodyOf(message), { prefix: 'sha256=', time, secret: signers[signer] });
    },
  },
};

export const keySender: ChannelVendor = {
  settings: () => ({ scheme: 'api-key', webhookSecrets: [...textSecrets] }),
  requests: {},
  open,
  webhooks: {
    signatureHeaders: ['authorization'],
    signsBody: false,
    rotates: true,
    request: (message, { signer, rawBody }) => withKey(rawBody ?? bodyOf(message), signers[signer]),
  },
};
