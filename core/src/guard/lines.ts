import {
  type Clock,
  FairleadError,
  type KeyValueState,
  type Logger,
  type Operation,
  type StoredSecrets,
} from '@fairlead/sdk';
import type { ServedConnection } from '@fairlead/sdk/host';
import type { Recorder } from '../health/index.ts';
import type { RunningPlugin } from '../plugins/index.ts';
import { type BreakerPolicy, type BulkheadPolicy, createRateLimit, type RateLimitPolicy } from '../resilience/index.ts';
import type { LaneOverride, LaneState } from './lane.ts';
import { type Circuit, createCircuit, type Line } from './line.ts';

/** What the guard has to know of a connection before it may call it. */
export interface CallableConnection {
  readonly id: string;
  readonly name: string;
  readonly plugin: string;
  readonly status: 'active' | 'paused' | 'disabled';
  readonly limit?: RateLimitPolicy | undefined;
  readonly allowedPrivateHosts: readonly string[];
  readonly overrides: Readonly<Record<string, LaneOverride>>;
}

/** A connection's settings with `Secret`s in place, or why they cannot be opened. */
export type Revealed =
  | { readonly state: 'open'; readonly settings: unknown }
  | { readonly state: 'locked'; readonly reason: string };

/** What the guard needs of a running plugin. */
export type CallablePlugin = Pick<RunningPlugin, 'id' | 'version' | 'manifest' | 'serve'>;

/** Where the guard finds connections. `reveal` is for the guard alone. */
export interface ConnectionSource {
  describe(connectionId: string): Promise<CallableConnection | undefined>;
  reveal(connectionId: string): Promise<Revealed>;
  state(connectionId: string): KeyValueState;
  secrets(connectionId: string): StoredSecrets;
}

export interface LinesDependencies {
  readonly clock: Clock;
  readonly connections: ConnectionSource;
  readonly plugins: { running(id: string): CallablePlugin };
  readonly recorder: (connectionId: string, pluginId: string, version: string) => Recorder;
  readonly log: (connectionId: string, pluginId: string, version: string) => Logger;
  readonly webhookUrl: (connectionId: string) => string;
  readonly breaker: BreakerPolicy;
  readonly bulkhead: BulkheadPolicy;
  readonly laneChanged: (connectionId: string, lane: string, state: LaneState) => void;
  /** A call of one connection's plugin to another connection; safe operations only. */
  readonly invoke: (connectionId: string, operation: Operation, input: unknown) => Promise<unknown>;
}

/** The instances that can be called, made when first needed and made anew when settings, secrets or plugin change. */
export interface Lines {
  /** The line if it is ready, without waiting. */
  ready(connectionId: string): Line | undefined;
  /** @throws FairleadError `connection_inactive`, `credentials_locked`, `plugin_not_running`, or what the plugin threw */
  open(connectionId: string): Promise<Line>;
  /** Makes calls from now on use a new instance; those under way end on the old one. Repeating it is harmless. */
  replace(connectionId: string): void;
  /** The same for all connections of a plugin. */
  replacePlugin(pluginId: string): void;
  /** For the guard: the last call on a replaced line has ended. */
  drained(line: Line): void;
  /** What is known of a connection's lanes and calls since the hub started; undefined before its first call. */
  circuit(connectionId: string): Circuit | undefined;
  dispose(): Promise<void>;
}

/** A call that was counted on a line has ended, or goes on on another. */
export function leave(lines: Pick<Lines, 'drained'>, line: Line): void {
  line.active -= 1;
  if (line.replaced && line.active === 0) lines.drained(line);
}

