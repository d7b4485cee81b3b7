import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStorage, newEvent, type Storage } from '@fairlead/core';
import type { FlowBody, FlowConnection, FlowServices, IncidentReport, Repository } from '@fairlead/core/flow-api';
import type { Clock } from '@fairlead/sdk';
import { FakeClock } from '@fairlead/sdk/testing';
import { channelCollection, createMessagesFlow, messageCollection, type MessagesSettings } from '../src/index.ts';
import { type ScriptedChannel, scriptedChannel } from './scripted-channel.ts';

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
  readonly connections: Map<string, FlowConnection>;
  readonly repeating: Map<string, RepeatCall>;
  readonly incidents: IncidentReport[];
  readonly body: FlowBody;
  connectionChanged(connectionId: string): void;
  /** Runs the polling job of a connection. */
  poll(connectionId?: string): Promise<void>;
  /** Calls a route's handler with checked values. */
  call(method: string, path: string, request?: object): Promise<unknown>;
  stored(connectionId?: string): Promise<readonly string[]>;
  /** Events that wait for the relay, as `type message`, in the order of the messages. */
  told(connectionId?: string): Promise<readonly string[]>;
  dispose(): Promise<void>;
}

export const connectionId = 'c1';

export function activeConnection(id = connectionId, part: Partial<FlowConnection> = {}): FlowConnection {
  return {
    id,
    name: id,
    plugin: 'channel-x',
    status: 'active',
    operations: { channel: ['fetch', 'receive'] },
    support: { channel: { fetch: {}, receive: {} } },
    ...part,
  };
}

export async function openStorage(folder: string, clock: Clock): Promise<Storage> {
  const collections = [messageCollection, channelCollection];
  const storage = await createStorage({ path: join(folder, 'hub.db'), collections, clock });
  await storage.migrate();
  return storage;
}

export interface ServiceParts {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly vendor: ScriptedChannel;
  readonly wrap?: <State>(repository: Repository<State>) => Repository<State>;
}

/** The least that polling needs. */
export function flowServices({ storage, clock, vendor, wrap }: ServiceParts): FlowServices {
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  return {
    guard: {
      invoke: async (_id, _operation, input) => (await vendor.fetch(input)) as never,
      open: () => {
        throw new Error('not used');
      },
    },
    connections: {
      get: async (id) => activeConnection(id),
      offering: async () => [activeConnection()],
      standing: async () => ({ health: 'healthy', open: true }),
      onChange: () => () => {},
    },
    jobs: { enqueue: async () => '', repeat: async () => {}, cancel: async () => {} },
    incidents: { raise: async () => {}, resolve: async () => {} },
    ask: async () => {
      throw new Error('not used');
    },
    clock,
    log,
    publicUrl: () => 'http://127.0.0.1:7400',
    signal: new AbortController().signal,
    repository: (collection) => {
      const repository = storage.repository(collection);
      return wrap === undefined ? repository : (wrap(repository as never) as typeof repository);
    },
    event: (type, subject, data) => newEvent(clock, { type, subject, data }),
  };
}

export async function flowHarness(settings: Partial<MessagesSettings> = {}): Promise<FlowHarness> {
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-messages-'));
  const clock = new FakeClock();
  const storage = await openStorage(folder, clock);
  const vendor = scriptedChannel();
  const connections = new Map([[connectionId, activeConnection()]]);
  const repeating = new Map<string, RepeatCall>();
  const incidents: IncidentReport[] = [];
  const listeners = new Set<(id: string) => void>();
  const services: FlowServices = {
    ...flowServices({ storage, clock, vendor }),
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
    incidents: { raise: async (report) => void incidents.push(report), resolve: async () => {} },
  };
  const body = createMessagesFlow(settings).make(services);
  const run = { signal: new AbortController().signal, attempt: 1 };
  return {
    clock,
    storage,
    vendor,
    connections,
    repeating,
    incidents,
    body,
    connectionChanged: (id) => listeners.forEach((listener) => listener(id)),
    poll: async (id = connectionId) => body.jobs?.['poll']?.handle({ connectionId: id }, run),
    async call(method, path, request = {}) {
      const route = body.routes?.find((one) => one.method === method && one.path === path);
      if (route === undefined) throw new Error(`No route ${method} ${path}`);
      return route.handler({ params: {}, query: {}, body: {}, signal: run.signal, ...request } as never);
    },
    stored: (id = connectionId) => storedIn(storage, id),
    told: (id = connectionId) => toldOf(storage, id),
    async dispose() {
      await body.dispose?.();
      await storage.dispose();
      await rm(folder, { recursive: true, force: true });
    },
  };
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
