import { createHmac, hash } from 'node:crypto';
import { channel, type WebhookRequest } from '@fairlead/sdk';
import type { ChannelVendor, Counterparty, StartedPlugin, VendorMessage } from '@fairlead/sdk/testing';
import { feedPath, rss } from './support.ts';

export const hubPath = '/hub';
const webhookUrl = 'https://hub.example/hooks/test';

export function feedOf(base: string, messages: readonly VendorMessage[]): string {
  const links = `<atom:link rel="hub" href="${base}${hubPath}"/><atom:link rel="self" href="${base}${feedPath}"/>`;
  const items = messages.map(({ key, text, atMs }) => ({ guid: key, text, date: new Date(atMs).toUTCString() }));
  return rss(items.toReversed(), links);
}

/** A publisher with ETags and a hub, as the conformance suite plays it. */
export const feedVendor: ChannelVendor = {
  settings: ({ url }) => ({ url: url + feedPath, webSub: true }),
  requests: { fetch: { path: feedPath }, testCredentials: { path: feedPath } },
  open(counterparty) {
    const messages: VendorMessage[] = [];
    counterparty.on({ path: feedPath }, ({ headers }) => {
      const body = feedOf(counterparty.url, messages);
      const etag = `"${hash('sha1', body)}"`;
      return headers['if-none-match'] === etag ? { status: 304 } : { body, headers: { etag } };
    });
    counterparty.on({ method: 'POST', path: hubPath }, { status: 202 });
    return {
      publish: (message) => void messages.push(message),
      edit: (message) =>
        void messages.splice(
          messages.findIndex(({ key }) => key === message.key),
          1,
          message,
        ),
    };
  },
  webhooks: {
    signatureHeaders: ['x-hub-signature'],
    prepare: subscribe,
    request: (message, { signer, rawBody }, plugin) => {
      const body = rawBody ?? new TextEncoder().encode(feedOf('https://publisher.example', [message]));
      const secret = signer === 'first' ? secretOf(plugin) : 'the secret of somebody else';
      return push(body, `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`);
    },
  },
};

export function secretOf(plugin: StartedPlugin): string {
  return plugin.storedSecrets.get('websub') ?? '';
}

export function push(rawBody: Uint8Array, signature: string): WebhookRequest {
  const headers = { 'content-type': 'application/rss+xml', 'x-hub-signature': signature };
  return { method: 'POST', rawBody, headers, query: {}, publicUrl: webhookUrl };
}

export function challenge(query: Record<string, string>): WebhookRequest {
  return { method: 'GET', rawBody: new Uint8Array(), headers: {}, query, publicUrl: webhookUrl };
}

/** Polls once, so that the plugin asks the hub, and then asks back as the hub does. */
export async function subscribe(plugin: StartedPlugin, counterparty: Counterparty): Promise<void> {
  await plugin.invoke(channel.fetch, { limit: 100 });
  const form = counterparty.requests.findLast(({ path }) => path === hubPath)?.form();
  const topic = form?.get('hub.topic') ?? '';
  const query = { 'hub.mode': 'subscribe', 'hub.topic': topic, 'hub.challenge': 'c-1', 'hub.lease_seconds': '3000' };
  const answer = await plugin.invoke(channel.receive, challenge(query));
  if (answer.outcome !== 'events' || answer.response?.body !== 'c-1')
    throw new Error('The challenge was not answered.');
}
