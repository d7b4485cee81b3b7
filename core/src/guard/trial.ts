import { FairleadError, type Operation } from '@fairlead/sdk';
import type { RunningPlugin } from '../plugins/index.ts';
import type { Deadlines } from '../resilience/index.ts';
import { CallScope } from './call-scope.ts';
import type { Contracts } from './contracts.ts';
import { supportOf } from './line.ts';
import { type LinesDependencies, type Revealed, serveConnection } from './lines.ts';
import { asFairleadError } from './outcome.ts';

/** A connection as another version of its plugin would have it. */
export interface TrialConnection {
  readonly id: string;
  readonly plugin: RunningPlugin;
  /** Opened when it is needed. */
  readonly reveal: () => Promise<Revealed>;
}

/** A connection on a version that answers nobody yet. */
export interface Trial extends AsyncDisposable {
  /**
   * Calls a safe operation once. What comes of it is no one's health.
   * @throws FairleadError of any class, redacted
   */
  call(operation: Operation, input: unknown): Promise<unknown>;
}

export interface TrialDependencies
  extends Pick<LinesDependencies, 'clock' | 'connections' | 'log' | 'webhookUrl' | 'invoke'> {
  readonly deadlines: Deadlines;
  readonly contracts: Contracts;
  readonly redact: (error: FairleadError) => FairleadError;
}

/**
 * Has a version of a plugin serve a connection beside the version that answers.
 * @throws FairleadError `connection_inactive`, `credentials_locked`, `settings_invalid`, or what the plugin threw
 */
export async function openTrial(dependencies: TrialDependencies, trial: TrialConnection): Promise<Trial> {
  const { connections, contracts, deadlines, redact } = dependencies;
  const described = await connections.describe(trial.id);
  if (described === undefined) throw new FairleadError('connection_inactive');
  const revealed = await trial.reveal();
  if (revealed.state === 'locked') throw new FairleadError('credentials_locked', { message: revealed.reason });
  const stop = new AbortController();
  const served = await serveConnection(dependencies, described, {
    plugin: trial.plugin,
    settings: revealed.settings,
    signal: stop.signal,
  }).catch((error: unknown) => {
    throw redact(asFairleadError(error));
  });
  return {
    async call(operation, input) {
      if (operation.repeat !== 'safe') throw new FairleadError('feature_unsupported');
      const contract = contracts.of(operation);
      const timeoutMs = supportOf(trial.plugin.manifest, operation).timeoutMs ?? operation.timeoutMs;
      const scope = new CallScope(1, timeoutMs, undefined);
      try {
        const wire = contract.encodeInput(input);
        const output = await new Promise((resolve, reject) => {
          const deadline = deadlines.set(timeoutMs, () => {
            const error = new FairleadError('timeout', { details: { timeoutMs } });
            reject(error);
            scope.abort(error);
          });
          served
            .call(operation, wire, scope)
            .then(resolve, reject)
            .finally(() => deadline.cancel());
        });
        return contract.decodeOutput(output);
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
