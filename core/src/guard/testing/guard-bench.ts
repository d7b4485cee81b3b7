import { type Call, FairleadError, type Manifest, type Operation } from '@fairlead/sdk';
import type { ServedConnection } from '@fairlead/sdk/host';
import { FakeClock } from '@fairlead/sdk/testing';
import { createRecorder, type Recorder } from '../../health/index.ts';
import {
  createDeadlines,
  defaultBreakerPolicy,
  defaultBulkheadPolicy,
  defaultRetryPolicy,
} from '../../resilience/index.ts';
import { createContracts } from '../contracts.ts';
import { createGuard, type Guard } from '../guard.ts';
import { type CallableConnection, type CallablePlugin, createLines, type Lines } from '../lines.ts';

/** A guard over one connection whose plugin is a function of the test. */
export interface GuardBench {
  readonly clock: FakeClock;
  readonly guard: Guard;
  readonly lines: Lines;
  readonly recorder: Recorder;
  /** Errors that count to the plugin's quarantine. */
  readonly bugs: FairleadError[];
  /** Instances made and disposed so far. */
  readonly instances: { made: number; disposed: number };
  connection: CallableConnection;
  locked: string | undefined;
  /** False: the plugin is not running. */
  running: boolean;
}

/** How the plugin answers, in wire form. */
export type Answering = (operation: Operation, input: unknown, call: Call) => unknown;

const operations = { createCheckout: {}, getStatus: {}, receive: {}, capture: {}, refund: {}, testCredentials: {} };

export const testManifest: Manifest = {
  id: 'gateway-test',
  displayName: 'Test',
  description: 'A gateway of the tests.',
  sdk: '*',
  capabilities: {
    'payment-gateway': { version: 1, operations },
    channel: { version: 1, operations: { send: {}, listen: {}, testCredentials: {} } },
  },
  settings: './settings.schema.json',
  settingsVersion: 1,
  egress: [],
  host: { prefers: 'inline' },
};

export function createGuardBench(
  answer: Answering,
  changes: { manifest?: Manifest; concurrent?: number } = {},
): GuardBench {
  const clock = new FakeClock();
  const manifest = changes.manifest ?? testManifest;
  const recorder = createRecorder(clock);
  const bench = {
    clock,
    recorder,
    bugs: [] as FairleadError[],
    instances: { made: 0, disposed: 0 },
    connection: {
      id: 'c1',
      name: 'C',
      plugin: manifest.id,
      status: 'active',
      allowedPrivateHosts: [],
      overrides: {},
    } as CallableConnection,
    locked: undefined as string | undefined,
    running: true,
  };
  const served = (): ServedConnection => {
    bench.instances.made += 1;
    return {
      call: async (operation, input, call) => answer(operation, input, call),
      async *open(operation, input, call) {
        yield* answer(operation, input, call) as AsyncIterable<unknown>;
      },
      dispose: async () => {
        bench.instances.disposed += 1;
      },
    };
  };
  const plugin: CallablePlugin = {
    id: manifest.id,
    version: '1.0.0',
    manifest,
    serve: async () => served(),
  };
  const handles = {
    toHandle: () => 'handle',
    fromHandle: () => {
      throw new TypeError('no handles here');
    },
  };
  const lines = createLines({
    clock,
    connections: {
      describe: async (id) => (id === bench.connection.id ? bench.connection : undefined),
      reveal: async () =>
        bench.locked === undefined ? { state: 'open', settings: {} } : { state: 'locked', reason: bench.locked },
      state: () => ({ get: async () => undefined, put: async () => undefined, delete: async () => undefined }),
      secrets: () => ({ get: async () => undefined, put: async () => undefined, delete: async () => undefined }),
    },
    plugins: {
      running() {
        if (!bench.running) throw new FairleadError('plugin_not_running');
        return plugin;
      },
    },
    recorder: () => recorder,
    log: () => ({ debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }),
    webhookUrl: (id) => `http://127.0.0.1/hooks/${id}`,
    breaker: defaultBreakerPolicy,
    bulkhead: {
      ...defaultBulkheadPolicy,
      concurrent: changes.concurrent ?? defaultBulkheadPolicy.concurrent,
      waiting: 2,
    },
    laneChanged: () => undefined,
    invoke: async () => {
      throw new FairleadError('feature_unsupported');
    },
  });
  const guard = createGuard({
    clock,
    random: () => 0.5,
    deadlines: createDeadlines(clock),
    contracts: createContracts(handles),
    lines,
    retry: defaultRetryPolicy,
    redact: (error) => error,
    reportBug: (_id, error) => void bench.bugs.push(error),
  });
  return Object.assign(bench, { guard, lines });
}

/** A good answer to `getStatus`, in wire form. */
export const status = { providerRef: 'p1', vendorStatus: 'open', final: false, events: [] };
/** A good answer to `capture`, in wire form. */
export const captured = { outcome: 'succeeded', movementRef: 'm1', amount: { amountMinor: '100', currency: 'USD' } };
export const captureInput = { providerRef: 'p1', amount: { amountMinor: 100n, currency: 'USD' }, final: true };