export function createLines(dependencies: LinesDependencies): Lines {
  const lines = new Map<string, Line>();
  const opening = new Map<string, Promise<Line>>();
  const circuits = new Map<string, Circuit>();
  const leaving = new Set<Line>();

  const dispose = async (line: Line) => {
    leaving.delete(line);
    line.stop.abort(new FairleadError('connection_inactive'));
    await line.served.dispose();
  };
  const retire = (line: Line) => {
    lines.delete(line.circuit.connectionId);
    line.replaced = true;
    leaving.add(line);
    if (line.active === 0) void dispose(line);
  };
  /** Opens that were under way when something changed: their outcome is of before. */
  const stale = new WeakSet<Promise<Line>>();
  const forget = (connectionId: string) => {
    const attempt = opening.get(connectionId);
    if (attempt !== undefined) stale.add(attempt);
    opening.delete(connectionId);
  };
  const start = (connectionId: string): Promise<Line> => {
    const attempt = make(dependencies, circuits, connectionId);
    opening.set(connectionId, attempt);
    return attempt.then(
      (line) => {
        if (stale.has(attempt)) {
          line.replaced = true;
          void dispose(line);
          return open(connectionId);
        }
        opening.delete(connectionId);
        lines.set(connectionId, line);
        return line;
      },
      (error: unknown) => {
        // What changed meanwhile may be why it failed.
        if (stale.has(attempt)) return open(connectionId);
        opening.delete(connectionId);
        throw error;
      },
    );
  };
  const open = (connectionId: string): Promise<Line> => {
    const line = lines.get(connectionId);
    if (line !== undefined) return Promise.resolve(line);
    const attempt = opening.get(connectionId);
    if (attempt === undefined) return start(connectionId);
    return attempt.then(
      (made) => (stale.has(attempt) ? open(connectionId) : made),
      (error: unknown) => {
        if (stale.has(attempt)) return open(connectionId);
        throw error;
      },
    );
  };
  const replace = (connectionId: string) => {
    forget(connectionId);
    const line = lines.get(connectionId);
    if (line !== undefined) retire(line);
  };

  return {
    ready: (connectionId) => lines.get(connectionId),
    open,
    replace,
    replacePlugin(pluginId) {
      // Whose plugin those are is not known yet, and making one anew is no loss.
      for (const connectionId of [...opening.keys()]) forget(connectionId);
      for (const line of [...lines.values()]) if (line.pluginId === pluginId) retire(line);
    },
    drained: (line) => void dispose(line),
    circuit: (connectionId) => circuits.get(connectionId),
    async dispose() {
      for (const line of [...lines.values()]) retire(line);
      await Promise.all([...leaving].map(dispose));
    },
  };
}

async function make(
  dependencies: LinesDependencies,
  circuits: Map<string, Circuit>,
  connectionId: string,
): Promise<Line> {
  const { connections, plugins } = dependencies;
  const connection = await connections.describe(connectionId);
  if (connection === undefined)
    throw new FairleadError('connection_inactive', { message: 'There is no such connection.' });
  if (connection.status !== 'active') {
    throw new FairleadError('connection_inactive', { message: `The connection is ${connection.status}.` });
  }
  const plugin = plugins.running(connection.plugin);
  const revealed = await connections.reveal(connectionId);
  if (revealed.state === 'locked') throw new FairleadError('credentials_locked', { message: revealed.reason });
  const stop = new AbortController();
  const served = await serveConnection(dependencies, connection, {
    plugin,
    settings: revealed.settings,
    signal: stop.signal,
  });
  let circuit = circuits.get(connectionId);
  if (circuit === undefined) {
    circuit = makeCircuit(dependencies, connection);
    circuits.set(connectionId, circuit);
  }
  const { id: pluginId, version, manifest } = plugin;
  const recorder = dependencies.recorder(connectionId, pluginId, version);
  return { circuit, recorder, pluginId, manifest, served, stop, active: 0, replaced: false };
}

function makeCircuit(dependencies: LinesDependencies, connection: CallableConnection): Circuit {
  const { clock, breaker, bulkhead, laneChanged } = dependencies;
  return createCircuit({
    connectionId: connection.id,
    clock,
    breaker,
    bulkhead,
    limit: connection.limit === undefined ? undefined : createRateLimit(clock, connection.limit),
    overrides: connection.overrides,
    laneChanged: (lane, state) => laneChanged(connection.id, lane, state),
  });
}

interface Serving {
  readonly plugin: CallablePlugin;
  readonly settings: unknown;
  readonly signal: AbortSignal;
}

/** What a plugin is told of a connection, and what it may reach for it. */
export type ServableConnection = Pick<CallableConnection, 'id' | 'name' | 'allowedPrivateHosts'> & {
  /** Whose webhooks it takes. Default: its own. */
  readonly webhooksOf?: string;
};

type ServeDependencies = Pick<LinesDependencies, 'clock' | 'log' | 'webhookUrl' | 'invoke'> & {
  readonly connections: Pick<ConnectionSource, 'state' | 'secrets'>;
};

/** Has a plugin make its instance for a connection. */
export function serveConnection(
  dependencies: ServeDependencies,
  { id, name, allowedPrivateHosts, webhooksOf = id }: ServableConnection,
  { plugin, settings, signal }: Serving,
): Promise<ServedConnection> {
  const { clock, connections } = dependencies;
  const named = new Set(Object.values((settings ?? {}) as object).filter((value) => typeof value === 'string'));
  return plugin.serve({
    connection: { id, name },
    settings,
    services: {
      log: dependencies.log(id, plugin.id, plugin.version),
      state: connections.state(id),
      secrets: connections.secrets(id),
      clock,
      signal,
      webhookUrl: dependencies.webhookUrl(webhooksOf),
      allowedPrivateHosts,
      async invoke(connectionId, operation, input) {
        if (!named.has(connectionId) || operation.repeat !== 'safe') {
          throw new FairleadError('feature_unsupported', {
            message: 'A plugin may call safe operations of connections that its own settings name, and no others.',
          });
        }
        return dependencies.invoke(connectionId, operation, input);
      },
    },
  });
}
