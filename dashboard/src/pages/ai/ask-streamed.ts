import { type Answer, ok } from '@fairlead/client';
import { hub } from '../../hub.ts';
import { serverEvents } from './server-events.ts';

export type Done = Pick<Answer<'/api/ai/complete', 'post'>, 'configuration' | 'model' | 'usage'>;

/** Asks, and passes the answer on piece by piece. @throws HubProblem; Error when the stream ends with one, or is cut */
export async function askStreamed(
  question: string,
  signal: AbortSignal,
  onText: (text: string) => void,
): Promise<Done> {
  const body: unknown = await ok(
    hub.POST('/api/ai/complete', {
      body: { turns: [{ role: 'user', content: question }], stream: true },
      parseAs: 'stream',
      signal,
    }),
  );
  for await (const { type, data } of serverEvents(body as ReadableStream<Uint8Array>)) {
    const said = JSON.parse(data) as { readonly text: string; readonly detail: string } & Done;
    if (type === 'text') onText(said.text);
    else if (type === 'done') return said;
    else if (type === 'error') throw new Error(said.detail);
  }
  throw new Error('The answer was cut off on its way.');
}
