import { FairleadError, type Operation } from '@fairlead/sdk';
import type { RunningPlugin } from '../plugins/index.ts';
import type { Deadlines } from '../resilience/index.ts';
import { race } from './attempt.ts';
import type { Contracts } from './contracts.ts';
import { supportOf } from './line.ts';
import {
  type ConnectionSource,
  type LinesDependencies,
  type Revealed,
  type ServableConnection,
  serveConnection,
} from './lines.ts';
import { asFairleadError } from './outcome.ts';

/** A connection as another version of its plugin would have it, or as it would be once it is saved. */
export interface TrialConnection {
  readonly connection: ServableConnection;
  readonly plugin: Pick<RunningPlugin, 'id' | 'version' | 'manifest' | 'serve'>;
  /** Opened when it is needed. */
  readonly reveal: () => Promise<Revealed>;
  /** Where the plugin keeps things. Default: where those of the connection are. */
  readonly memory?: Pick<ConnectionSource, 'state' | 'secrets'>;
}

/** A connection that answers nobody yet. */
export interface Trial extends AsyncDisposable {
  /**
   * Calls a safe operation once. What comes of it is no one's health.
   * @throws FairleadError of any class, redacted
   */
  call(operation: Operation, input: unknown, options?: { readonly signal?: AbortSignal }): Promise<unknown>;
}

export interface TrialDependencies
  extends Pick<LinesDependencies, 'clock' | 'connections' | 'log' | 'webhookUrl' | 'invoke'> {
  readonly deadlines: Deadlines;
  readonly contracts: Contracts;
  readonly redact: (error: FairleadError) => FairleadError;
}

/**
 * Has a plugin serve a connection beside what answers.
 * @throws FairleadError `credentials_locked`, `settings_invalid`, or what the plugin threw
 */
export async function openTrial(dependencies: TrialDependencies, trial: TrialConnection): Promise<Trial> {
  const { clock, contracts, redact, connections } = dependencies;
  const { connection, plugin, memory = connections } = trial;
  const revealed = await trial.reveal();
  if (revealed.state === 'locked') throw new FairleadError('credentials_locked', { message: revealed.reason });
  const stop = new AbortController();
  const served = await serveConnection({ ...dependencies, connections: memory }, connection, {
    plugin,
    settings: revealed.settings,
    signal: stop.signal,
  }).catch((error: unknown) => {
    throw redact(asFairleadError(error));
  });
  return {
    async call(operation, input, { signal } = {}) {
      if (operation.repeat !== 'safe') throw new FairleadError('feature_unsupported');
      const contract = contracts.of(operation);
      try {
        const timeoutMs = supportOf(plugin.manifest, operation).timeoutMs ?? operation.timeoutMs;
        const wire = contract.encodeInput(input);
        const deadlineMs = clock.monotonic() + timeoutMs;
        const attempt = { operation, wire, timeoutMs, deadlineMs, signal, idempotencyKey: undefined, started: false };
        return contract.decodeOutput(await race(dependencies, { ...attempt, line: { served } }, 1));
      } catch (error) {
        throw redact(asFairleadError(error));
      }
    },
    async [Symbol.asyncDispose]() {
      stop.abort(new FairleadError('connection_inactive'));
      await served.dispose();
    },
  };
}
