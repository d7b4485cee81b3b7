import {
  type Connections,
  type ConnectionSource,
  type ConnectionTrials,
  type Credentials,
  createConnectionTrials,
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
  type LinesDependencies,
  laneOverridesCollection,
  type MovedConnection,
  openTrial,
  type PluginRegistry,
  type PluginStore,
  type Recorder,
  type Redactor,
  type SettingsTarget,
  type Storage,
  type Trial,
  type TrialConnection,
  type UnsavedConnections,
} from '@fairlead/core';
import { type Clock, FairleadError, fromWireError, type Logger, type SecretHandles, toWireError } from '@fairlead/sdk';

/** The way to plugins. */
export interface Calls {
  readonly guard: Guard;
  readonly lines: Lines;
  readonly lanes: LaneControl;
  /** Why the credentials of a connection could not be opened when it was last tried; undefined when they could. */
  lockOf(connectionId: string): string | undefined;
  /** Has a version of a plugin that answers nobody yet serve a connection, with settings made for it. */
  trial(version: TrialConnection['plugin'], target: SettingsTarget, copy: MovedConnection): Promise<Trial>;
  /** Tries connections before they are saved. */
  readonly trials: ConnectionTrials;
}

export interface CallsOptions {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly redactor: Redactor;
  readonly connections: Connections;
  readonly credentials: Credentials;
  readonly unsaved: UnsavedConnections;
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
  const { credentials, log, webhookUrl } = options;
  const locks = new Map<string, string>();
  const deadlines = createDeadlines(clock);
  const contracts = createContracts(handles);
  const redact = (error: FairleadError) => redacted(error, redactor);
  const source: ConnectionSource = {
    describe: (id) => describe(connections, lanes, id),
    reveal: async (id) => {
      const revealed = opened(await credentials.reveal(id));
      if (revealed.state === 'locked') locks.set(id, revealed.reason);
      else locks.delete(id);
      return revealed;
    },
    state: (id) => pluginStore.stateOf(id),
    secrets: (id) => pluginStore.secretsOf(id),
  };
  const invoke: LinesDependencies['invoke'] = (id, operation, input) => guard.invoke(id, operation, input as never);
  const lines = createLines({
    clock,
    connections: source,
    plugins,
    recorder: options.recorder,
    log,
    webhookUrl,
    breaker: defaultBreakerPolicy,
    bulkhead: defaultBulkheadPolicy,
    laneChanged: options.laneChanged,
    invoke,
  });
  const lanes = createLaneControl({ repository: storage.repository(laneOverridesCollection), lines, clock });
  const guard = createGuard({
    clock,
    random: Math.random,
    deadlines,
    contracts,
    lines,
    retry: defaultRetryPolicy,
    redact,
    reportBug: (id, error) => plugins.reportBug(id, error),
  });
  connections.onChange(({ id }) => lines.replace(id));
  plugins.onChange(({ id }) => lines.replacePlugin(id));
  const common = { clock, connections: source, log, webhookUrl, invoke, deadlines, contracts, redact };
  return {
    guard,
    lines,
    lanes,
    lockOf: (id) => locks.get(id),
    trial: async (plugin, target, copy) => {
      const connection = await source.describe(copy.connectionId);
      if (connection === undefined) throw new FairleadError('connection_inactive');
      const reveal = async () => opened(await credentials.revealMoved(target, copy));
      return openTrial(common, { connection, plugin, reveal });
    },
    trials: createConnectionTrials({ ...common, unsaved: options.unsaved, plugins, redactor, opened }),
  };
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

function opened(revealed: Awaited<ReturnType<Credentials['reveal']>>) {
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
