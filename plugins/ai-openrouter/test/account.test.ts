import { aiProvider } from '@fairlead/sdk';
import { describe, expect, it } from 'vitest';
import { connect } from './connection.ts';
import { keyInfo, modelList } from './openrouter-vendor.ts';

async function tested(key: object, settings: Readonly<Record<string, unknown>> = {}) {
  await using connection = await connect(settings);
  connection.vendor.on({ path: '/v1/key' }, { body: { data: { ...keyInfo.data, ...key } } });
  return await connection.plugin.invoke(aiProvider.testCredentials, {});
}

describe('the test of an OpenRouter key', () => {
  it('names the user and the key’s label; a key that goes over http is warned of', async () => {
    expect(await tested({})).toEqual({
      account: { id: 'user_2abc', label: 'sk-or-v1-012...def' },
      mode: 'live',
      warnings: [expect.stringContaining('not encrypted')],
    });
  });

  it.each([
    ['little is left', { limit_remaining: 0.42 }, 'may spend 0.42 US dollars more'],
    ['next to nothing is left', { limit_remaining: 1e-7 }, 'may spend'],
    ['more than all is spent', { limit_remaining: -3 }, 'may spend -3'],
    ['no credit was ever bought', { is_free_tier: true }, 'only free models'],
    ['the key ends soon', { expires_at: '2026-01-20T00:00:00Z' }, 'expires on 2026-01-20T00:00:00.000Z'],
  ])('warns when %s', async (_title, key, words) => {
    expect((await tested(key)).warnings?.[0]).toContain(words);
  });

  it.each([
    { limit_remaining: null },
    { limit_remaining: 1 },
    { limit_remaining: 12.5 },
    { expires_at: '2026-06-01T00:00:00Z' },
    { expires_at: null },
  ])('does not warn of %j', async (key) => {
    expect((await tested(key)).warnings).toHaveLength(1);
  });
});

describe('the test of anything else', () => {
  it('lists its models, and says of the account what it knows: nothing', async () => {
    await using connection = await connect({ flavour: 'openai-compatible', apiKey: undefined });
    connection.vendor.on(
      { path: '/v1/models' },
      { body: { object: 'list', data: [{ id: 'llama', max_model_len: 8_192 }] } },
    );
    const { host } = new URL(connection.vendor.url);
    expect(await connection.plugin.invoke(aiProvider.testCredentials, {})).toEqual({
      account: { id: host, label: '1 model' },
      mode: 'unknown',
    });
  });

  it('warns of a server without a model', async () => {
    await using connection = await connect({ flavour: 'openai-compatible', apiKey: undefined });
    connection.vendor.on({ path: '/v1/models' }, { body: { data: [] } });
    expect(await connection.plugin.invoke(aiProvider.testCredentials, {})).toMatchObject({
      warnings: ['The server offers no model.'],
    });
  });
});

describe('the models', () => {
  it('come with their prices for a million tokens, to the digit', async () => {
    await using connection = await connect();
    connection.vendor.on({ path: '/v1/models' }, { body: modelList });
    expect(await connection.plugin.invoke(aiProvider.listModels, {})).toEqual({
      models: [
        {
          id: 'acme/large',
          name: 'Acme: Large',
          contextTokens: 131_072,
          promptUsdPerMillion: '1.25',
          completionUsdPerMillion: '10',
        },
        // Its price depends on where it leads.
        { id: 'openrouter/auto', name: 'Auto', contextTokens: 2_000_000 },
      ],
    });
  });

  it('that have no name of their own are left out', async () => {
    await using connection = await connect();
    const data = [null, 7, {}, { id: '' }, { id: 'x'.repeat(256) }, { id: 'ok', context_length: 1.5 }];
    connection.vendor.on({ path: '/v1/models' }, { body: { data } });
    expect(await connection.plugin.invoke(aiProvider.listModels, {})).toEqual({ models: [{ id: 'ok' }] });
  });
});
