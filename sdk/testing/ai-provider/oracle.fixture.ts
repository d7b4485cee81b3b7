import { Type } from 'typebox';
import {
  type Call,
  type Completion,
  type CompletionPart,
  type CompletionRequest,
  defineSettings,
  definePlugin,
  type ErrorCode,
  FairleadError,
  type Manifest,
  type PluginContext,
  type SettingsOf,
  secretSetting,
} from '../../src/index.ts';
import type { AiProviderVendor, VendorCompletion } from './vendor.ts';

/** Ways in which the plugin below can be wrong. */
export type Defect =
  | 'text trimmed'
  | 'asked model named'
  | 'usage made up'
  | 'cost as float'
  | 'always whole'
  | 'asks twice'
  | 'temperature of its own'
  | 'schema dropped'
  | 'one answer for all'
  | 'end told twice'
  | 'end not told'
  | 'torn characters'
  | 'read whole'
  | 'cut as end'
  | 'failure as end'
  | 'failure as text'
  | 'silence as answer'
  | 'rate limit as failure'
  | 'credit as rate limit'
  | 'wait made up'
  | 'refusal as bug'
  | 'garbage as silence'
  | 'signal ignored'
  | 'left open'
  | 'raw errors'
  | 'test that costs'
  | 'models twice'
  | 'secret in log'
  | 'secret in error';

const settings = defineSettings(
  Type.Object(
    { url: Type.String({ title: 'Address' }), key: secretSetting({ title: 'Key' }) },
    { additionalProperties: false },
  ),
);
type Context = PluginContext<SettingsOf<typeof settings>>;
type Is = (defect: Defect) => boolean;

export const oracleManifest: Manifest = {
  id: 'ai-oracle',
  displayName: 'Oracle',
  description: 'A model that streams lines.',
  sdk: '^0.1.0',
  capabilities: {
    'ai-provider': { version: 1, operations: { complete: {}, stream: {}, listModels: {}, testCredentials: {} } },
  },
  settings: './settings.schema.json',
  settingsVersion: 1,
  egress: ['{settings.url}'],
  host: { prefers: 'inline' },
};

/** A small plugin that is right, or wrong in exactly one way. */
export function oraclePlugin(defect?: Defect) {
  const is: Is = (one) => defect === one;
  return definePlugin({ id: 'ai-oracle', settings })({
    capabilities: {
      'ai-provider': (context) => {
        let remembered: Promise<unknown> | undefined;
        const ask = async (request: CompletionRequest, call: Call) => {
          const body = questionOf(request, is, false);
          if (is('one answer for all')) return (remembered ??= fetchJson(context, call, is, '/ask', body));
          if (is('asks twice')) await fetchJson(context, call, is, '/ask', body).catch(() => undefined);
          return fetchJson(context, call, is, '/ask', body);
        };
        return {
          complete: async (request, call) => toCompletion(await ask(request, call), request, is),
          stream: (request, call) => streamed(context, request, call, is),
          async listModels(_input, call) {
            const { models } = ((await fetchJson(context, call, is, '/models')) ?? {}) as { models?: unknown };
            if (!Array.isArray(models) || !models.every(isName)) throw new FairleadError('answer_unreadable');
            const named = is('models twice') ? [...models, ...models] : models;
            return { models: named.map((id) => ({ id })) };
          },
          async testCredentials(_input, call) {
            if (is('test that costs')) await ask({ model: 'm', turns: [{ role: 'user', content: 'x' }] }, call);
            const { name } = ((await fetchJson(context, call, is, '/me')) ?? {}) as { name?: unknown };
            if (!isName(name)) throw new FairleadError('answer_unreadable');
            return { account: { id: name }, mode: 'test' };
          },
        };
      },
    },
  });
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 255;
}

function questionOf(request: CompletionRequest, is: Is, streamed: boolean): string {
  const { model, turns, temperature, maxTokens, answerSchema } = request;
  const schema = is('schema dropped') ? undefined : answerSchema?.schema;
  const warmth = temperature ?? (is('temperature of its own') ? 1 : undefined);
  return JSON.stringify({ model, turns, warmth, limit: maxTokens, schema, streamed });
}

