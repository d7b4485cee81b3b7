import { aiProvider, type CompletionPart, type CompletionRequest } from '@fairlead/sdk';
import {
  type Counterparty,
  FakeClock,
  readManifest,
  type Reply,
  startCounterparty,
  type StartedPlugin,
  startPlugin,
} from '@fairlead/sdk/testing';
import plugin from '../src/index.ts';
import { apiKey } from './openrouter-vendor.ts';

export const manifest = readManifest(new URL('../package.json', import.meta.url));

export const question: CompletionRequest = { model: 'acme/large', turns: [{ role: 'user', content: 'Hello?' }] };

/** A connection of the plugin with a server of its own. */
export interface Connection extends AsyncDisposable {
  readonly vendor: Counterparty;
  readonly clock: FakeClock;
  readonly plugin: StartedPlugin;
  /** The server answers every question with this. */
  answers(reply: Reply): void;
  complete(input?: Partial<CompletionRequest>): ReturnType<typeof completeOnce>;
  stream(input?: Partial<CompletionRequest>): Promise<readonly CompletionPart[]>;
  /** The body of the last question. */
  asked(): Readonly<Record<string, unknown>>;
}

function completeOnce(started: StartedPlugin, input: Partial<CompletionRequest> = {}) {
  return started.invoke(aiProvider.complete, { ...question, ...input });
}

export async function connect(settings: Readonly<Record<string, unknown>> = {}): Promise<Connection> {
  const clock = new FakeClock();
  const vendor = await startCounterparty();
  const given = { apiBase: `${vendor.url}/v1`, flavour: 'openrouter', apiKey, ...settings };
  const started = await startPlugin({ plugin, manifest, clock, settings: given });
  return {
    vendor,
    clock,
    plugin: started,
    answers: (reply) => vendor.on({ method: 'POST', path: '/v1/chat/completions' }, reply),
    complete: (input) => completeOnce(started, input),
    async stream(input = {}) {
      const parts: CompletionPart[] = [];
      for await (const part of started.open(aiProvider.stream, { ...question, ...input })) parts.push(part);
      return parts;
    },
    asked: () => vendor.requests.at(-1)?.json() as Readonly<Record<string, unknown>>,
    async [Symbol.asyncDispose]() {
      await started.dispose();
      await vendor.dispose();
    },
  };
}
