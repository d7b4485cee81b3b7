import { createHmac } from 'node:crypto';
import { channel, type WebhookRequest } from '@fairlead/sdk';
import { FakeClock, readManifest, startPlugin } from '@fairlead/sdk/testing';
import plugin from '../src/index.ts';

export const manifest = readManifest(new URL('../package.json', import.meta.url));
export const hookUrl = 'https://hub.example/hooks/test';

export const standardSecrets = [
  'whsec_Zmlyc3Qgc2VjcmV0IG9mIHRoZXNlIHRlc3RzLi4=',
  'whsec_c2Vjb25kIHNlY3JldCBvZiB0aGVzZSB0ZXN0cw==',
] as const;
export const textSecrets = ['first-secret-of-these-tests-0001', 'second-secret-of-these-tests-02'] as const;

/** A connection of the plugin, and what it answers. */
export async function connect(settings: Readonly<Record<string, unknown>> = {}, webhookUrl = hookUrl) {
  const clock = new FakeClock();
  const scheme = settings['scheme'] ?? 'standard-webhooks';
  const webhookSecrets = scheme === 'standard-webhooks' ? [...standardSecrets] : [...textSecrets];
  const started = await startPlugin({ plugin, manifest, clock, webhookUrl, settings: { webhookSecrets, ...settings } });
  return {
    clock,
    plugin: started,
    receive: (request: WebhookRequest) => started.invoke(channel.receive, request),
    /** The messages in a request that must be believed. */
    async messages(request: WebhookRequest) {
      const answer = await started.invoke(channel.receive, request);
      if (answer.outcome === 'invalid') throw new Error(`${answer.reason}: ${answer.detail}`);
      return answer.events.map(({ message }) => message);
    },
    /** What the sender of a genuine request is told is wrong with it. */
    async fault(request: WebhookRequest) {
      const answer = await started.invoke(channel.receive, request);
      return answer.outcome === 'invalid' ? `${answer.reason}: ${answer.detail ?? ''}` : 'taken';
    },
    [Symbol.asyncDispose]: () => started.dispose(),
  };
}

export function bytes(body: unknown): Uint8Array {
  if (body instanceof Uint8Array) return body;
  return new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));
}

export function request(
  rawBody: Uint8Array,
  headers: Record<string, string>,
  type = 'application/json',
): WebhookRequest {
  return { method: 'POST', rawBody, headers: { 'content-type': type, ...headers }, query: {}, publicUrl: hookUrl };
}

export interface Signing {
  readonly id?: string;
  readonly atMs: number;
  readonly secret?: string;
  readonly type?: string;
}

/** Signed as Standard Webhooks has it, by nothing of the plugin’s. */
export function signed(
  body: unknown,
  { id = 'msg_1', atMs, secret = standardSecrets[0], type }: Signing,
): WebhookRequest {
  const rawBody = bytes(body);
  const time = String(Math.floor(atMs / 1_000));
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const mac = createHmac('sha256', key).update(`${id}.${time}.`).update(rawBody).digest('base64');
  const headers = { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': `v1,${mac}` };
  return request(rawBody, headers, type);
}

export interface HmacSigning {
  readonly algorithm?: string;
  readonly encoding?: 'hex' | 'base64';
  readonly prefix?: string;
  /** What is signed before the body, and goes into the header of the time where there is one. */
  readonly time?: string;
  readonly before?: string;
  readonly secret?: string;
}

export function hmacSigned(body: unknown, options: HmacSigning = {}): WebhookRequest {
  const { algorithm = 'sha256', encoding = 'hex', prefix = '', time, secret = textSecrets[0] } = options;
  const before = options.before ?? (time === undefined ? '' : `${time}.`);
  const rawBody = bytes(body);
  const mac = createHmac(algorithm, secret).update(before).update(rawBody).digest(encoding);
  return request(rawBody, { 'x-signature': prefix + mac, ...(time === undefined ? {} : { 'x-time': time }) });
}

export function withKey(body: unknown, key: string = textSecrets[0]): WebhookRequest {
  return request(bytes(body), { authorization: `Bearer ${key}` });
}
