import { type Clock, FairleadError, type Operation } from '@fairlead/sdk';
import type { Outcome } from '../health/index.ts';
import type { Deadlines } from '../resilience/index.ts';
import { CallScope } from './call-scope.ts';
import type { Contract } from './contracts.ts';
import type { Lane } from './lane.ts';
import type { Circuit, Line } from './line.ts';
import { asFairleadError, breakerOutcome } from './outcome.ts';

/** One call of one operation, whatever the number of attempts. */
export interface Invocation {
  /** Another one once the first was replaced between two attempts. */
  line: Line;
  readonly lane: Lane;
  readonly operation: Operation;
  readonly contract: Contract;
  /** In wire form, checked. */
  readonly wire: unknown;
  /** Longest wait for one attempt. */
  readonly timeoutMs: number;
  /** On the monotonic clock: no attempt lasts longer than this. */
  readonly deadlineMs: number;
  readonly idempotencyKey: string | undefined;
  /** The caller's. */
  readonly signal: AbortSignal | undefined;
  /** However many the operation would allow. */
  readonly mostAttempts: number;
  /** True once the plugin was called: from then on something may have happened at the vendor. */
  started: boolean;
}

interface AttemptDependencies {
  readonly clock: Clock;
  readonly deadlines: Deadlines;
  /** Told of an error before it is thrown, in the form the caller will see. */
  readonly redact: (error: FairleadError) => FairleadError;
  readonly reportBug: (pluginId: string, error: FairleadError) => void;
}

/**
 * One attempt: breaker, limit, bulkhead, timeout, plugin, check of the answer, record. The guard itself races the
 * deadline and the caller's signal, because a plugin may ignore both.
 */
export async function attempt(
  dependencies: AttemptDependencies,
  invocation: Invocation,
  number: number,
): Promise<unknown> {
  const { clock } = dependencies;
  const { line, lane, operation } = invocation;
  admit(line.circuit, lane);
  if (!lane.bulkhead.tryEnter()) await queue(dependencies, invocation);
  const startedMs = clock.monotonic();
  let error: FairleadError | undefined;
  try {
    const wire = await race(dependencies, invocation, number);
    return invocation.contract.decodeOutput(wire);
  } catch (thrown) {
    error = dependencies.redact(asFairleadError(thrown));
    if (error.class === 'plugin_bug') dependencies.reportBug(line.pluginId, error);
    throw error;
  } finally {
    lane.bulkhead.leave();
    lane.breaker.record(error === undefined ? 'success' : breakerOutcome(error));
    const durationMs = clock.monotonic() - startedMs;
    record(line, error, durationMs);
    line.circuit.note({
      at: clock.now(),
      operation: operation.name,
      attempt: number,
      durationMs,
      outcome: error?.class ?? 'success',
      ...(error === undefined ? {} : { code: error.code }),
    });
  }
}

function admit(circuit: Circuit, lane: Lane): void {
  const refusal = lane.refusal();
  if (refusal !== undefined) throw refusal;
  const waitMs = circuit.limit?.take() ?? 0;
  if (waitMs > 0) {
    // The breaker let this one through as its probe, perhaps; it was not made.
    lane.breaker.record('ignored');
    throw new FairleadError('limit_exceeded', { retryAfterMs: waitMs });
  }
}

/** Waits for a place in the lane, no longer than the call may last. */
async function queue(
  { deadlines, clock }: AttemptDependencies,
  { lane, deadlineMs, signal }: Invocation,
): Promise<void> {
  const { entered, cancel } = lane.bulkhead.enter();
  const deadline = deadlines.set(Math.max(1, deadlineMs - clock.monotonic()), cancel);
  signal?.addEventListener('abort', cancel, { once: true });
  const place = await entered;
  deadline.cancel();
  signal?.removeEventListener('abort', cancel);
  if (place) return;
  lane.breaker.record('ignored');
  throw signal?.aborted === true ? new FairleadError('cancelled') : new FairleadError('bulkhead_full');
}

/** What a plugin is told of one attempt, and for how long it is waited for. */
export type Raced = Pick<
  Invocation,
  'operation' | 'wire' | 'timeoutMs' | 'deadlineMs' | 'idempotencyKey' | 'signal'
> & {
  readonly line: Pick<Line, 'served'>;
  started: boolean;
};

/** Asks the plugin, and gives up when the time is over or the caller is gone. */
export function race(
  { deadlines, clock }: Pick<AttemptDependencies, 'deadlines' | 'clock'>,
  invocation: Raced,
  number: number,
): Promise<unknown> {
  const { line, operation, wire, signal } = invocation;
  const timeoutMs = Math.min(invocation.timeoutMs, invocation.deadlineMs - clock.monotonic());
  const scope = new CallScope(number, timeoutMs, invocation.idempotencyKey);
  return new Promise((resolve, reject) => {
    const giveUp = (error: FairleadError) => {
      end();
      reject(error);
      scope.abort(error);
    };
    const deadline = deadlines.set(timeoutMs, () => giveUp(new FairleadError('timeout', { details: { timeoutMs } })));
    const cancel = () => giveUp(new FairleadError('cancelled', { cause: signal?.reason }));
    const end = () => {
      deadline.cancel();
      signal?.removeEventListener('abort', cancel);
    };
    if (signal !== undefined) {
      if (signal.aborted) return cancel();
      signal.addEventListener('abort', cancel, { once: true });
    }
    invocation.started = true;
    // An answer that comes too late is dropped: what it says is found by reconciliation.
    line.served.call(operation, wire, scope).then(
      (output) => {
        end();
        resolve(output);
      },
      (error) => {
        end();
        reject(error);
      },
    );
  });
}

function record({ recorder }: Line, error: FairleadError | undefined, durationMs: number): void {
  if (error === undefined) recorder.record('success', durationMs);
  else if (error.class !== 'invalid_input' && error.class !== 'cancelled') {
    recorder.record(error.class satisfies Outcome, durationMs);
  }
}
