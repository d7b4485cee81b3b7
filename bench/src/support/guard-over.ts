import {
  createContracts,
  createDeadlines,
  createGuard,
  createLines,
  createRecorder,
  defaultBreakerPolicy,
  defaultBulkheadPolicy,
  defaultRetryPolicy,
  type Guard,
  type LinesDependencies,
} from '@fairlead/core';
import { type SecretHandles, systemClock as clock } from '@fairlead/sdk';

const nothing = { get: async () => undefined, put: async () => undefined, delete: async () => undefined };
export const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** A whole guard over one plugin, without a database around it. Any connection's id will do. */
export function guardOver(
  plugin: ReturnType<LinesDependencies['plugins']['running']>,
  handles: SecretHandles,
  concurrent = defaultBulkheadPolicy.concurrent,
): Guard {
  const recorder = createRecorder(clock);
  const lines = createLines({
    clock,
    connections: {
      describe: async (id) => ({
        id,
        name: 'Bench',
        plugin: plugin.id,
        status: 'active',
        allowedPrivateHosts: [],
        overrides: {},
      }),
      reveal: async () => ({ state: 'open', settings: {} }),
      state: () => nothing,
      secrets: () => nothing,
    },
    plugins: { running: () => plugin },
    recorder: () => recorder,
    log: () => silent,
    webhookUrl: () => 'http://127.0.0.1/hooks/bench',
    breaker: defaultBreakerPolicy,
    bulkhead: { ...defaultBulkheadPolicy, concurrent },
    laneChanged: () => undefined,
    invoke: () => Promise.reject(new Error('not used')),
  });
  return createGuard({
    clock,
    random: Math.random,
    deadlines: createDeadlines(clock),
    contracts: createContracts(handles),
    lines,
    retry: defaultRetryPolicy,
    redact: (error) => error,
    reportBug: () => undefined,
  });
}