function optionsOf({ settings: { key } }: Context, call: Call, is: Is, body?: string) {
  return {
    headers: { authorization: `Bearer ${key.reveal()}` },
    ...(body === undefined ? {} : { method: 'POST', body }),
    ...(is('signal ignored') || is('left open') ? {} : { signal: call.signal }),
  };
}

async function fetchJson(context: Context, call: Call, is: Is, path: string, body?: string): Promise<unknown> {
  const {
    http,
    settings: { url, key },
    log,
  } = context;
  if (is('secret in log')) log.debug('asking', { authorization: `Bearer ${key.reveal()}` });
  const answer = await http.fetch(url + path, optionsOf(context, call, is, body));
  mustSucceed(answer.status, answer.headers, is, key.reveal());
  if (is('raw errors')) return JSON.parse(answer.text());
  try {
    return answer.json();
  } catch (error) {
    if (is('garbage as silence')) return { said: '', why: 'stop', by: 'm', models: ['m'], name: 'me' };
    throw error;
  }
}

const codes: Readonly<Record<number, ErrorCode>> = {
  400: 'settings_invalid',
  401: 'credentials_invalid',
  402: 'quota_exhausted',
  403: 'permission_missing',
  404: 'settings_invalid',
  408: 'timeout',
  413: 'vendor_rejected',
  429: 'rate_limited',
};

function mustSucceed(status: number, headers: Readonly<Record<string, string>>, is: Is, key: string): void {
  if (status === 200) return;
  const told = headers['retry-after'];
  const retryAfterMs = told === undefined ? (is('wait made up') ? 1_000 : undefined) : Number(told) * 1_000;
  const message = is('secret in error') ? `The key ${key} was refused.` : undefined;
  throw new FairleadError(codeOf(status, is), { message, ...(status === 429 ? { retryAfterMs } : {}) });
}

function codeOf(status: number, is: Is): ErrorCode {
  if (status === 429 && is('rate limit as failure')) return 'vendor_error';
  if (status === 402 && is('credit as rate limit')) return 'rate_limited';
  if (status === 400 && is('refusal as bug')) return 'output_invalid';
  return codes[status] ?? 'vendor_error';
}

function toCompletion(answer: unknown, request: CompletionRequest, is: Is): Completion {
  const { said, fault } = (answer ?? {}) as { said?: unknown; fault?: unknown };
  if (typeof fault === 'number' && !is('failure as text')) throw new FairleadError(codeOf(fault, is));
  if (is('raw errors')) return { text: said as string, ...endingOf(answer, request, is) };
  if (typeof fault === 'number') return { text: `fault ${fault}`, finish: 'stop', model: 'm' };
  if (is('silence as answer') && said === undefined) return { text: '', finish: 'stop', model: 'm' };
  if (typeof said !== 'string') throw new FairleadError('answer_unreadable');
  return { text: is('text trimmed') ? said.trim() : said, ...endingOf(answer, request, is) };
}

