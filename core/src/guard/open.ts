import { type Clock, FairleadError, type Operation } from '@fairlead/sdk';
import type { Deadlines } from '../resilience/index.ts';
import { CallScope } from './call-scope.ts';
import type { Contracts } from './contracts.ts';
import type { Line } from './line.ts';
import { supportOf } from './line.ts';
import { asFairleadError, breakerOutcome } from './outcome.ts';

interface OpenDependencies {
  readonly clock: Clock;
  readonly deadlines: Deadlines;
  readonly contracts: Contracts;
  readonly redact: (error: FairleadError) => FairleadError;
  readonly reportBug: (pluginId: string, error: FairleadError) => void;
}

/**
 * Opens a stream or subscription on a line that is held by the caller. Each item is checked and decoded; of a
 * subscription the answer is `{item, resume}`. A stream that gives no item within the operation's timeout fails;
 * a subscription may be silent for as long as it likes.
 */
export async function* openStream(
  dependencies: OpenDependencies,
  line: Line,
  operation: Operation,
  input: unknown,
  signal: AbortSignal,
): AsyncGenerator<unknown, void, void> {
  const { contracts, clock } = dependencies;
  const support = supportOf(line.manifest, operation);
  const contract = contracts.of(operation);
  const lane = line.circuit.lane(operation.lane);
  const refusal = lane.refusal();
  if (refusal !== undefined) throw refusal;
  const scope = new CallScope(1, support.timeoutMs ?? operation.timeoutMs, undefined);
  const items = line.served.open(operation, contract.encodeInput(input), scope);
  const startedMs = clock.monotonic();
  let error: FairleadError | undefined;
  let probed = false;
  try {
    for (;;) {
      const next = await nextItem(dependencies, items, scope, operation, signal);
      if (next.done === true) return;
      // The first item shows that the vendor answers; a subscription might not end for days.
      if (!probed) lane.breaker.record('success');
      probed = true;
      yield decode(operation, contract.decodeOutput, next.value);
    }
  } catch (thrown) {
    error = dependencies.redact(asFairleadError(thrown));
    if (error.class === 'plugin_bug') dependencies.reportBug(line.pluginId, error);
    throw error;
  } finally {
    scope.abort(new FairleadError('cancelled'));
    if (!probed || error !== undefined) lane.breaker.record(error === undefined ? 'success' : breakerOutcome(error));
    const outcome = error?.class ?? 'success';
    if (outcome !== 'invalid_input' && outcome !== 'cancelled')
      line.recorder.record(outcome, clock.monotonic() - startedMs);
    // A generator that ignores its signal would keep `return` waiting for ever.
    void items.return().catch(() => undefined);
  }
}

function decode(operation: Operation, decodeOutput: (wire: unknown) => unknown, value: unknown): unknown {
  if (operation.kind !== 'subscription') return decodeOutput(value);
  const { item, resume } = value as { item: unknown; resume: string };
  return { item: decodeOutput(item), resume };
}

function nextItem(
  { deadlines }: OpenDependencies,
  items: AsyncGenerator<unknown, void, void>,
  scope: CallScope,
  operation: Operation,
  signal: AbortSignal,
): Promise<IteratorResult<unknown, void>> {
  return new Promise((resolve, reject) => {
    const cancel = () => giveUp(new FairleadError('cancelled', { cause: signal.reason }));
    const deadline =
      operation.kind === 'stream'
        ? deadlines.set(scope.timeoutMs, () =>
            giveUp(new FairleadError('timeout', { details: { timeoutMs: scope.timeoutMs } })),
          )
        : undefined;
    const end = () => {
      deadline?.cancel();
      signal.removeEventListener('abort', cancel);
    };
    const giveUp = (error: FairleadError) => {
      end();
      reject(error);
      scope.abort(error);
    };
    if (signal.aborted) return cancel();
    signal.addEventListener('abort', cancel, { once: true });
    items.next().then(
      (result) => {
        end();
        resolve(result);
      },
      (error) => {
        end();
        reject(error);
      },
    );
  });
}
