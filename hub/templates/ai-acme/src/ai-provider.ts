import type { Implementation } from '@fairlead/sdk';
import { createClient } from './client.ts';
import { readAnswer, toQuestion } from './completion.ts';
import type { Context } from './settings.ts';
import { readStream } from './stream.ts';
import { account, models } from './vendor-objects.ts';

/** One function for each operation that the manifest names. */
export function createAiProvider(context: Context): Implementation<'ai-provider'> {
  const client = createClient(context);
  return {
    async complete(request, call) {
      return readAnswer(await client.post('/v1/answers', toQuestion(request, false), call));
    },
    async *stream(request, call) {
      yield* readStream(await client.open('/v1/answers', toQuestion(request, true), call));
    },
    async listModels(_input, call) {
      const listed = await client.get('/v1/models', models, call);
      const named = listed.models.map(({ id, name, context_tokens: contextTokens }) => ({
        id,
        ...(name === undefined ? {} : { name }),
        ...(contextTokens === undefined ? {} : { contextTokens }),
      }));
      // The contract wants each once, whatever the vendor lists.
      return { models: [...new Map(named.map((model) => [model.id, model])).values()] };
    },
    async testCredentials(_input, call) {
      const { id, live } = await client.get('/v1/account', account, call);
      return { account: { id }, mode: live ? 'live' : 'test' };
    },
  };
}
