import type { Implementation } from '@fairlead/sdk';
import { type ChatApi, createChatApi } from './client.ts';
import { readCompletion } from './completion.ts';
import { listModels } from './list-models.ts';
import { requestWriter } from './request.ts';
import type { Context } from './settings.ts';
import { readStream } from './stream-completion.ts';
import { testKey } from './test-key.ts';

const path = '/chat/completions';

export function createAiProvider(context: Context): Implementation<'ai-provider'> {
  const write = requestWriter(context.settings);
  let made: ChatApi | undefined;
  // Not here: a key that cannot be one is an error of the calls, not of the connection's start.
  const api = () => (made ??= createChatApi(context));
  return {
    async complete(request, call) {
      return readCompletion(await api().post(path, write(request, false), call), request.model, api());
    },
    async *stream(request, call) {
      yield* readStream(await api().open(path, write(request, true), call), request.model, api());
    },
    listModels: async (_input, call) => ({ models: await listModels(api(), call) }),
    testCredentials: async (_input, call) => testKey(context, api(), call),
  };
}
