import {
  type Connections,
  type Credentials,
  createContracts,
  createDeadlines,
  createGuard,
  createLaneControl,
  createLines,
  defaultBreakerPolicy,
  defaultBulkheadPolicy,
  defaultRetryPolicy,
  type Guard,
  isHubError,
  type LaneControl,
  type Lines,
  laneOverridesCollection,
  type PluginRegistry,
  type PluginStore,
  type Recorder,
  type Redactor,
  type Storage,
} from '@fairlead/core';
import { type Clock, FairleadError, fromWireError, type Logger, type SecretHandles, toWireError } from '@fairlead/sdk';

/** The way to plugins. */
export interface Calls {
  readonly guard: Guard;
  readonly lines: Lines;
  readonly lanes: LaneControl;
  /** Why the credentials of a connection could not be opened when it was last tried; undefined when they could. */
  lockOf(connectionId: string): string | undefined;
}

export interface CallsOptions {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly redactor: Redactor;
  readonly connections: Connections;
  readonly credentials: Credentials;
  readonly pluginStore: PluginStore;
  readonly plugins: PluginRegistry;
  readonly handles: SecretHandles;
  readonly recorder: (connectionId: string, pluginId: string, version: string) => Recorder;
  readonly log: (connectionId: string, pluginId: string, version: string) => Logger;
  readonly webhookUrl: (connectionId: string) => string;
  readonly laneChanged: (connectionId: string) => void;
}

export function createCalls(options: CallsOptions): Calls {
  const { storage, clock, redactor, connections, pluginStore, plugins, handles } = options;
  const locks = new Map<string, string>();
  const lines = createLines({
    clock,
    connections: {
      describe: (id) => describe(connections, lanes, id),
      reveal: async (id) => {
        const revealed = await reveal(options.credentials, id);
        if (revealed.state === 'locked') locks.set(id, revealed.reason);
        else locks.delete(id);
        return revealed;
      },
      state: (id) => pluginStore.stateOf(id),
      secrets: (id) => pluginStore.secretsOf(id),
    },
    plugins,
    recorder: options.recorder,
    log: options.log,
    webhookUrl: options.webhookUrl,
    breaker: defaultBreakerPolicy,
    bulkhead: defaultBulkheadPolicy,
    laneChanged: options.laneChanged,
    invoke: (id, operation, input) => guard.invoke(id, operation, input as never),
  });
  const lanes = createLaneControl({ repository: storage.repository(laneOverridesCollection), lines, clock });
  const guard = createGuard({
    clock,
    random: Math.random,
    deadlines: createDeadlines(clock),
    contracts: createContracts(handles),
    lines,
    retry: defaultRetryPolicy,
    redact: (error) => redacted(error, redactor),
    reportBug: (id, error) => plugins.reportBug(id, error),
  });
  connections.onChange(({ id }) => lines.replace(id));
  plugins.onChange(({ id }) => lines.replacePlugin(id));
  return { guard, lines, lanes, lockOf: (id) => locks.get(id) };
}

async function describe(connections: Connections, lanes: LaneControl, id: string) {
  try {
    const { name, plugin, status, allowedPrivateHosts } = await connections.get(id);
    return { id, name, plugin, status, allowedPrivateHosts, overrides: await lanes.stored(id) };
  } catch (error) {
    if (isHubError(error, 'not_found')) return undefined;
    throw error;
  }
}

async function reveal(credentials: Credentials, id: string) {
  const revealed = await credentials.reveal(id);
  switch (revealed.outcome) {
    case 'open':
      return { state: 'open', settings: revealed.settings } as const;
    case 'locked':
      return {
        state: 'locked',
        reason: `The master key “${revealed.keyId}” does not open “${revealed.secret}” (${revealed.reason}).`,
      } as const;
    case 'invalid':
      throw new FairleadError('settings_invalid', {
        message: revealed.errors.map(({ path, message }) => `${path} ${message}`).join('; '),
        details: { paths: revealed.errors.map(({ path }) => path) },
      });
  }
}

/** The same error without what the redactor knows; the very same when there is nothing to take out. */
function redacted(error: FairleadError, redactor: Redactor): FairleadError {
  const message = redactor.text(error.message);
  const details = redactor.value(error.details) as FairleadError['details'];
  if (message === error.message && details === error.details) return error;
  // By way of its wire form, because a newer copy of the SDK may have codes that this one does not.
  const clean = fromWireError({ ...toWireError(error), message, ...(details === undefined ? {} : { details }) });
  clean.cause = error.cause;
  return clean;
}
