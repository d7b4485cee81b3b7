import { createHmac, timingSafeEqual } from 'node:crypto';
import { Type } from 'typebox';
import {
  type Call,
  type ChannelMessage,
  defineSettings,
  definePlugin,
  type FetchAnswer,
  FairleadError,
  type Manifest,
  type PluginContext,
  type SettingsOf,
  secretSetting,
} from '../../src/index.ts';
import type { ChannelVendor, VendorMessage } from './vendor.ts';

/** Ways in which the plugin below can be wrong. */
export type Defect =
  | 'standing cursor'
  | 'cursor in memory'
  | 'limit ignored'
  | 'newest first'
  | 'edit as new'
  | 'revision repeated'
  | 'deletion with text'
  | 'rate limit as failure'
  | 'refusal as failure'
  | 'garbage as silence'
  | 'signal ignored'
  | 'raw errors'
  | 'sends again'
  | 'refusal thrown'
  | 'believes all'
  | 'random keys'
  | 'secret in log'
  | 'secret in error';

const settings = defineSettings(
  Type.Object(
    { url: Type.String({ title: 'Address' }), key: secretSetting({ title: 'Key' }) },
    { additionalProperties: false },
  ),
);
type Context = PluginContext<SettingsOf<typeof settings>>;

interface Letter {
  readonly seq: number;
  readonly id: string;
  readonly change: ChannelMessage['change'];
  readonly version: number;
  readonly text: string;
}

export const lettersManifest: Manifest = {
  id: 'channel-letters',
  displayName: 'Letters',
  description: 'A channel with a log of changes, as messengers have it.',
  sdk: '^0.1.0',
  capabilities: { channel: { version: 1, operations: { fetch: {}, receive: {}, send: {}, testCredentials: {} } } },
  settings: './settings.schema.json',
  settingsVersion: 1,
  egress: ['{settings.url}'],
  host: { prefers: 'inline' },
};

/** A small plugin that is right, or wrong in exactly one way. */
export function lettersPlugin(defect?: Defect) {
  const is = (one: Defect) => defect === one;
  return definePlugin({ id: 'channel-letters', settings })({
    capabilities: {
      channel: (context) => {
        let remembered = 0;
        return {
          async fetch({ cursor, limit }, call) {
            const given = cursor !== undefined && /^\d{1,9}$/.test(cursor) ? Number(cursor) : 0;
            const after = is('cursor in memory') ? remembered : given;
            const most = is('limit ignored') ? 1_000 : limit;
            const answer = await ask(context, call, is, { path: `/letters?after=${after}&limit=${most + 1}` });
            const letters = is('garbage as silence') && answer === undefined ? [] : lettersIn(answer, is);
            const taken = letters.slice(0, most);
            const last = is('standing cursor') ? given : (taken.at(-1)?.seq ?? after);
            remembered = last;
            const messages = taken.map((letter) => toMessage(letter, is));
            if (is('newest first')) messages.reverse();
            return { messages, cursor: String(last), more: letters.length > most };
          },
          receive(request) {
            const expected = createHmac('sha256', context.settings.key.reveal()).update(request.rawBody).digest();
            const claimed = Buffer.from(request.headers['x-letter-signature'] ?? '', 'hex');
            const right = claimed.length === expected.length && timingSafeEqual(claimed, expected);
            if (!right && !is('believes all')) return { outcome: 'invalid', reason: 'signature_wrong' };
            const letter = parseLetter(Buffer.from(request.rawBody).toString('utf8'));
            if (letter === undefined) return { outcome: 'invalid', reason: 'malformed' };
            const dedupeKey = is('random keys') ? crypto.randomUUID() : `${letter.id}:${letter.version}`;
            return { outcome: 'events', events: [{ dedupeKey, type: 'letter', message: toMessage(letter, is) }] };
          },
          async send({ chatId, text }, call) {
            const request = { path: '/send', body: JSON.stringify({ to: chatId, text }) };
            const answer = await ask(context, call, is, request).catch((error: unknown) => {
              if (!is('sends again') || call.signal.aborted) throw error;
              return ask(context, call, is, request);
            });
            const { id, refusal } = (answer ?? {}) as { id?: unknown; refusal?: unknown };
            if (typeof refusal === 'string' && is('refusal thrown')) throw new FairleadError('vendor_rejected');
            if (typeof refusal === 'string') return { outcome: 'refused', code: 'refused' };
            if (typeof id !== 'string' || id === '' || id.length > 512) throw new FairleadError('answer_unreadable');
            return { outcome: 'sent', id };
          },
          async testCredentials(_input, call) {
            const answer = await ask(context, call, is, { path: '/me' });
            const name = (answer as { name?: unknown } | null | undefined)?.name;
            if (typeof name !== 'string' || name === '' || name.length > 255)
              throw new FairleadError('answer_unreadable');
            return { account: { id: name }, mode: 'test' };
          },
        };
      },
    },
  });
}

