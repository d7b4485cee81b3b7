import type { AiProviderVendor } from '@fairlead/sdk/testing';
import { events, failure, failureEvent, json, streamedReply, textEvents, wholeReply } from './chat-api.ts';

export const apiKey = 'sk-or-v1-0123456789abcdef0123456789abcdef';

/** Who asks and what is left (https://openrouter.ai/docs/api/reference/limits). */
export const keyInfo = {
  data: {
    label: 'sk-or-v1-012...def',
    limit: 100,
    limit_remaining: 74.5,
    usage: 25.5,
    is_free_tier: false,
    creator_user_id: 'user_2abc',
  },
};

export const modelList = {
  data: [
    {
      id: 'acme/large',
      name: 'Acme: Large',
      context_length: 131_072,
      pricing: { prompt: '0.00000125', completion: '0.00001', request: '0' },
    },
    { id: 'openrouter/auto', name: 'Auto', context_length: 2_000_000, pricing: { prompt: '-1', completion: '-1' } },
  ],
};

interface Asked {
  readonly model: unknown;
  readonly messages: readonly { readonly role: unknown; readonly content: unknown }[];
  readonly temperature?: unknown;
  readonly max_tokens?: unknown;
  readonly response_format?: { readonly json_schema?: { readonly schema?: unknown } };
}

const question = { method: 'POST', path: '/api/v1/chat/completions' };

/** OpenRouter, at an address of the test's. */
export const openRouterVendor: AiProviderVendor = {
  settings: ({ url }) => ({ apiBase: `${url}/api/v1`, flavour: 'openrouter', apiKey }),
  requests: {
    complete: question,
    stream: question,
    listModels: { method: 'GET', path: '/api/v1/models' },
    testCredentials: { method: 'GET', path: '/api/v1/key' },
  },
  open(counterparty) {
    counterparty.on({ method: 'GET', path: '/api/v1/key' }, { body: keyInfo });
    counterparty.on({ method: 'GET', path: '/api/v1/models' }, { body: modelList });
  },
  whole: wholeReply,
  streaming: {
    reply: streamedReply,
    unended: (completion) => events(...textEvents(completion)),
    failing: (completion, status) => events(...textEvents(completion), failureEvent(status)),
    noChoice: () => events(JSON.stringify({ id: 'gen-1', model: 'acme/large', choices: [] }), '[DONE]'),
  },
  asked(request) {
    const { model, messages, temperature, max_tokens: maxTokens, response_format: format } = request.json() as Asked;
    return {
      model,
      turns: messages,
      ...(temperature === undefined ? {} : { temperature }),
      ...(maxTokens === undefined ? {} : { maxTokens }),
      ...(format === undefined ? {} : { schema: format.json_schema?.schema }),
    };
  },
  tellsCost: true,
  failures: {
    status: (status, seconds) => ({
      status,
      headers: seconds === undefined ? {} : { 'retry-after': String(seconds) },
      body: { error: failure(status) },
    }),
    inside: (status) => ({ body: { error: failure(status), user_id: 'user_2abc' } }),
    noChoice: () => json('{"id":"gen-1","model":"acme/large","choices":[]}'),
  },
};
