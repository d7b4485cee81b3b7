import { type JsonServer, startJsonServer } from './json-server.ts';

export interface ModelServer extends JsonServer {
  /** What has been asked so far: the last turn of each question. */
  readonly asked: readonly string[];
}

export const demoModel = 'demo/reader';

interface Question {
  readonly messages: readonly { readonly content: string }[];
}

/** Speaks OpenAI's chat API and answers whatever it is asked with one claim, as a model would that has understood. */
export function startModelServer(claim: object): Promise<ModelServer> {
  const asked: string[] = [];
  return startJsonServer((path, body) => {
    if (path.endsWith('/models')) return { object: 'list', data: [{ id: demoModel, object: 'model' }] };
    if (!path.endsWith('/chat/completions')) return undefined;
    asked.push((body as Question).messages.at(-1)?.content ?? '');
    const message = { role: 'assistant', content: JSON.stringify(claim) };
    return {
      id: `demo-${asked.length}`,
      object: 'chat.completion',
      model: demoModel,
      choices: [{ index: 0, finish_reason: 'stop', message }],
      usage: { prompt_tokens: 420, completion_tokens: 60, total_tokens: 480, cost: 0.00031 },
    };
  }).then((server) => ({ ...server, asked }));
}
