import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStorage, type Storage } from '@fairlead/core';
import {
  type ConnectionStanding,
  type FlowBody,
  type FlowConnection,
  type FlowServices,
  type IncidentReport,
  type Question,
  type Repository,
} from '@fairlead/core/flow-api';
import { callRoute, flowServices, type RouteAnswer, type RouteCall } from '@fairlead/core/flow-api/testing';
import { type Clock, type FairleadError, isFairleadError } from '@fairlead/sdk';
import { FakeClock } from '@fairlead/sdk/testing';
import { type CompletionQuestion, completeQuestion, type CompletionReply } from '../src/contract.ts';
import { type AiSettings, createAiFlow } from '../src/index.ts';
import { guardOver, type ScriptedProvider, scriptedProvider } from './scripted-provider.ts';

export interface ShownConfiguration {
  readonly id: string;
  readonly name: string;
  readonly priority: number;
  readonly standing: { readonly state: string; readonly code: string | null; readonly until: string | null };
}

export interface UsageTotal {
  readonly answered: number;
  readonly cached: number;
  readonly failed: Readonly<Record<string, number>>;
  readonly skipped: Readonly<Record<string, number>>;
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly costUsd: string;
  readonly unpriced: number;
}

/** The flow on a real database and over the real guard; vendors, connections, jobs and incidents are scripted. */
export interface FlowHarness {
  readonly clock: FakeClock;
  readonly storage: Storage;
  /** By connection; `p1` and `p2` are there from the start. */
  readonly providers: Map<string, ScriptedProvider>;
  provider(connection: string): ScriptedProvider;
  readonly connections: Map<string, FlowConnection>;
  readonly standings: Map<string, ConnectionStanding>;
  /** Open incidents by `kind:id:code`, with how often each was raised. */
  readonly incidents: Map<string, IncidentReport & { readonly raised: number }>;
  readonly body: FlowBody;
  call<Answer = unknown>(method: string, path: string, request?: RouteCall): Promise<Answer>;
  answer(method: string, path: string, request?: RouteCall): Promise<RouteAnswer>;
  /** Adds a configuration of connection `p1` unless told otherwise. */
  configure(part?: object): Promise<ShownConfiguration>;
  ask(
    question?: Partial<CompletionQuestion>,
    call?: { timeoutMs?: number; signal?: AbortSignal },
  ): Promise<CompletionReply>;
  /** What the question is answered with, or the error's code. */
  tryAsk(question?: Partial<CompletionQuestion>, call?: { timeoutMs?: number; signal?: AbortSignal }): Promise<string>;
  askOf<Input, Output>(question: Question<Input, Output>, input: Input, signal?: AbortSignal): Promise<Output>;
  total(query?: object): Promise<UsageTotal>;
  /** Types of all events that wait, in order. */
  told(): Promise<readonly string[]>;
  runJob(name: string): Promise<void>;
  connectionChanged(id: string): void;
  /** A new process on the same database. */
  restart(): Promise<void>;
  dispose(): Promise<void>;
}

export function activeConnection(id: string, part: Partial<FlowConnection> = {}): FlowConnection {
  const operations = ['complete', 'stream', 'testCredentials'];
  return {
    id,
    name: id,
    plugin: 'ai-scripted',
    status: 'active',
    operations: { 'ai-provider': operations },
    support: { 'ai-provider': Object.fromEntries(operations.map((name) => [name, {}])) },
    ...part,
  };
}

export interface HarnessOptions {
  /** Where the database is, which stays there. Default: a folder that is removed in the end. */
  readonly folder?: string;
  /** Default: a fake one, which `clock` of the harness is. */
  readonly clock?: Clock;
  readonly settings?: Partial<AiSettings>;
  /** Wraps every repository, to break or watch writes. */
  readonly wrap?: <State>(repository: Repository<State>, name: string) => Repository<State>;
}

