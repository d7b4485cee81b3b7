import type { AiProviderVendor, Reply, VendorAsked, VendorCompletion } from '@fairlead/sdk/testing';

// The vendor, for the conformance suite to play over real HTTP. Write it from the vendor's documentation and not from the
// plugin's code, so that the two can disagree.

const question = { method: 'POST', path: '/v1/answers' };
const ends = { stop: 'finished', length: 'limit', filtered: 'rules' } as const;

const endOf = ({ finish, model, usage }: VendorCompletion) => ({
  id: 'ans_0001',
  model,
  ended: ends[finish],
  ...(usage === undefined ? {} : { tokens: { read: usage.promptTokens, written: usage.completionTokens } }),
  ...(usage?.costUsd === undefined ? {} : { cost_usd: usage.costUsd }),
});

const failure = (status: number) => ({ error: { status, code: `problem_${status}` } });

const lines = (...all: readonly object[]): Reply => ({
  headers: { 'content-type': 'application/x-ndjson' },
  body: all.map((one) => `${JSON.stringify(one)}\n`).join(''),
});
const texts = ({ pieces }: VendorCompletion) => pieces.map((text) => ({ text }));

interface Question {
  readonly model: unknown;
  readonly messages: VendorAsked['turns'];
  readonly temperature?: unknown;
  readonly max_tokens?: unknown;
  readonly json_schema?: unknown;
}

export const vendor: AiProviderVendor = {
  settings: ({ url }) => ({ apiBase: url, apiKey: 'sk_test_0123456789abcdef' }),
  requests: {
    complete: question,
    stream: question,
    listModels: { path: '/v1/models' },
    testCredentials: { path: '/v1/account' },
  },
  open(counterparty) {
    const small = { id: 'small' };
    const large = { id: 'large', name: 'Large', context_tokens: 131_072 };
    counterparty.on({ path: '/v1/models' }, { body: { models: [small, large, small] } });
    counterparty.on({ path: '/v1/account' }, { body: { id: 'acct_0001', live: false } });
  },
  whole: (completion) => ({ body: { text: completion.pieces.join(''), ...endOf(completion) } }),
  streaming: {
    reply: (completion) => lines(...texts(completion), { end: endOf(completion) }),
    unended: (completion) => lines(...texts(completion)),
    failing: (completion, status) => lines(...texts(completion), failure(status)),
    noChoice: () => lines({ end: { id: 'ans_0001', model: 'large', ended: null } }),
  },
  asked(request) {
    const { model, messages, temperature, max_tokens: maxTokens, json_schema: schema } = request.json() as Question;
    return {
      model,
      turns: messages,
      ...(temperature === undefined ? {} : { temperature }),
      ...(maxTokens === undefined ? {} : { maxTokens }),
      ...(schema === undefined ? {} : { schema }),
    };
  },
  tellsCost: true,
  failures: {
    status: (status, seconds) => ({
      status,
      headers: seconds === undefined ? {} : { 'retry-after': String(seconds) },
      body: failure(status),
    }),
    inside: (status) => ({ body: failure(status) }),
    noChoice: () => ({ body: { id: 'ans_0001', model: 'large', text: null, ended: 'finished' } }),
  },
};
