import { channel } from '../../src/capabilities/channel.ts';
import type { ChannelMessage } from '../../src/capabilities/channel-message.ts';
import type { OutputOf } from '../../src/contract/operation.ts';
import { isFairleadError, toWireError, type WireError } from '../../src/errors/index.ts';
import type { Plugin } from '../../src/plugin/define-plugin.ts';
import type { Manifest } from '../../src/plugin/manifest.ts';
import { secretNames } from '../../src/plugin/settings.ts';
import type { Check } from '../conformance/check.ts';
import { assertNoSecretLeaks } from '../conformance/secret-leaks.ts';
import { type Counterparty, startCounterparty } from '../counterparty.ts';
import { matchesRequest, type RecordedRequest, type RequestMatch } from '../counterparty-script.ts';
import { FakeClock } from '../fake-clock.ts';
import { type CallOptions, type ServeConnection, type StartedPlugin, startPlugin } from '../start-plugin.ts';
import type { ChannelVendor, ChannelVendorOperation, ChannelVendorState, VendorMessage } from './vendor.ts';

/** What a suite is run on. */
export interface ChannelSubject {
  /** What its entry module exports by default. */
  readonly plugin: Plugin;
  /** As `readManifest` reads it. */
  readonly manifest: Manifest;
  /** How the plugin’s vendor is played. */
  readonly vendor: ChannelVendor;
  /** Where the plugin runs; see `startPlugin`. */
  readonly serve?: ServeConnection;
}

export type Fetched = OutputOf<typeof channel.fetch>;

export type Outcome<Answer = unknown> =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'error'; readonly error: WireError };

/** One connection of the plugin under test, with its vendor played by a counterparty, on a clock of its own. */
export interface Stage {
  readonly vendor: ChannelVendor;
  readonly state: ChannelVendorState;
  readonly counterparty: Counterparty;
  readonly plugin: StartedPlugin;
  readonly clock: FakeClock;
  /** A message that the vendor does not have yet. */
  message(): VendorMessage;
  /** The vendor has `count` more messages. */
  publish(count: number): readonly VendorMessage[];
  /** One poll. @throws FairleadError */
  fetch(cursor?: string, limit?: number): Promise<Fetched>;
  /** Polls until there is no more. @throws Error when that takes more than 50 polls */
  drain(cursor?: string, limit?: number): Promise<Drained>;
  /** Calls with a plain input. */
  call(operation: ChannelVendorOperation, options?: CallOptions, cursor?: string): Promise<Outcome>;
  matchOf(operation: ChannelVendorOperation): RequestMatch;
  requestsOf(operation: ChannelVendorOperation): readonly RecordedRequest[];
  /** The same connection after its process has died: nothing in memory is left. */
  restarted(): Promise<StartedPlugin>;
}

export interface Drained {
  readonly messages: readonly ChannelMessage[];
  readonly cursor: string;
  readonly polls: readonly Fetched[];
}

const mostPolls = 50;

export function declares({ manifest }: ChannelSubject, operation: keyof typeof channel.operations): boolean {
  return manifest.capabilities[channel.id]?.operations[operation] !== undefined;
}

/** The operations of the manifest that call the vendor. A plugin that only receives may test its credentials by itself. */
export function offered(subject: ChannelSubject): readonly ChannelVendorOperation[] {
  const { requests } = subject.vendor;
  return (['fetch', 'send', 'testCredentials'] as const).filter(
    (operation) =>
      declares(subject, operation) && (operation !== 'testCredentials' || requests.testCredentials !== undefined),
  );
}

/** Makes a check that gets a stage of its own, and looks for leaked secrets when it is over. */
export function onStage(subject: ChannelSubject, title: string, run: (stage: Stage) => Promise<void>): Check {
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

async function perform(subject: ChannelSubject, counterparty: Counterparty, run: (stage: Stage) => Promise<void>) {
  const clock = new FakeClock();
  const errors: unknown[] = [];
  const settings = subject.vendor.settings(counterparty);
  const started: StartedPlugin[] = [];
  const start = async () => {
    const plugin = await startPlugin({ ...subject, settings, clock });
    started.push(plugin);
    return plugin;
  };
  try {
    const plugin = await start();
    const state = subject.vendor.open(counterparty, clock);
    await run(createStage(subject.vendor, { state, counterparty, plugin, clock, errors, restarted: start }));
    for (const each of started) assertNoSecretLeaks(secretTexts(subject.plugin, settings), each, errors);
  } finally {
    for (const each of started) await each.dispose();
  }
}

type Parts = Pick<Stage, 'state' | 'counterparty' | 'plugin' | 'clock' | 'restarted'> & { readonly errors: unknown[] };

function createStage(vendor: ChannelVendor, { errors, ...parts }: Parts): Stage {
  const { plugin, state, clock, counterparty } = parts;
  let messages = 0;
  const message = (): VendorMessage => {
    messages += 1;
    return {
      key: `m${messages}`,
      text: `Message number ${messages} of the suite`,
      atMs: clock.now() - 86_400_000 + messages * 60_000,
    };
  };
  const matchOf = (operation: ChannelVendorOperation): RequestMatch => {
    const match = vendor.requests[operation];
    if (match === undefined) throw new Error(`The vendor adapter names no request for “${operation}”.`);
    return match;
  };
  const fetch = (cursor?: string, limit = 100) => fetchWith(plugin, cursor, limit);
  return {
    ...parts,
    vendor,
    message,
    matchOf,
    fetch,
    publish(count) {
      const made = Array.from({ length: count }, message);
      for (const each of made) state.publish(each);
      return made;
    },
    drain: (cursor, limit) => drainWith((at) => fetch(at, limit), cursor),
    requestsOf: (operation) => counterparty.requests.filter((request) => matchesRequest(matchOf(operation), request)),
    async call(operation, options, cursor) {
      const input = inputOf(operation, vendor, cursor);
      try {
        return { kind: 'answer', answer: await plugin.invoke(channel.operations[operation], input as never, options) };
      } catch (error) {
        errors.push(error);
        if (!isFairleadError(error)) throw error;
        return { kind: 'error', error: toWireError(error) };
      }
    },
  };
}

export function fetchWith(plugin: StartedPlugin, cursor: string | undefined, limit = 100): Promise<Fetched> {
  return plugin.invoke(channel.operations.fetch, { limit, ...(cursor === undefined ? {} : { cursor }) });
}

async function drainWith(fetch: (cursor?: string) => Promise<Fetched>, cursor: string | undefined): Promise<Drained> {
  const polls: Fetched[] = [];
  for (let at = cursor; polls.length < mostPolls; at = polls.at(-1)?.cursor) {
    const poll = await fetch(at);
    polls.push(poll);
    if (!poll.more) return { polls, cursor: poll.cursor, messages: polls.flatMap(({ messages }) => messages) };
  }
  throw new Error(`After ${mostPolls} polls “more” is still true.`);
}

export function inputOf(operation: ChannelVendorOperation, vendor: ChannelVendor, cursor?: string): unknown {
  switch (operation) {
    case 'fetch':
      return { limit: 100, ...(cursor === undefined ? {} : { cursor }) };
    case 'send':
      return { chatId: vendor.sending?.chatId ?? 'chat', text: 'A text that is sent', reference: 'reference-0001' };
    case 'testCredentials':
      return {};
  }
}

function secretTexts(plugin: Plugin, settings: Readonly<Record<string, unknown>>): readonly string[] {
  return secretNames(plugin.settings)
    .flatMap((name) => settings[name])
    .filter((value): value is string => typeof value === 'string');
}
