import {
  createContracts,
  createDeadlines,
  createGuard,
  createLines,
  createRecorder,
  createSecretHandles,
  defaultBreakerPolicy,
  defaultBulkheadPolicy,
  defaultRetryPolicy,
  type Guard,
  type Lines,
} from '@fairlead/core';
import type {
  Call,
  Clock,
  Completion,
  CompletionPart,
  CompletionRequest,
  FairleadError,
  Manifest,
} from '@fairlead/sdk';

export type Answering = (request: CompletionRequest, call: Call) => Promise<Completion> | Completion;
export type Streaming = (request: CompletionRequest, call: Call) => AsyncIterable<CompletionPart>;

/** A vendor behind one connection, as a test has it answer. */
export interface ScriptedProvider {
  answer: Answering;
  stream: Streaming;
  /** What it was asked, in order. */
  readonly asked: CompletionRequest[];
  /** Signals of calls and streams that were given up. */
  aborted: number;
}

export const whole = (text: string, part: Partial<Completion> = {}): Completion => ({
  text,
  finish: 'stop',
  model: 'scripted-1',
  usage: { promptTokens: 100, completionTokens: 10, costUsd: '0.001' },
  ...part,
});

export function scriptedProvider(answer: Answering = () => whole('hello')): ScriptedProvider {
  return {
    answer,
    async *stream(request, call) {
      const { text, ...ending } = await this.answer(request, call);
      for (const piece of text.match(/.{1,3}/gsu) ?? []) yield { type: 'text', text: piece };
      yield { type: 'done', ...ending };
    },
    asked: [],
    aborted: 0,
  };
}

/** Never answers; ends with the call. */
export function hangs(): Answering {
  return (_request, { signal }) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    });
}

export function fails(...errors: readonly (() => FairleadError)[]): Answering {
  let turn = 0;
  return () => {
    const make = errors[Math.min(turn++, errors.length - 1)];
    throw make?.() ?? new Error('no error was scripted');
  };
}

const manifest: Manifest = {
  id: 'ai-scripted',
  displayName: 'Scripted',
  description: 'An AI provider of the tests.',
  sdk: '*',
  capabilities: { 'ai-provider': { version: 1, operations: { complete: {}, stream: {}, testCredentials: {} } } },
  settings: './settings.schema.json',
  settingsVersion: 1,
  egress: [],
  host: { prefers: 'inline' },
};

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const nothing = { get: async () => undefined, put: async () => undefined, delete: async () => undefined };

/** The real guard over scripted vendors, one for each connection. */
export function guardOver(
  clock: Clock,
  providers: ReadonlyMap<string, ScriptedProvider>,
): { readonly guard: Guard; readonly lines: Lines } {
  const handles = createSecretHandles();
  const serve = (connectionId: string) => {
    const watched = (request: unknown, call: Call) => {
      const provider = providers.get(connectionId) as ScriptedProvider;
      provider.asked.push(structuredClone(request) as CompletionRequest);
      call.signal.addEventListener('abort', () => (provider.aborted += 1), { once: true });
      return provider;
    };
    return {
      call: async (_operation: unknown, request: unknown, call: Call) =>
        watched(request, call).answer(request as CompletionRequest, call),
      async *open(_operation: unknown, request: unknown, call: Call) {
        yield* watched(request, call).stream(request as CompletionRequest, call);
      },
      dispose: async () => undefined,
    };
  };
  const lines = createLines({
    clock,
    connections: {
      describe: async (id) => ({
        id,
        name: id,
        plugin: manifest.id,
        status: 'active',
        allowedPrivateHosts: [],
        overrides: {},
      }),
      reveal: async () => ({ state: 'open', settings: {} }),
      state: () => nothing,
      secrets: () => nothing,
    },
    plugins: {
      running: () => ({
        id: manifest.id,
        version: '1.0.0',
        manifest,
        serve: async ({ connection }) => serve(connection.id),
      }),
    },
    recorder: () => createRecorder(clock),
    log: () => silent,
    webhookUrl: () => 'http://127.0.0.1/hooks/test',
    breaker: defaultBreakerPolicy,
    bulkhead: { ...defaultBulkheadPolicy, concurrent: 1_000 },
    laneChanged: () => undefined,
    invoke: () => Promise.reject(new Error('not used')),
  });
  const guard = createGuard({
    clock,
    random: () => 0.5,
    deadlines: createDeadlines(clock),
    contracts: createContracts(handles),
    lines,
    retry: defaultRetryPolicy,
    redact: (error) => error,
    reportBug: () => undefined,
  });
  return { guard, lines };
}
