import { createHmac } from 'node:crypto';
import type { ChannelVendor, Reply, VendorMessage } from '@fairlead/sdk/testing';

// The vendor, for the conformance suite to play over real HTTP. Write it from the vendor's documentation and not from the
// plugin's code, so that the two can disagree.

const secrets = { first: 'whsec_first_0123456789abcdef', second: 'whsec_second_0123456789abcdef' };

interface Change {
  readonly sequence: number;
  readonly kind: 'created' | 'edited' | 'deleted';
  readonly at: string;
  readonly message: { readonly id: string; readonly version: number; readonly room: string; readonly text: string };
}

const changeOf = (
  { key, text, atMs }: VendorMessage,
  { sequence, kind, version }: Pick<Change, 'sequence' | 'kind'> & { readonly version: number },
): Change => ({
  sequence,
  kind,
  at: new Date(atMs).toISOString(),
  message: { id: key, version, room: 'lobby', text: kind === 'deleted' ? '' : text },
});

const refusal: Reply = { status: 422, body: { error: { code: 'room_closed' } } };

export const vendor: ChannelVendor = {
  settings: ({ url }) => ({
    apiBase: url,
    apiKey: 'sk_test_0123456789abcdef',
    webhookSecrets: [secrets.first, secrets.second],
  }),
  requests: {
    fetch: { path: '/v1/changes' },
    send: { method: 'POST', path: '/v1/messages' },
    testCredentials: { path: '/v1/account' },
  },
  open(counterparty) {
    const log: Change[] = [];
    const append = (kind: Change['kind']) => (message: VendorMessage) => {
      const version = log.filter(({ message: { id } }) => id === message.key).length;
      log.push(changeOf(message, { sequence: log.length + 1, kind, version }));
    };
    counterparty.on({ path: '/v1/changes' }, ({ query }) => {
      const later = log.filter(({ sequence }) => sequence > Number(query['after']));
      return { body: { changes: later.slice(0, Number(query['limit'])) } };
    });
    counterparty.on({ path: '/v1/account' }, { body: { id: 'acct_0001', live: false } });
    return { publish: append('created'), edit: append('edited'), delete: append('deleted') };
  },
  sending: {
    chatId: 'lobby',
    accepts: (counterparty, id) => counterparty.on({ path: '/v1/messages' }, { status: 201, body: { id } }),
    refuses: (counterparty) => counterparty.on({ path: '/v1/messages' }, refusal),
    textOf: (request) => (request.json() as { text: string }).text,
  },
  webhooks: {
    signatureHeaders: ['x-signature'],
    toleranceMs: 300_000,
    rotates: true,
    request(message, { signer, atMs, rawBody }) {
      const told = changeOf(message, { sequence: 1, kind: 'created', version: 0 });
      const body = rawBody ?? new TextEncoder().encode(JSON.stringify(told));
      const secret = signer === 'stranger' ? 'whsec_of_somebody_else' : secrets[signer];
      const seconds = Math.floor(atMs / 1_000);
      const v1 = createHmac('sha256', secret).update(`${seconds}.`).update(body).digest('hex');
      return {
        method: 'POST',
        rawBody: body,
        headers: { 'content-type': 'application/json', 'x-signature': `t=${seconds},v1=${v1}` },
        query: {},
        publicUrl: 'https://hub.example/hooks/test',
      };
    },
  },
};