export async function flowHarness({ settings, wrap, ...given }: HarnessOptions = {}): Promise<FlowHarness> {
  const clock = (given.clock ?? new FakeClock()) as FakeClock;
  const folder = given.folder ?? (await mkdtemp(join(tmpdir(), 'fairlead-ai-')));
  const flow = createAiFlow(settings);
  const storage = await createStorage({ path: join(folder, 'hub.db'), collections: flow.collections, clock });
  await storage.migrate();
  const providers = new Map([
    ['p1', scriptedProvider()],
    ['p2', scriptedProvider()],
  ]);
  const { guard, lines } = guardOver(clock, providers);
  const connections = new Map(['p1', 'p2', 'p3'].map((id) => [id, activeConnection(id)]));
  const standings = new Map<string, ConnectionStanding>();
  const incidents: FlowHarness['incidents'] = new Map();
  const listeners = new Set<(id: string) => void>();
  const incidentId = (subject: IncidentReport['subject'], code: string) => `${subject.kind}:${subject.id}:${code}`;
  const stop = new AbortController();
  const services: FlowServices = {
    ...flowServices({ flow, storage, clock, signal: stop.signal, wrap }),
    guard: guard as FlowServices['guard'],
    connections: {
      get: async (id) => connections.get(id),
      offering: async () => [...connections.values()],
      standing: async (id, { name }) => {
        const found = connections.get(id);
        if (found?.status !== 'active' || found.operations['ai-provider']?.includes(name) !== true) return undefined;
        return standings.get(id) ?? { health: 'healthy', open: true };
      },
      onChange(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    incidents: {
      async raise(report) {
        const id = incidentId(report.subject, report.code);
        incidents.set(id, { ...report, raised: (incidents.get(id)?.raised ?? 0) + 1 });
      },
      resolve: async (subject, code) => void incidents.delete(incidentId(subject, code)),
    },
  };
  let body = flow.make(services);
  await body.start?.();

  const answer: FlowHarness['answer'] = (method, path, request) =>
    callRoute(body, method, path, { signal: stop.signal, ...request });
  const call = async <Answer>(method: string, path: string, request?: RouteCall) =>
    (await answer(method, path, request)).body as Answer;
  const askOf: FlowHarness['askOf'] = async (question, input, signal = stop.signal) => {
    const bound = body.answers?.find((each) => each.question === (question as unknown));
    if (bound === undefined) throw new Error('Nobody answers this.');
    return (await bound.answer(input as never, { signal, timeoutMs: question.timeoutMs })) as never;
  };
  const ask: FlowHarness['ask'] = async (question = {}, { timeoutMs = 60_000, signal = stop.signal } = {}) => {
    const bound = body.answers?.find((each) => each.question.name === completeQuestion.name);
    const turns = [{ role: 'user', content: 'hello?' }] as const;
    return (await bound?.answer({ purpose: 'complete', turns, ...question } as never, {
      signal,
      timeoutMs,
    })) as CompletionReply;
  };
  let made = 0;
  return {
    clock,
    storage,
    providers,
    provider: (connection) => providers.get(connection) as ScriptedProvider,
    connections,
    standings,
    incidents,
    get body() {
      return body;
    },
    call,
    answer,
    configure: (part = {}) => {
      made += 1;
      const named = {
        name: `configuration ${made}`,
        connection: 'p1',
        model: `model-${made}`,
        priority: made,
        ...part,
      };
      return call('POST', '/api/ai/configurations', { body: named });
    },
    ask,
    async tryAsk(question, options) {
      try {
        return (await ask(question, options)).text;
      } catch (error) {
        if (!isFairleadError(error)) throw error;
        return (error satisfies FairleadError).code;
      }
    },
    askOf,
    total: async (query = {}) => (await call<{ total: UsageTotal }>('GET', '/api/ai/usage', { query })).total,
    async told() {
      const events: { readonly time: string; readonly id: string; readonly type: string }[] = [];
      for (const collection of flow.collections) {
        for await (const { pending } of storage.repository(collection).scan()) events.push(...pending);
      }
      const key = ({ time, id }: { time: string; id: string }) => `${time} ${id}`;
      return events.toSorted((left, right) => (key(left) < key(right) ? -1 : 1)).map(({ type }) => type);
    },
    async runJob(name) {
      await body.jobs?.[name]?.handle({}, { signal: stop.signal, attempt: 1 });
    },
    connectionChanged: (id) => listeners.forEach((listener) => listener(id)),
    async restart() {
      await body.dispose?.();
      body = createAiFlow(settings).make(services);
      await body.start?.();
    },
    async dispose() {
      stop.abort();
      await body.dispose?.();
      await lines.dispose();
      await storage.dispose();
      if (given.folder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}
