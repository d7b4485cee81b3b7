import type { Call, FetchAnswer, StreamAnswer } from '@fairlead/sdk';
import { failureError, keyFormError, keyMissing, readFailure } from './map-errors.ts';
import { readJson } from './reading.ts';
import { type Context, flavourOf, type Settings } from './settings.ts';

/** The chat API over the hub's HTTP client. Nothing is repeated. */
export interface ChatApi {
  /** Its host, for people. */
  readonly host: string;
  /** Answers what came back with a status of success, as text. @throws FairleadError */
  get(path: string, call: Call): Promise<string>;
  /** The same for a body of JSON. */
  post(path: string, body: string, call: Call): Promise<string>;
  /** The same with an answer that is read piece by piece. */
  open(path: string, body: string, call: Call): Promise<StreamAnswer>;
  /** What a failure inside an answer of success means. */
  failure(body: unknown): Error;
}

/** Two million characters, the longest answer, with room for escapes. */
const mostBytes = 32 * 1_048_576;
/** The same in pieces of a few characters, each with some 300 bytes around it. */
const mostStreamedBytes = 512 * 1_048_576;
const mostErrorBytes = 65_536;
const longestStreamMs = 3_600_000;

/** @throws FairleadError `credentials_invalid` when there is no key where one is needed, or it could be none */
export function createChatApi({ http, settings, clock }: Pick<Context, 'http' | 'settings' | 'clock'>): ChatApi {
  const base = settings.apiBase.replace(/\/+$/, '');
  const { host } = new URL(base);
  const { asking, posting } = headersOf(settings);
  const key = settings.apiKey;
  const clean = (text: string) => (key === undefined ? text : text.replaceAll(key.reveal(), '[key]'));
  const failureOf = (status: number, text: string, headers: Readonly<Record<string, string>> = {}) =>
    failureError(readFailure(status, readJson(text)), { headers, clock, clean });
  const read = (answer: FetchAnswer): string => {
    const text = answer.text();
    if (answer.status >= 200 && answer.status < 300) return text;
    throw failureOf(answer.status, text, answer.headers);
  };
  return {
    host,
    async get(path, { signal, timeoutMs }) {
      return read(await http.fetch(base + path, { headers: asking, signal, timeoutMs, maxBytes: mostBytes }));
    },
    async post(path, body, { signal, timeoutMs }) {
      const options = { method: 'POST', headers: posting, body, signal, timeoutMs, maxBytes: mostBytes };
      return read(await http.fetch(base + path, options));
    },
    async open(path, body, { signal, timeoutMs }) {
      const answer = await http.stream(base + path, {
        method: 'POST',
        headers: posting,
        body,
        signal,
        silenceMs: timeoutMs,
        timeoutMs: longestStreamMs,
        maxBytes: mostStreamedBytes,
      });
      if (answer.status >= 200 && answer.status < 300) return answer;
      throw failureOf(answer.status, await beginningOf(answer), answer.headers);
    },
    failure: (body) => failureError(readFailure(200, body), { clock, clean }),
  };
}

/** Made once for a connection; they are the same for every request. */
function headersOf(settings: Settings) {
  const { apiKey, referer, title } = settings;
  const routed = flavourOf(settings) === 'openrouter';
  if (apiKey === undefined && routed) throw keyMissing();
  if (apiKey !== undefined && !/^[\x21-\x7e]+$/.test(apiKey.reveal())) throw keyFormError();
  const asking: Readonly<Record<string, string>> = {
    ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey.reveal()}` }),
    // https://openrouter.ai/docs/app-attribution
    ...(routed && referer !== undefined ? { 'http-referer': referer } : {}),
    ...(routed && title !== undefined ? { 'x-openrouter-title': title } : {}),
  };
  return { asking, posting: { ...asking, 'content-type': 'application/json' } };
}

/** Of a failure that arrives in pieces no more than an error has. */
async function beginningOf({ body }: StreamAnswer): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of body) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > mostErrorBytes) break;
  }
  return text;
}
