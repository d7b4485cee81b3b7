import {
  type Connections,
  type EventLog,
  type Guard,
  type HealthMonitor,
  type Incidents,
  type JobQueue,
  type LaneControl,
  newEvent,
  type PluginRegistry,
  type Storage,
  type Subscription,
} from '@fairlead/core';
import type { Flow, FlowBody, FlowConnection, FlowServices, OperationSupport } from '@fairlead/core/flow-api';
import { type Clock, FairleadError, type Logger } from '@fairlead/sdk';
import { createAsking, type Asking } from './flow-questions.ts';
import { find } from './health.ts';

interface FlowsOptions {
  readonly flows: readonly Flow[];
  readonly storage: Storage;
  readonly clock: Clock;
  readonly log: (flow: string) => Logger;
  readonly guard: Guard;
  readonly connections: Connections;
  readonly plugins: PluginRegistry;
  readonly jobs: JobQueue;
  readonly incidents: Incidents;
  readonly events: EventLog;
  readonly health: Pick<HealthMonitor, 'get'>;
  readonly lanes: Pick<LaneControl, 'admits'>;
  readonly publicUrl: () => string;
  readonly signal: AbortSignal;
}

/** A flow with what it does. */
export interface BoundFlow {
  readonly flow: Flow;
  readonly body: FlowBody;
}

/** Gives each flow its services. Nothing of it runs yet. */
export function bindFlows(options: FlowsOptions): readonly BoundFlow[] {
  const asking = createAsking(options.flows, options.clock);
  return options.flows.map((flow) => {
    const body = flow.make(servicesOf(flow, options, asking));
    asking.bind(flow.id, body.answers ?? []);
    for (const [name, job] of Object.entries(body.jobs ?? {})) {
      options.jobs.define(`${flow.id}.${name}`, {
        handler: (payload, { signal, attempt }) => job.handle(payload as never, { signal, attempt }),
        ...(job.maxAttempts === undefined ? {} : { maxAttempts: job.maxAttempts }),
        timeoutMs: job.timeoutMs ?? 60_000,
        concurrency: job.concurrency ?? 4,
      });
    }
    return { flow, body };
  });
}

/** Starts the flows: subscriptions first, so that nothing a flow publishes at its start is missed. */
export async function startFlows(bound: readonly BoundFlow[], events: EventLog): Promise<readonly Subscription[]> {
  const subscriptions = bound.flatMap(({ flow, body }) =>
    Object.entries(body.subscriptions ?? {}).map(([type, { handle, concurrency }]) =>
      events.subscribe({ id: `${flow.id}.${type}`, types: [type], concurrency, handler: (event) => handle(event) }),
    ),
  );
  for (const { body } of bound) await body.start?.();
  return subscriptions;
}

function servicesOf(flow: Flow, options: FlowsOptions, asking: Asking): FlowServices {
  const { storage, clock, guard, connections, plugins, jobs, incidents, health, lanes, publicUrl, signal } = options;
  const own = new Set<unknown>(flow.collections);
  const view = ({
    id,
    name,
    plugin,
    status,
  }: Pick<FlowConnection, 'id' | 'name' | 'plugin' | 'status'>): FlowConnection => {
    const capabilities = Object.entries(plugins.find(plugin)?.manifest?.capabilities ?? {});
    return {
      id,
      name,
      plugin,
      status,
      operations: Object.fromEntries(capabilities.map(([key, { operations }]) => [key, Object.keys(operations)])),
      support: Object.fromEntries(capabilities.map(([key, { operations }]) => [key, supportOf(operations)])),
    };
  };
  const get = async (id: string): Promise<FlowConnection | undefined> => {
    const connection = await find(connections, id);
    return connection === undefined ? undefined : view(connection);
  };
  return {
    guard: guard as FlowServices['guard'],
    connections: {
      get,
      async standing(id, operation) {
        const connection = await get(id);
        const offered = connection?.operations[operation.capability]?.includes(operation.name) === true;
        if (!offered || connection.status !== 'active') return undefined;
        const open = await lanes.admits(id, operation.lane);
        return { health: (await health.get(id))?.status ?? 'unknown', open };
      },
      async offering(operation) {
        const found: FlowConnection[] = [];
        let cursor: string | null | undefined;
        do {
          const page = await connections.list({ capability: operation.capability, limit: 1_000, cursor });
          found.push(
            ...page.items
              .map(view)
              .filter(({ operations }) => operations[operation.capability]?.includes(operation.name)),
          );
          cursor = page.nextCursor;
        } while (cursor !== null);
        return found;
      },
      onChange: (listener) => connections.onChange(({ id }) => listener(id)),
    },
    jobs: {
      enqueue: async ({ name, ...request }) => (await jobs.enqueue({ name: `${flow.id}.${name}`, ...request })).id,
      repeat: async ({ name, everyMs, ...request }) =>
        void (await jobs.repeat({
          name: `${flow.id}.${name}`,
          everyMs,
          jitterMs: Math.floor(everyMs / 10),
          ...request,
        })),
      cancel: async (name, key) => void (await jobs.cancel({ name: `${flow.id}.${name}`, key })),
    },
    incidents: {
      raise: async (report) => void (await incidents.raise(report)),
      resolve: async (subject, code) => void (await incidents.resolve(subject, code)),
    },
    ask: (question, input, call) => asking.ask(flow, question, input, call),
    clock,
    log: options.log(flow.id),
    publicUrl,
    signal,
    repository(collection) {
      if (!own.has(collection))
        throw new TypeError(`“${collection.name}” is not a collection of the flow “${flow.id}”.`);
      return storage.repository(collection);
    },
    event(type, subject, data) {
      if (!(type in flow.events))
        throw new FairleadError('input_invalid', { message: `“${type}” is not an event of the flow “${flow.id}”.` });
      return newEvent(clock, { type, subject, data });
    },
  };
}

function supportOf(operations: Readonly<Record<string, OperationSupport>>): Readonly<Record<string, OperationSupport>> {
  return Object.fromEntries(
    Object.entries(operations).map(([name, { keyLifetimeMs, dedupe }]) => [
      name,
      { ...(keyLifetimeMs === undefined ? {} : { keyLifetimeMs }), ...(dedupe === undefined ? {} : { dedupe }) },
    ]),
  );
}
