import { randomUUID } from 'node:crypto';
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
  type JobRequest,
  type OutboxEvent,
  type Repository,
} from '@fairlead/core/flow-api';
import { callRoute, flowServices, type RouteAnswer, type RouteCall } from '@fairlead/core/flow-api/testing';
import type { Clock, PaymentEvent } from '@fairlead/sdk';
import { FakeClock } from '@fairlead/sdk/testing';
import { paymentCollection } from '../src/collections.ts';
import { createPaymentsFlow } from '../src/index.ts';
import type { PaymentState } from '../src/model/payment.ts';
import type { paymentView } from '../src/view/payment-view.ts';
import type { Static } from 'typebox';
import { allOperations, type ScriptedGateway, scriptedGateway } from './scripted-gateway.ts';

export type PaymentView = Static<typeof paymentView>;

export interface Repeating {
  readonly name: string;
  readonly key: string;
  readonly payload: object;
  readonly everyMs: number;
  readonly jitterMs?: number;
}

/** The flow on a real database; provider, connections, jobs and incidents are scripted. */
export interface FlowHarness {
  readonly clock: FakeClock;
  readonly storage: Storage;
  readonly provider: ScriptedGateway;
  /** By id; `gw-a` is there from the start. Change entries at will. */
  readonly connections: Map<string, FlowConnection>;
  /** How they stand; healthy and open without an entry. */
  readonly standings: Map<string, ConnectionStanding>;
  /** Waiting jobs, in the order in which they were asked for. */
  readonly jobs: JobRequest[];
  readonly repeating: Map<string, Repeating>;
  /** Open incidents by `kind:id:code`. */
  readonly incidents: Map<string, IncidentReport>;
  readonly logged: { readonly level: string; readonly message: string; readonly details: unknown }[];
  readonly services: FlowServices;
  readonly body: FlowBody;
  /** Calls a route's handler with what the server would hand it: checked, with defaults. `path` as declared: `/api/payments/{id}`. @returns its answer's body */
  call<Answer = unknown>(method: string, path: string, request?: RouteCall): Promise<Answer>;
  /** The same with status and headers. */
  answer(method: string, path: string, request?: RouteCall): Promise<RouteAnswer>;
  /** `POST /api/payments` of 12.00 EUR; `body` changes that. */
  create(body?: object, idempotencyKey?: string): Promise<PaymentView>;
  /** One of the acts: capture, void, refund, cancel, resolve. */
  act<Answer = { readonly result: { readonly id: string; readonly state: string }; readonly payment: PaymentView }>(
    id: string,
    act: string,
    body?: object,
    idempotencyKey?: string,
  ): Promise<Answer>;
  /** What `GET` shows. */
  show(id: string): Promise<PaymentView>;
  /** As stored. */
  state(id: string): Promise<PaymentState>;
  /** Hands webhook events to the inbox: those given, or all that the provider has waiting. */
  deliver(events?: readonly PaymentEvent[], connectionId?: string): Promise<void>;
  /** Runs a repeating or waiting job by hand. */
  runJob(name: string, payload?: object): Promise<void>;
  /** Runs all waiting jobs that are due, and those that they ask for. One that throws stays, and the error is thrown. */
  runJobs(): Promise<void>;
  /** Everything that waits for the relay of a payment, in order. */
  outbox(id: string): Promise<readonly OutboxEvent[]>;
  /** The types of it. */
  told(id: string): Promise<readonly string[]>;
  /** Delivers events to the flow's own subscriptions, each once. */
  dispatch(id: string): Promise<void>;
  /** A new process on the same database: waiting jobs and provider stay. */
  restart(): Promise<void>;
  dispose(): Promise<void>;
}

export const gatewayA = 'gw-a';
export const gatewayB = 'gw-b';

export function gatewayConnection(id = gatewayA, part: Partial<FlowConnection> = {}): FlowConnection {
  return {
    id,
    name: id,
    plugin: 'gateway-x',
    status: 'active',
    operations: { 'payment-gateway': [...allOperations] },
    support: { 'payment-gateway': Object.fromEntries(allOperations.map((name) => [name, {}])) },
    ...part,
  };
}

