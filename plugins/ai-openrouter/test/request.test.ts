import { aiProvider } from '@fairlead/sdk';
import { describe, expect, it } from 'vitest';
import { streamedReply, wholeReply } from './chat-api.ts';
import { type Connection, connect } from './connection.ts';
import { apiKey } from './openrouter-vendor.ts';

const answer = { pieces: ['{"ok":true}'], finish: 'stop', model: 'acme/large' } as const;
const answerSchema = { name: 'verdict', schema: { type: 'object', properties: { ok: { type: 'boolean' } } } };

async function connected(settings: Readonly<Record<string, unknown>> = {}): Promise<Connection> {
  const connection = await connect(settings);
  connection.answers(wholeReply(answer));
  return connection;
}

describe('a question to OpenRouter', () => {
  it('goes with the key, and with the names of the product where they are given', async () => {
    await using connection = await connected({ referer: 'https://product.example/', title: 'The Product' });
    await connection.complete();
    expect(connection.vendor.requests[0]?.headers).toMatchObject({
      authorization: `Bearer ${apiKey}`,
      'content-type': 'application/json',
      'http-referer': 'https://product.example/',
      'x-openrouter-title': 'The Product',
    });
  });

  it('names neither referer nor title unless they are given', async () => {
    await using connection = await connected();
    await connection.complete();
    const names = Object.keys(connection.vendor.requests[0]?.headers ?? {});
    expect(names.filter((name) => /referer|title/.test(name))).toEqual([]);
  });

  it('holds nothing that nobody asked for', async () => {
    await using connection = await connected();
    await connection.complete();
    expect(connection.asked()).toEqual({ model: 'acme/large', messages: [{ role: 'user', content: 'Hello?' }] });
  });

  it('has a schema enforced, by providers that can', async () => {
    await using connection = await connected();
    await connection.complete({ answerSchema, fallbackModels: ['acme/small'] });
    expect(connection.asked()).toMatchObject({
      models: ['acme/small'],
      provider: { require_parameters: true },
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'verdict', strict: true, schema: answerSchema.schema },
      },
    });
  });

  it('is streamed without the option that OpenRouter calls deprecated', async () => {
    await using connection = await connected();
    connection.answers(streamedReply(answer));
    await connection.stream();
    expect(connection.asked()).toMatchObject({ stream: true });
    expect(connection.asked()).not.toHaveProperty('stream_options');
  });
});

describe('a question to something compatible', () => {
  const flavour = 'openai-compatible';

  it('knows nothing of routing, and asks a stream to count', async () => {
    await using connection = await connected({ flavour, referer: 'https://product.example/', title: 'The Product' });
    connection.answers(streamedReply(answer));
    await connection.stream({ answerSchema, fallbackModels: ['acme/small'] });
    expect(Object.keys(connection.asked()).toSorted()).toEqual([
      'messages',
      'model',
      'response_format',
      'stream',
      'stream_options',
    ]);
    expect(connection.asked()['stream_options']).toEqual({ include_usage: true });
    expect(connection.vendor.requests[0]?.headers).not.toHaveProperty('x-openrouter-title');
    expect(connection.vendor.requests[0]?.headers).not.toHaveProperty('http-referer');
  });

  it('needs no key', async () => {
    await using connection = await connected({ flavour, apiKey: undefined });
    expect(await connection.complete()).toMatchObject({ text: '{"ok":true}' });
    expect(connection.vendor.requests[0]?.headers).not.toHaveProperty('authorization');
  });

  it('calls the limit as the setting says', async () => {
    await using connection = await connected({ flavour, maxTokensField: 'max_completion_tokens' });
    await connection.complete({ maxTokens: 7 });
    expect(connection.asked()).toMatchObject({ max_completion_tokens: 7 });
    expect(connection.asked()).not.toHaveProperty('max_tokens');
  });

  it.each([
    ['json_object', { type: 'json_object' }],
    ['none', undefined],
  ])(
    'tells the model the schema, before everything else, where the vendor is asked for %s',
    async (structured, format) => {
      await using connection = await connected({ flavour, structured });
      await connection.complete({ answerSchema });
      const { messages, response_format: asked } = connection.asked() as {
        messages: { role: string; content: string }[];
        response_format?: unknown;
      };
      expect(asked).toEqual(format);
      expect(messages[0]?.role).toBe('system');
      expect(messages[0]?.content).toContain(JSON.stringify(answerSchema.schema));
      expect(messages[1]).toEqual({ role: 'user', content: 'Hello?' });
    },
  );
});

describe('the key', () => {
  it('is needed by OpenRouter, and its lack is told before anything is sent', async () => {
    await using connection = await connected({ apiKey: undefined });
    await expect(connection.complete()).rejects.toMatchObject({ code: 'credentials_invalid' });
    await expect(connection.stream()).rejects.toMatchObject({ code: 'credentials_invalid' });
    await expect(connection.plugin.invoke(aiProvider.testCredentials, {})).rejects.toMatchObject({
      code: 'credentials_invalid',
    });
    expect(connection.vendor.requests).toHaveLength(0);
  });

  it.each(['sk-or with a space', 'sk-or\nline', 'sk-ör'])(
    'that cannot be one is refused without being shown',
    async (key) => {
      await using connection = await connected({ apiKey: key });
      const failed: unknown = await connection.complete().catch((error: unknown) => error);
      expect(failed).toMatchObject({ code: 'credentials_invalid' });
      expect(JSON.stringify(failed)).not.toContain(key.slice(2));
    },
  );

  it('that the vendor repeats in an error is taken out', async () => {
    await using connection = await connected();
    const message = `Incorrect API key provided: ${apiKey}.`;
    connection.answers({ status: 401, body: { error: { message, code: apiKey } } });
    const failed: unknown = await connection.complete().catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 'credentials_invalid', details: { vendorCode: '[key]' } });
    expect(JSON.stringify(failed)).not.toContain(apiKey);
  });
});
