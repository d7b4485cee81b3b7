import type { Clock } from '@fairlead/sdk';
import { eventCheck, newEvent } from '../../events/index.ts';
import type { Repository, Storage } from '../../storage/index.ts';
import type { FlowDeclaration } from '../define-flow.ts';
import type { FlowServices } from '../services.ts';

export interface FlowServicesOptions {
  readonly flow: Pick<FlowDeclaration, 'events'>;
  /** With the flow's collections, migrated. */
  readonly storage: Storage;
  readonly clock: Clock;
  /** Default: one that is never aborted. */
  readonly signal?: AbortSignal;
  /** Wraps every repository, to break, order or watch writes. */
  readonly wrap?: ((repository: Repository<unknown>, collection: string) => Repository<unknown>) | undefined;
}

/**
 * What a flow gets, on a real database: events must be as they are declared. Nothing is connected, nobody is asked, jobs
 * and incidents lead nowhere; a test puts its own in the place of what it is about.
 */
export function flowServices({ flow, storage, clock, signal, wrap }: FlowServicesOptions): FlowServices {
  const check = eventCheck(flow.events);
  return {
    guard: { invoke: unused, open: unused },
    connections: {
      get: async () => undefined,
      offering: async () => [],
      standing: async () => undefined,
      onChange: () => () => undefined,
    },
    jobs: { enqueue: async () => '', repeat: async () => undefined, cancel: async () => undefined },
    incidents: { raise: async () => undefined, resolve: async () => undefined },
    ask: async () => unused(),
    clock,
    log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
    publicUrl: () => 'https://hub.example',
    signal: signal ?? new AbortController().signal,
    repository: (collection) => {
      const repository = storage.repository(collection);
      if (wrap === undefined) return repository;
      return wrap(repository as unknown as Repository<unknown>, collection.name) as unknown as typeof repository;
    },
    event(type, subject, data) {
      check({ type, data });
      return newEvent(clock, { type, subject, data });
    },
  };
}

function unused(): never {
  throw new Error('A flow called what its test does not script.');
}