export async function openStorage(folder: string, clock: Clock): Promise<Storage> {
  const { collections } = createPaymentsFlow();
  const storage = await createStorage({ path: join(folder, 'hub.db'), collections, clock });
  await storage.migrate();
  return storage;
}

/** What all entries of all payments sum to, by currency. */
async function ledgerSums(storage: Storage): Promise<ReadonlyMap<string, bigint>> {
  const sums = new Map<string, bigint>();
  for await (const { state } of storage.repository(paymentCollection).scan()) {
    for (const { currency, amountMinor } of state.ledger.flatMap(({ lines }) => lines)) {
      sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(amountMinor));
    }
  }
  return sums;
}

/** A map that tells of what is set, as connections tell of changes. */
function tellingMap(
  entries: readonly (readonly [string, FlowConnection])[],
  changed: (id: string) => void,
): Map<string, FlowConnection> {
  const map = new Map(entries);
  const set = map.set.bind(map);
  map.set = (id, connection) => {
    set(id, connection);
    changed(id);
    return map;
  };
  return map;
}

export interface HarnessOptions {
  /** Wraps every repository, to break or watch writes. */
  readonly wrap?: <State>(repository: Repository<State>) => Repository<State>;
  /** Waited for before each call of the provider and before each answer of it, so that a test decides who goes first. */
  readonly turn?: (what: string) => Promise<void>;
  /** A database that is there already; it stays open at the end. */
  readonly storage?: Storage;
  readonly clock?: FakeClock;
}

