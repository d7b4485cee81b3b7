import {
  aiProvider,
  type Completion,
  type CompletionPart,
  type CompletionRequest,
} from '../../src/capabilities/ai-provider.ts';
import { isFairleadError, toWireError, type WireError } from '../../src/errors/index.ts';
import type { Plugin } from '../../src/plugin/define-plugin.ts';
import type { Manifest } from '../../src/plugin/manifest.ts';
import { secretNames } from '../../src/plugin/settings.ts';
import type { Check } from '../conformance/check.ts';
import { assertNoSecretLeaks } from '../conformance/secret-leaks.ts';
import { type Counterparty, startCounterparty } from '../counterparty.ts';
import { matchesRequest, type RecordedRequest, type Reply, type RequestMatch } from '../counterparty-script.ts';
import { FakeClock } from '../fake-clock.ts';
import { type CallOptions, type ServeConnection, type StartedPlugin, startPlugin } from '../start-plugin.ts';
import type { AiProviderStreaming, AiProviderVendor, AiVendorOperation, VendorCompletion } from './vendor.ts';

/** What a suite is run on. */
export interface AiProviderSubject {
  /** What its entry module exports by default. */
  readonly plugin: Plugin;
  /** As `readManifest` reads it. */
  readonly manifest: Manifest;
  /** How the plugin’s vendor is played. */
  readonly vendor: AiProviderVendor;
  /** Where the plugin runs; see `startPlugin`. */
  readonly serve?: ServeConnection;
}

/** What came of a call; of a stream, its parts until it ended. */
export type Outcome =
  | { readonly kind: 'answer'; readonly answer: unknown }
  | { readonly kind: 'error'; readonly error: WireError; readonly parts: readonly CompletionPart[] };

/** One connection of the plugin under test, with its vendor played by a counterparty, on a clock of its own. */
export interface Stage {
  readonly vendor: AiProviderVendor;
  readonly counterparty: Counterparty;
  readonly plugin: StartedPlugin;
  readonly clock: FakeClock;
  /** The vendor answers `complete` or `stream` with this, whatever is asked. */
  replies(operation: AiVendorOperation, reply: Reply): void;
  /** Calls with a plain input; a stream is read to its end. */
  call(operation: AiVendorOperation, options?: CallOptions, input?: CompletionRequest): Promise<Outcome>;
  /** An answer in one piece. @throws AssertionError when there is none */
  complete(input?: CompletionRequest): Promise<Completion>;
  /** All parts of a stream. @throws FairleadError */
  stream(input?: CompletionRequest, options?: CallOptions): Promise<readonly CompletionPart[]>;
  matchOf(operation: AiVendorOperation): RequestMatch;
  requestsOf(operation: AiVendorOperation): readonly RecordedRequest[];
}

export function declares({ manifest }: AiProviderSubject, operation: AiVendorOperation): boolean {
  return manifest.capabilities[aiProvider.id]?.operations[operation] !== undefined;
}

export function offered(subject: AiProviderSubject): readonly AiVendorOperation[] {
  return (['complete', 'stream', 'listModels', 'testCredentials'] as const).filter((one) => declares(subject, one));
}

export const plainQuestion: CompletionRequest = {
  model: 'the-model-that-is-asked',
  turns: [
    { role: 'system', content: 'You are part of a test.' },
    { role: 'user', content: 'Say what the suite expects.' },
  ],
};

/** Letters of one to four bytes, quotes, line ends and a piece without text: what is easily lost on the way. */
export const plainCompletion: VendorCompletion = {
  pieces: [' The answer “is” ', '4\u202f329,50\u00a0€\r\n', '', '\t{"json": "\\u00e9 \\\\"} ', 'ünd 🚀', '.\n'],
  finish: 'stop',
  model: 'the-model-that-answers',
  usage: { promptTokens: 21, completionTokens: 17 },
};

export function inputOf(operation: AiVendorOperation): unknown {
  return operation === 'complete' || operation === 'stream' ? plainQuestion : {};
}

export function streamingOf({ vendor }: { readonly vendor: AiProviderVendor }): AiProviderStreaming {
  if (vendor.streaming === undefined) throw new Error('The vendor adapter does not say how “stream” works.');
  return vendor.streaming;
}

/** Makes a check that gets a stage of its own, and looks for leaked secrets when it is over. */
export function onStage(subject: AiProviderSubject, title: string, run: (stage: Stage) => Promise<void>): Check {
  return {
    title,
    async run() {
      const counterparty = await startCounterparty();
      try {
        await perform(subject, counterparty, run);
      } finally {
        await counterparty.dispose();
      }
    },
  };
}

async function perform(subject: AiProviderSubject, counterparty: Counterparty, run: (stage: Stage) => Promise<void>) {
  const clock = new FakeClock();
  const errors: unknown[] = [];
  const settings = subject.vendor.settings(counterparty);
  const plugin = await startPlugin({ ...subject, settings, clock });
  try {
    subject.vendor.open(counterparty, clock);
    await run(createStage(subject.vendor, { counterparty, plugin, clock, errors }));
    assertNoSecretLeaks(secretTexts(subject.plugin, settings), plugin, errors);
  } finally {
    await plugin.dispose();
  }
}

type Parts = Pick<Stage, 'counterparty' | 'plugin' | 'clock'> & { readonly errors: unknown[] };

function createStage(vendor: AiProviderVendor, { errors, ...parts }: Parts): Stage {
  const { plugin, counterparty } = parts;
  const matchOf = (operation: AiVendorOperation): RequestMatch => {
    const match = vendor.requests[operation];
    if (match === undefined) throw new Error(`The vendor adapter names no request for “${operation}”.`);
    return match;
  };
  const read = async (into: CompletionPart[], input: CompletionRequest, options?: CallOptions) => {
    for await (const part of plugin.open(aiProvider.stream, input, options)) into.push(part);
  };
  const call: Stage['call'] = async (operation, options, input = inputOf(operation) as CompletionRequest) => {
    const received: CompletionPart[] = [];
    try {
      if (operation !== 'stream') {
        return { kind: 'answer', answer: await plugin.invoke(aiProvider[operation], input as never, options) };
      }
      await read(received, input, options);
      return { kind: 'answer', answer: received };
    } catch (error) {
      errors.push(error);
      if (!isFairleadError(error)) throw error;
      return { kind: 'error', error: toWireError(error), parts: received };
    }
  };
  return {
    ...parts,
    vendor,
    matchOf,
    call,
    replies: (operation, reply) => counterparty.on(matchOf(operation), reply),
    complete: (input = plainQuestion) => plugin.invoke(aiProvider.complete, input),
    async stream(input = plainQuestion, options) {
      const received: CompletionPart[] = [];
      await read(received, input, options);
      return received;
    },
    requestsOf: (operation) => counterparty.requests.filter((request) => matchesRequest(matchOf(operation), request)),
  };
}

/** Brings the vendor to where the operation would succeed. */
export function ready(stage: Stage, operation: AiVendorOperation): void {
  if (operation === 'complete') stage.replies('complete', stage.vendor.whole(plainCompletion));
  if (operation === 'stream') stage.replies('stream', streamingOf(stage).reply(plainCompletion));
}

function secretTexts(plugin: Plugin, settings: Readonly<Record<string, unknown>>): readonly string[] {
  return secretNames(plugin.settings)
    .flatMap((name) => settings[name])
    .filter((value): value is string => typeof value === 'string');
}