function endingOf(answer: unknown, { model }: CompletionRequest, is: Is): Omit<Completion, 'text'> {
  const { why, by, tokens, cost } = (answer ?? {}) as Readonly<Record<string, unknown>>;
  if (!isName(by) || (why !== 'stop' && why !== 'length' && why !== 'filtered')) {
    throw new FairleadError('answer_unreadable');
  }
  const counted = tokens ?? (is('usage made up') ? [0, 0] : undefined);
  const known = Array.isArray(counted) && counted.length === 2 && counted.every(isCount);
  const [promptTokens, completionTokens] = known ? (counted as [number, number]) : [0, 0];
  const costUsd = is('cost as float') ? String(Number(cost)) : cost;
  const costs = typeof costUsd === 'string' && /^\d{1,30}(\.\d{1,30})?$/.test(costUsd) ? { costUsd } : {};
  return {
    finish: is('always whole') ? 'stop' : why,
    model: is('asked model named') ? model : by,
    ...(known ? { usage: { promptTokens, completionTokens, ...costs } } : {}),
  };
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

async function* streamed(context: Context, request: CompletionRequest, call: Call, is: Is) {
  const {
    http,
    settings: { url, key },
  } = context;
  const body = questionOf(request, is, true);
  const { status, headers, body: pieces, text } = await http.stream(`${url}/ask`, optionsOf(context, call, is, body));
  if (status !== 200) await text();
  mustSucceed(status, headers, is, key.reveal());
  const bytes = is('read whole') ? [new TextEncoder().encode(await text())] : pieces;
  const reader = bytes as AsyncIterableIterator<Uint8Array>;
  // Reading by hand leaves the connection open where a loop would close it; so does a signal that is not passed on.
  const kept = is('left open') ? { [Symbol.asyncIterator]: () => ({ next: () => reader.next() }) } : bytes;
  const decoder = new TextDecoder();
  let rest = '';
  let ended = false;
  for await (const piece of kept) {
    rest += is('torn characters') ? new TextDecoder().decode(piece) : decoder.decode(piece, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      for (const part of partsOf(line, request, is)) {
        ended ||= part.type === 'done';
        if (part.type !== 'done' || !is('end not told')) yield part;
        if (part.type === 'done' && is('end told twice')) yield part;
      }
    }
  }
  if (ended) return;
  if (!is('cut as end')) throw new FairleadError('answer_unreadable');
  yield { type: 'done', finish: 'stop', model: 'm' } as const;
}

function partsOf(line: string, request: CompletionRequest, is: Is): readonly CompletionPart[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch (error) {
    if (is('raw errors')) throw error;
    throw new FairleadError('answer_unreadable', { cause: error });
  }
  const { say, end, fault } = (parsed ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof fault === 'number' && is('failure as end')) return [{ type: 'done', finish: 'stop', model: 'm' }];
  if (typeof fault === 'number') throw new FairleadError(codeOf(fault, is));
  if (end !== undefined) return [{ type: 'done', ...endingOf(end, request, is) }];
  if (typeof say !== 'string') throw new FairleadError('answer_unreadable');
  return [{ type: 'text', text: say }];
}

interface Question {
  readonly model: unknown;
  readonly turns: readonly { readonly role: unknown; readonly content: unknown }[];
  readonly warmth?: unknown;
  readonly limit?: unknown;
  readonly schema?: unknown;
}

function ending({ finish, model, usage }: VendorCompletion) {
  const tokens = usage === undefined ? undefined : [usage.promptTokens, usage.completionTokens];
  return { why: finish, by: model, tokens, cost: usage?.costUsd };
}

const lines = (...all: readonly object[]) => ({ body: all.map((one) => `${JSON.stringify(one)}\n`).join('') });
const texts = ({ pieces }: VendorCompletion) => pieces.map((say) => ({ say }));
const question = { path: '/ask' };

/** The vendor of these answers. */
export const oracleVendor: AiProviderVendor = {
  settings: ({ url }) => ({ url, key: 'a-long-key-of-the-oracle-of-the-suite' }),
  requests: {
    complete: question,
    stream: question,
    listModels: { path: '/models' },
    testCredentials: { path: '/me' },
  },
  open(counterparty) {
    counterparty.on({ path: '/models' }, { body: { models: ['small', 'large'] } });
    counterparty.on({ path: '/me' }, { body: { name: 'me' } });
  },
  whole: (completion) => ({ body: { said: completion.pieces.join(''), ...ending(completion) } }),
  streaming: {
    reply: (completion) => lines(...texts(completion), { end: ending(completion) }),
    unended: (completion) => lines(...texts(completion)),
    failing: (completion, status) => lines(...texts(completion), { fault: status }),
    noChoice: () => lines({ end: {} }),
  },
  asked(request) {
    const { model, turns, warmth, limit, schema } = request.json() as Question;
    return {
      model,
      turns,
      ...(warmth === undefined ? {} : { temperature: warmth }),
      ...(limit === undefined ? {} : { maxTokens: limit }),
      ...(schema === undefined ? {} : { schema }),
    };
  },
  tellsCost: true,
  failures: { inside: (status) => lines({ fault: status }), noChoice: () => lines({ why: 'stop', by: 'm' }) },
};