export async function flowHarness(options: HarnessOptions = {}): Promise<FlowHarness> {
  const { clock = new FakeClock(), wrap } = options;
  const folder = options.storage === undefined ? await mkdtemp(join(tmpdir(), 'fairlead-payments-')) : undefined;
  const storage = options.storage ?? (await openStorage(folder ?? '', clock));
  const provider = scriptedGateway(() => clock.now(), options.storage === undefined ? '' : `_${randomUUID()}`);
  const listeners = new Set<(id: string) => void>();
  const connections = tellingMap([[gatewayA, gatewayConnection()]], (id) =>
    listeners.forEach((listener) => listener(id)),
  );
  const standings = new Map<string, ConnectionStanding>();
  const jobs: JobRequest[] = [];
  const repeating = new Map<string, Repeating>();
  const incidents = new Map<string, IncidentReport>();
  const logged: FlowHarness['logged'] = [];
  const delivered = new Set<string>();
  const log = (level: string) => (message: string, details?: unknown) => void logged.push({ level, message, details });
  const incidentId = (subject: IncidentReport['subject'], code: string) => `${subject.kind}:${subject.id}:${code}`;
  const stop = new AbortController();
  const flow = createPaymentsFlow();
  const usual = flowServices({ flow, storage, clock, signal: stop.signal, wrap });
  const services: FlowServices = {
    ...usual,
    guard: {
      ...usual.guard,
      async invoke(id, operation, input, how) {
        await options.turn?.(`ask ${operation.name}`);
        try {
          return (await provider.invoke(id, operation, input, how)) as never;
        } finally {
          await options.turn?.(`answer ${operation.name}`);
        }
      },
    },
    connections: {
      get: async (id) => connections.get(id),
      offering: async ({ name }) =>
        [...connections.values()].filter(({ operations }) => operations['payment-gateway']?.includes(name) === true),
      standing: async (id, { name }) => {
        const found = connections.get(id);
        if (found?.status !== 'active' || found.operations['payment-gateway']?.includes(name) !== true)
          return undefined;
        return standings.get(id) ?? { health: 'healthy', open: true };
      },
      onChange(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    jobs: {
      async enqueue(request) {
        const waits = jobs.find(({ name, key }) => name === request.name && key !== undefined && key === request.key);
        if (waits === undefined) jobs.push(request);
        return `${request.name}:${request.key ?? jobs.length}`;
      },
      repeat: async (request) => void repeating.set(`${request.name}:${request.key}`, request),
      async cancel(name, key) {
        repeating.delete(`${name}:${key}`);
        const index = jobs.findIndex((job) => job.name === name && job.key === key);
        if (index >= 0) jobs.splice(index, 1);
      },
    },
    incidents: {
      raise: async (report) => void incidents.set(incidentId(report.subject, report.code), report),
      resolve: async (subject, code) => void incidents.delete(incidentId(subject, code)),
    },
    log: { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') },
  };
  let body = flow.make(services);
  await body.start?.();
  const run = { signal: stop.signal, attempt: 1 };
  const payments = storage.repository(paymentCollection);
  const stored = async (id: string) => {
    const found = await payments.get(id);
    if (found === undefined) throw new Error(`There is no payment ${id}.`);
    return found;
  };

  const answer: FlowHarness['answer'] = (method, path, request) =>
    callRoute(body, method, path, { signal: stop.signal, ...request });
  const call = async <Answer>(method: string, path: string, request?: RouteCall) =>
    (await answer(method, path, request)).body as Answer;
  const keyed = (idempotencyKey: string | undefined) => (idempotencyKey === undefined ? {} : { idempotencyKey });

  return {
    clock,
    storage,
    provider,
    connections,
    standings,
    jobs,
    repeating,
    incidents,
    logged,
    services,
    get body() {
      return body;
    },
    call,
    answer,
    create: (part = {}, idempotencyKey) =>
      call('POST', '/api/payments', {
        body: { amountMinor: '1200', currency: 'EUR', ...part },
        ...keyed(idempotencyKey),
      }),
    act: (id, act, requestBody = {}, idempotencyKey) =>
      call('POST', `/api/payments/{id}/${act}`, { params: { id }, body: requestBody, ...keyed(idempotencyKey) }),
    show: (id) => call('GET', '/api/payments/{id}', { params: { id } }),
    state: async (id) => (await stored(id)).state,
    async deliver(events, connectionId = gatewayA) {
      const waiting = events === undefined ? provider.take() : events.map((event) => ({ connectionId, event }));
      for (const id of new Set(waiting.map((each) => each.connectionId))) {
        const own = waiting.filter((each) => each.connectionId === id);
        await body.inbox?.['payment-gateway']?.({
          connectionId: id,
          events: own.map(({ event }) => ({
            inboxId: `in-${event.dedupeKey}`,
            receivedAt: new Date(clock.now()).toISOString(),
            event,
          })),
        });
      }
    },
    async runJob(name, payload = {}) {
      const job = body.jobs?.[name];
      if (job === undefined) throw new Error(`No job ${name}`);
      await job.handle(payload as never, run);
    },
    async runJobs() {
      for (;;) {
        const job = jobs.find(({ runAt = 0 }) => runAt <= clock.now());
        if (job === undefined) return;
        await body.jobs?.[job.name]?.handle(job.payload, run);
        jobs.splice(jobs.indexOf(job), 1);
      }
    },
    outbox: async (id) => (await stored(id)).pending,
    told: async (id) => (await stored(id)).pending.map(({ type }) => type),
    async dispatch(id) {
      for (const event of (await stored(id)).pending) {
        if (delivered.has(event.id)) continue;
        delivered.add(event.id);
        await body.subscriptions?.[event.type]?.handle({ ...event, sequence: delivered.size });
      }
    },
    async restart() {
      await body.dispose?.();
      body = createPaymentsFlow().make(services);
      await body.start?.();
    },
    async dispose() {
      stop.abort();
      await body.dispose?.();
      if (folder === undefined) return;
      const sums = await ledgerSums(storage);
      await storage.dispose();
      await rm(folder, { recursive: true, force: true });
      // Whatever a test was about: the books balance after it.
      const wrong = [...sums].filter(([, sum]) => sum !== 0n);
      if (wrong.length > 0) throw new Error(`The ledger does not balance: ${wrong.map(String).join(' ')}`);
    },
  };
}
