import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStorage, type Storage } from '@fairlead/core';
import {
  type FlowBody,
  type FlowEvent,
  type FlowServices,
  type IncidentReport,
  type JobRequest,
  type JsonObject,
  type Question,
  type Repository,
  type Stored,
} from '@fairlead/core/flow-api';
import { callRoute, flowServices, type RouteAnswer, type RouteCall } from '@fairlead/core/flow-api/testing';
import { type ChannelMessage, FairleadError, newId } from '@fairlead/sdk';
import { FakeClock } from '@fairlead/sdk/testing';
import {
  createSignalsFlow,
  readingCollection,
  type ReadingState,
  signalCollection,
  type SignalState,
  type SignalsSettings,
  updateCollection,
  type UpdateState,
} from '../src/index.ts';
import { readingId, signalId } from '../src/model/ids.ts';
import type { textOfRevision } from '../src/take/read-event.ts';
import type { judge } from '../src/take/read-with-ai.ts';

/** What the other flows answer, by what this one takes. */
type MessageClaim = Parameters<typeof judge>[1];
type MessageRevision = Parameters<typeof textOfRevision>[0];
interface ParseMessageQuestion {
  readonly text: string;
  readonly hint?: string;
}

export const connectionId = 'c1';

export type Claimed = Partial<MessageClaim> & { readonly [other: string]: unknown };

/** A message as a channel would bring it. */
export interface Said {
  readonly id: string;
  readonly text?: string;
  readonly change?: ChannelMessage['change'];
  readonly replyTo?: string;
  readonly chat?: string;
  readonly flooded?: boolean;
  /** Milliseconds before now. */
  readonly ageMs?: number;
  readonly title?: string;
  readonly connection?: string;
}

/** The flow on a real database with the real parser; messages, jobs, incidents and the model are scripted. */
export interface FlowHarness {
  readonly clock: FakeClock;
  readonly storage: Storage;
  readonly incidents: IncidentReport[];
  readonly jobs: JobRequest[];
  /** What the model answers; throws for none. */
  model: (question: ParseMessageQuestion) => Promise<Claimed>;
  /** Stores a message as the flow of messages does. @returns the event that tells of it, not yet delivered */
  store(said: Said): FlowEvent;
  deliver(event: FlowEvent): Promise<void>;
  /** A second flow on the same database, with the same messages and jobs. */
  another(): FlowHarness;
  /** Both. */
  say(said: Said): Promise<FlowEvent>;
  /** Runs the jobs that wait, once each. */
  runJobs(attempt?: number): Promise<void>;
  sweep(): Promise<void>;
  configure(content: object, connection?: string): Promise<void>;
  call<Answer = Record<string, unknown>>(method: string, path: string, request?: RouteCall): Promise<Answer>;
  answer(method: string, path: string, request?: RouteCall): Promise<RouteAnswer>;
  ask<Input, Output>(question: Question<Input, Output>, input: Input): Promise<Output>;
  signal(message: string, index?: number): Promise<SignalState | undefined>;
  reading(message: string): Promise<ReadingState | undefined>;
  signals(): Promise<readonly Stored<SignalState>[]>;
  updates(): Promise<readonly Stored<UpdateState>[]>;
  /** Types of events of a signal or an update, in order. */
  told(id: string): Promise<readonly string[]>;
  dispose(): Promise<void>;
}

export interface HarnessOptions {
  readonly settings?: Partial<SignalsSettings>;
  readonly wrap?: <State>(repository: Repository<State>) => Repository<State>;
}