async function ask(
  { http, settings: { url, key }, log }: Context,
  call: Call,
  is: (defect: Defect) => boolean,
  { path, body }: { readonly path: string; readonly body?: string },
): Promise<unknown> {
  if (is('secret in log')) log.debug('asking', { authorization: `Bearer ${key.reveal()}` });
  const answer = await http.fetch(url + path, {
    headers: { authorization: `Bearer ${key.reveal()}` },
    ...(body === undefined ? {} : { method: 'POST', body }),
    ...(is('signal ignored') ? {} : { signal: call.signal }),
  });
  return readAnswer(answer, is, key.reveal());
}

function readAnswer(answer: FetchAnswer, is: (defect: Defect) => boolean, key: string): unknown {
  const { status, headers } = answer;
  if (status === 429 && !is('rate limit as failure')) {
    throw new FairleadError('rate_limited', { retryAfterMs: Number(headers['retry-after']) * 1_000 });
  }
  if ((status === 401 || status === 403) && !is('refusal as failure')) {
    const message = is('secret in error') ? `The key ${key} was refused.` : undefined;
    throw new FairleadError('credentials_invalid', { message });
  }
  if (status !== 200) throw new FairleadError('vendor_error');
  if (is('raw errors')) return JSON.parse(answer.text());
  try {
    return answer.json();
  } catch (error) {
    if (is('garbage as silence')) return undefined;
    throw error;
  }
}

function lettersIn(answer: unknown, is: (defect: Defect) => boolean): readonly Letter[] {
  const { letters } = (answer ?? {}) as { letters?: unknown };
  if (is('raw errors')) return letters as readonly Letter[];
  if (!Array.isArray(letters) || !letters.every(isLetter)) throw new FairleadError('answer_unreadable');
  return letters;
}

function isLetter(value: unknown): value is Letter {
  const { seq, id, change, version, text } = (value ?? {}) as Partial<Record<keyof Letter, unknown>>;
  const known = change === 'created' || change === 'edited' || change === 'deleted';
  const named = typeof id === 'string' && id !== '' && id.length <= 512;
  return Number.isSafeInteger(seq) && named && known && Number.isSafeInteger(version) && typeof text === 'string';
}

function parseLetter(text: string): Letter | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isLetter(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function toMessage({ id, change, version, text, seq }: Letter, is: (defect: Defect) => boolean): ChannelMessage {
  return {
    id: is('edit as new') ? `${id}-${seq}` : id,
    change,
    revision: is('revision repeated') ? '0' : String(version),
    text: change === 'deleted' && !is('deletion with text') ? '' : text,
    attachments: [],
  };
}

const secret = 'a-long-key-of-the-letters-channel';

/** The vendor of these letters: a log of changes with increasing numbers. */
export const lettersVendor: ChannelVendor = {
  settings: ({ url }) => ({ url, key: secret }),
  requests: { fetch: { path: '/letters' }, send: { path: '/send' }, testCredentials: { path: '/me' } },
  open(counterparty) {
    const log: Letter[] = [];
    const append = (change: Letter['change']) => (message: VendorMessage) => {
      const version = log.filter(({ id }) => id === message.key).length;
      log.push({ seq: log.length + 1, id: message.key, change, version, text: message.text });
    };
    counterparty.on({ path: '/letters' }, ({ query }) => {
      const after = Number(query['after']);
      return { body: { letters: log.filter(({ seq }) => seq > after).slice(0, Number(query['limit'])) } };
    });
    counterparty.on({ path: '/me' }, { body: { name: 'me' } });
    return { publish: append('created'), edit: append('edited'), delete: append('deleted') };
  },
  sending: {
    chatId: 'friend',
    accepts: (counterparty, id) => counterparty.on({ path: '/send' }, { body: { id } }),
    refuses: (counterparty) => counterparty.on({ path: '/send' }, { body: { refusal: 'no such friend' } }),
    textOf: (request) => (request.json() as { text: string }).text,
  },
  webhooks: {
    signatureHeaders: ['x-letter-signature'],
    request({ key, text }, { signer, rawBody }) {
      const letter: Letter = { seq: 1, id: key, change: 'created', version: 0, text };
      const body = rawBody ?? new TextEncoder().encode(JSON.stringify(letter));
      const signed = createHmac('sha256', signer === 'first' ? secret : 'another key').update(body);
      const headers = { 'x-letter-signature': signed.digest('hex') };
      return { method: 'POST', rawBody: body, headers, query: {}, publicUrl: 'https://hub.example/hooks/test' };
    },
  },
};
