import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStorage, type Storage } from '@fairlead/core';
import type { FlowBody, FlowConnection, FlowServices, IncidentReport, Repository } from '@fairlead/core/flow-api';
import {
  callRoute as answerOf,
  flowServices as usualServices,
  type RouteAnswer,
  type RouteCall,
} from '@fairlead/core/flow-api/testing';
import { channel, type Clock } from '@fairlead/sdk';
import { FakeClock } from '@fairlead/sdk/testing';
import { createMessagesFlow, messageCollection, type MessagesSettings, outgoingCollection } from '../src/index.ts';
import { type ScriptedChannel, scriptedChannel } from './scripted-channel.ts';
import { type ScriptedSender, scriptedSender } from './scripted-sender.ts';

export interface RepeatCall {
  readonly key: string;
  readonly everyMs: number;
  readonly jitterMs?: number;
}

/** The flow on a real database; guard, jobs and incidents are scripted. */
export interface FlowHarness {
  readonly clock: FakeClock;
  readonly storage: Storage;
  readonly vendor: ScriptedChannel;
  readonly sender: ScriptedSender;
  readonly connections: Map<string, FlowConnection>;
  readonly repeating: Map<string, RepeatCall>;
  readonly incidents: IncidentReport[];
  readonly body: FlowBody;
  connectionChanged(connectionId: string): void;
  /** Runs the polling job of a connection. */
  poll(connectionId?: string): Promise<void>;
  /** Runs the job that looks at what goes out. */
  look(): Promise<void>;
  /** Calls a route's handler with checked values. @returns its answer's body */
  call(method: string, path: string, request?: RouteCall): Promise<unknown>;
  /** The same with its status. */
  answer(method: string, path: string, request?: RouteCall): Promise<RouteAnswer>;
  stored(connectionId?: string): Promise<readonly string[]>;
  /** Events that wait for the relay, as `type message`, in the order of the messages. */
  told(connectionId?: string): Promise<readonly string[]>;
  /** Types of the events that tell of an outgoing message. */
  toldOfOutgoing(id: string): Promise<readonly string[]>;
  dispose(): Promise<void>;
}

export const connectionId = 'c1';

export function activeConnection(id = connectionId, part: Partial<FlowConnection> = {}): FlowConnection {
  return {
    id,
    name: id,
    plugin: 'channel-x',
    status: 'active',
    operations: { channel: ['fetch', 'receive', 'send'] },
    support: { channel: { fetch: {}, receive: {}, send: {} } },
    ...part,
  };
}

export async function openStorage(folder: string, clock: Clock): Promise<Storage> {
  const { collections } = createMessagesFlow();
  const storage = await createStorage({ path: join(folder, 'hub.db'), collections, clock });
  await storage.migrate();
  return storage;
}

export interface ServiceParts {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly vendor: ScriptedChannel;
  readonly sender?: Pick<ScriptedSender, 'send'>;
  readonly wrap?: <State>(repository: Repository<State>) => Repository<State>;
}

/** The least that polling and sending need. */
export function flowServices({ storage, clock, vendor, sender, wrap }: ServiceParts): FlowServices {
  const usual = usualServices({ flow: createMessagesFlow(), storage, clock, wrap });
  return {
    ...usual,
    guard: {
      ...usual.guard,
      invoke: async (_id, { name }, input) =>
        (await (name === channel.send.name ? sender?.send(input) : vendor.fetch(input))) as never,
    },
    connections: {
      ...usual.connections,
      get: async (id) => activeConnection(id),
      offering: async () => [activeConnection()],
      standing: async () => ({ health: 'healthy', open: true }),
    },
  };
}

export async function flowHarness(settings: Partial<MessagesSettings> = {}): Promise<FlowHarness> {
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-messages-'));
  const clock = new FakeClock();
  const storage = await openStorage(folder, clock);
  const vendor = scriptedChannel();
  const sender = scriptedSender();
  const connections = new Map([[connectionId, activeConnection()]]);
  const repeating = new Map<string, RepeatCall>();
  const incidents: IncidentReport[] = [];
  const listeners = new Set<(id: string) => void>();
  const services: FlowServices = {
    ...flowServices({ storage, clock, vendor, sender }),
    connections: {
      get: async (id) => connections.get(id),
      offering: async () => [...connections.values()],
      standing: async () => ({ health: 'healthy', open: true }),
      onChange(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    jobs: {
      enqueue: async () => '',
      repeat: async (request) => void repeating.set(request.key, request),
      cancel: async (_name, key) => void repeating.delete(key),
    },
    incidents: {
      raise: async (report) => void incidents.push(report),
      async resolve(subject, code) {
        const index = incidents.findIndex((one) => one.subject.id === subject.id && one.code === code);
        if (index >= 0) incidents.splice(index, 1);
      },
    },
  };
  const body = createMessagesFlow(settings).make(services);
  const run = { signal: new AbortController().signal, attempt: 1 };
  const answer: FlowHarness['answer'] = (method, path, request) => answerOf(body, method, path, request);
  return {
    clock,
    storage,
    vendor,
    sender,
    connections,
    repeating,
    incidents,
    body,
    connectionChanged: (id) => listeners.forEach((listener) => listener(id)),
    poll: async (id = connectionId) => body.jobs?.['poll']?.handle({ connectionId: id }, run),
    look: async () => body.jobs?.['outgoing']?.handle({}, run),
    call: async (method, path, request) => (await answer(method, path, request)).body,
    answer,
    stored: (id = connectionId) => storedIn(storage, id),
    told: (id = connectionId) => toldOf(storage, id),
    async toldOfOutgoing(id) {
      const stored = await storage.repository(outgoingCollection).get(id);
      return stored?.pending.map(({ type }) => type) ?? [];
    },
    async dispose() {
      await body.dispose?.();
      await storage.dispose();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Calls a route of a flow that has no harness. @returns its answer's body */
export async function callRoute(
  routes: FlowBody['routes'],
  method: string,
  path: string,
  request?: RouteCall,
): Promise<unknown> {
  return (await answerOf(routes === undefined ? {} : { routes }, method, path, request)).body;
}

/** `id@revision` of what is stored, in order. */
export async function storedIn(storage: Storage, id: string): Promise<readonly string[]> {
  return (await inOrder(storage, id)).map(({ state: { message } }) => `${message.id}@${message.revision}`);
}

export async function toldOf(storage: Storage, id: string): Promise<readonly string[]> {
  return (await inOrder(storage, id)).flatMap(({ pending }) =>
    pending.map(({ type, data }) => `${type} ${data['messageId'] as string}@${data['revision'] as string}`),
  );
}

async function inOrder(storage: Storage, id: string) {
  const repository = storage.repository(messageCollection);
  const all = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof repository.list>> = await repository.list({
      where: { connectionId: id },
      order: { field: 'position', direction: 'ascending' },
      limit: 1_000,
      cursor,
    });
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
}