export async function flowHarness({ settings, wrap }: HarnessOptions = {}): Promise<FlowHarness> {
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-signals-'));
  const clock = new FakeClock();
  const flow = createSignalsFlow(settings);
  const storage = await createStorage({ path: join(folder, 'hub.db'), collections: flow.collections, clock });
  await storage.migrate();
  const messages = new Map<string, MessageRevision>();
  const incidents: IncidentReport[] = [];
  const jobs: JobRequest[] = [];
  const stop = new AbortController();
  const answersOf: Readonly<Record<string, (input: never) => Promise<unknown>>> = {
    'messages.message': async ({ id }: { id: string }) => messages.get(id) ?? null,
    'messages.messages': async (input: {
      connectionId: string;
      from?: number;
      to?: number;
      limit: number;
      cursor?: string;
    }) => {
      const start = Number(input.cursor ?? 0);
      const all = [...messages.values()].filter(
        (one) =>
          one.connectionId === input.connectionId &&
          one.position >= (input.from ?? 0) * 1_000 &&
          one.position < (input.to ?? Number.MAX_SAFE_INTEGER / 1_000) * 1_000,
      );
      const end = start + input.limit;
      return { items: all.slice(start, end), nextCursor: end < all.length ? String(end) : null };
    },
    'ai.parse_message': async (question: ParseMessageQuestion) => {
      const claim = await harness.model(question);
      const whole = { kind: 'signal', signals: [], actions: [], symbol: null, confidence: 0.9, ...claim };
      return { claim: whole, prompt: 'parse-message/1', configuration: 'k1', model: 'model-1', cached: false };
    },
  };
  const usual = flowServices({ flow, storage, clock, signal: stop.signal, wrap });
  const services: FlowServices = {
    ...usual,
    connections: {
      ...usual.connections,
      get: async (id) =>
        id === 'none'
          ? undefined
          : { id, name: id, plugin: 'channel-x', status: 'active', operations: {}, support: {} },
    },
    jobs: {
      ...usual.jobs,
      async enqueue(request) {
        if (!jobs.some(({ name, key }) => name === request.name && key === request.key)) jobs.push(request);
        return request.key ?? '';
      },
    },
    incidents: { raise: async (report) => void incidents.push(report), resolve: async () => {} },
    ask: async (question, input) => answersOf[`${question.flow}.${question.name}`]?.(input as never) as never,
  };
  const body: FlowBody = flow.make(services);
  await body.start?.();
  let sequence = 0;
  const run = { signal: stop.signal, attempt: 1 };
  const all = async <State>(repository: Repository<State>) => {
    const found: Stored<State>[] = [];
    for await (const stored of repository.scan()) found.push(stored);
    return found;
  };
  const harness: FlowHarness = {
    clock,
    storage,
    incidents,
    jobs,
    model: async () => {
      throw new FairleadError('feature_unsupported', { message: 'No AI configuration.' });
    },
    store(said) {
      sequence += 1;
      const revision = revisionOf(said, clock.now(), sequence);
      messages.set(revision.id, revision);
      return eventOf(revision, clock.now(), sequence);
    },
    async deliver(event) {
      await body.subscriptions?.[event.type]?.handle(event);
    },
    another() {
      const second = flow.make(services);
      return {
        ...harness,
        deliver: async (event) => second.subscriptions?.[event.type]?.handle(event),
      };
    },
    async say(said) {
      const event = harness.store(said);
      await harness.deliver(event);
      return event;
    },
    async runJobs(attempt = 1) {
      for (const { name, payload } of jobs.splice(0)) await body.jobs?.[name]?.handle(payload, { ...run, attempt });
    },
    sweep: async () => body.jobs?.['sweep']?.handle({}, run),
    async configure(content, connection = connectionId) {
      await harness.call('PUT', '/api/parsers/{connectionId}', { params: { connectionId: connection }, body: content });
    },
    call: async <Answer>(method: string, path: string, request?: RouteCall) =>
      (await harness.answer(method, path, request)).body as Answer,
    answer: (method, path, request) => callRoute(body, method, path, request),
    async ask(question, input) {
      const bound = body.answers?.find((each) => each.question === (question as unknown));
      return (await bound?.answer(input as never, { signal: stop.signal, timeoutMs: 1_000 })) as never;
    },
    signal: async (message, index = 0) =>
      (await storage.repository(signalCollection).get(signalId(connectionId, message, index)))?.state,
    reading: async (message) =>
      (await storage.repository(readingCollection).get(readingId(connectionId, message)))?.state,
    signals: () => all(storage.repository(signalCollection) as Repository<SignalState>),
    updates: () => all(storage.repository(updateCollection) as Repository<UpdateState>),
    async told(id) {
      const found = [storage.repository(signalCollection), storage.repository(updateCollection)] as const;
      const stored = await Promise.all(found.map((repository) => (repository as Repository<unknown>).get(id)));
      return stored.flatMap((one) => one?.pending.map(({ type }) => type) ?? []);
    },
    async dispose() {
      stop.abort();
      await body.dispose?.();
      await storage.dispose();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return harness;
}

function revisionOf(said: Said, now: number, position: number): MessageRevision {
  const { id, text = '', change = 'created', replyTo, chat, flooded = false, ageMs = 0, title, connection } = said;
  return {
    id: newId(now),
    connectionId: connection ?? connectionId,
    receivedAt: new Date(now).toISOString(),
    position: now * 1_000 + position,
    seeded: false,
    flooded,
    message: {
      id,
      change,
      revision: String(position),
      text,
      attachments: [],
      sentAt: new Date(now - ageMs).toISOString(),
      ...(title === undefined ? {} : { title }),
      ...(replyTo === undefined ? {} : { replyTo }),
      ...(chat === undefined ? {} : { chat: { id: chat } }),
    },
  };
}

/** As the flow of messages tells of it. */
function eventOf(
  { id, connectionId: connection, flooded, message }: MessageRevision,
  now: number,
  sequence: number,
): FlowEvent {
  const { text } = message;
  const data: JsonObject = {
    id,
    connectionId: connection,
    messageId: message.id,
    revision: message.revision,
    flooded,
    chatId: message.chat?.id ?? null,
    author: null,
    replyTo: message.replyTo ?? null,
    sentAt: message.sentAt ?? null,
    title: message.title ?? null,
    text: text.slice(0, 4_096),
    truncated: text.length > 4_096,
    link: null,
  };
  return { id: newId(now), type: `message.${message.change}`, time: new Date(now).toISOString(), sequence, data };
}

/** A policy that publishes whatever the flow lets it. */
export const loosest = {
  publish: { enabled: true, minConfidence: 0.5, maxAgeSeconds: 86_400, mostPerHour: 10_000 },
  edits: 'auto',
} as const;
