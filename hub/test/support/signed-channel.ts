import { createHmac, randomBytes } from 'node:crypto';
import type { Api } from './api.ts';

/** A connection of `channel-api`, and whoever sends to it. */
export interface SignedChannel {
  readonly id: string;
  /** Sends a message, signed as Standard Webhooks says. @throws Error when the hub does not take it */
  say(message: { readonly id: string; readonly [member: string]: unknown }): Promise<void>;
}

export async function signedChannel(api: Api, name: string): Promise<SignedChannel> {
  const key = randomBytes(32);
  const body = {
    plugin: 'channel-api',
    name,
    settings: {},
    secrets: { webhookSecrets: [`whsec_${key.toString('base64')}`] },
  };
  const { id } = await api.ok<{ id: string }>('POST', '/api/connections', { body });
  return {
    id,
    async say(message) {
      const delivery = `msg-${randomBytes(8).toString('hex')}`;
      const timestamp = String(Math.floor(Date.now() / 1_000));
      const text = JSON.stringify(message);
      const mac = createHmac('sha256', key).update(`${delivery}.${timestamp}.${text}`).digest('base64');
      const headers = {
        'content-type': 'application/json',
        'webhook-id': delivery,
        'webhook-timestamp': timestamp,
        'webhook-signature': `v1,${mac}`,
      };
      const answer = await fetch(`${api.url}/hooks/${id}`, { method: 'POST', headers, body: text });
      if (!answer.ok) throw new Error(`The hub answered ${answer.status}: ${await answer.text()}`);
    },
  };
}
