import OpenAI from 'openai';

export interface AskedFor {
  ask(): Promise<unknown>;
  /** Calls whose usage can be read back; undefined where none is kept. */
  recorded(): Promise<number | undefined>;
  dispose(): Promise<void>;
}

/** What a product without a hub would write. */
export function bareAsker(apiBase: string): AskedFor {
  const client = new OpenAI({ apiKey: 'sk-bench', baseURL: apiBase, maxRetries: 0 });
  return {
    ask: () =>
      client.chat.completions.create({
        model: 'bench/model',
        messages: [{ role: 'user', content: 'Say something about foxes.' }],
      }),
    recorded: async () => undefined,
    dispose: async () => undefined,
  };
}
