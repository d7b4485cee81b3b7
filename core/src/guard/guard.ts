import {
  type Clock,
  delay,
  FairleadError,
  type InputOf,
  type Operation,
  type OutputOf,
  type SubscriptionItem,
} from '@fairlead/sdk';
import { type Deadlines, nextDelayMs, type RetryPolicy } from '../resilience/index.ts';
import { attempt, type Invocation } from './attempt.ts';
import type { Contracts } from './contracts.ts';
import type { Line } from './line.ts';
import { supportOf } from './line.ts';
import { leave, type Lines } from './lines.ts';
import { moveToNewLine } from './move-to-new-line.ts';
import { openStream } from './open.ts';
import { asFairleadError, finalError, mayHaveHappened } from './outcome.ts';

export interface InvokeOptions {
  /** Gives up when aborted. A call that may have happened by then is `outcome_unknown`, not `cancelled`. */
  readonly signal?: AbortSignal | undefined;
  /** Required for `with-key` operations: committed by the caller before the call, and never used for another one. */
  readonly idempotencyKey?: string | undefined;
  /**
   * Milliseconds for the whole call, attempts and waits included. Default: three times the operation's timeout where it
   * may be repeated, else once.
   */
  readonly deadlineMs?: number | undefined;
  /** Attempts at most, for a caller that repeats by itself (or elsewhere). Default and upper limit: the guard's own. */
  readonly attempts?: number | undefined;
}

/** The one door to a plugin. Everything it throws is a FairleadError, redacted. */
export interface Guard {
  /**
   * Calls a unary operation: retries what may be repeated, within the deadline; validates both ways; records health.
   * @throws FairleadError of any class. `outcome_unknown` when an operation that changes something may have happened.
   */
  invoke<Op extends Operation>(
    connectionId: string,
    operation: Op,
    input: InputOf<Op>,
    options?: InvokeOptions,
  ): Promise<OutputOf<Op>>;

  /**
   * Opens a stream, or a subscription whose items come as `{item, resume}`. Ends when `signal` is aborted or the
   * consumer stops iterating. Items are not buffered: the plugin waits for the consumer.
   */
  open<Op extends Operation>(
    connectionId: string,
    operation: Op,
    input: InputOf<Op>,
    options: { readonly signal: AbortSignal },
  ): AsyncGenerator<Op['kind'] extends 'subscription' ? SubscriptionItem<OutputOf<Op>> : OutputOf<Op>, void, void>;
}

export interface GuardDependencies {
  readonly clock: Clock;
  readonly random: () => number;
  readonly deadlines: Deadlines;
  readonly contracts: Contracts;
  readonly lines: Lines;
  readonly retry: RetryPolicy;
  readonly redact: (error: FairleadError) => FairleadError;
  readonly reportBug: (pluginId: string, error: FairleadError) => void;
}

export function createGuard(dependencies: GuardDependencies): Guard {
  const { lines } = dependencies;
  return {
    async invoke(connectionId, operation, input, options = {}) {
      const line = lines.ready(connectionId) ?? (await openLine(lines, connectionId));
      const invocation = prepare(dependencies, line, operation, input, options);
      line.active += 1;
      try {
        return (await repeat(dependencies, invocation)) as never;
      } finally {
        leave(lines, invocation.line);
      }
    },
    async *open(connectionId, operation, input, { signal }) {
      const line = lines.ready(connectionId) ?? (await openLine(lines, connectionId));
      if (operation.kind === 'unary') throw misuse(`“${operation.name}” is unary; invoke it instead.`);
      line.active += 1;
      try {
        const either = AbortSignal.any([signal, line.stop.signal]);
        yield* openStream(dependencies, line, operation, input, either) as AsyncGenerator<never, void, void>;
      } finally {
        leave(lines, line);
      }
    },
  };
}

/** A line may be replaced between its opening and the caller's turn; what is replaced and idle is gone. */
async function openLine(lines: Lines, connectionId: string): Promise<Line> {
  let line = await lines.open(connectionId);
  while (line.replaced) line = await lines.open(connectionId);
  return line;
}

function prepare(
  { clock, contracts }: GuardDependencies,
  line: Line,
  operation: Operation,
  input: unknown,
  { signal, idempotencyKey, deadlineMs, attempts = Number.MAX_SAFE_INTEGER }: InvokeOptions,
): Invocation {
  const support = supportOf(line.manifest, operation);
  if (operation.kind !== 'unary') throw misuse(`“${operation.name}” is a ${operation.kind}; open it instead.`);
  if (operation.repeat === 'with-key' && !idempotencyKey) throw misuse(`“${operation.name}” needs an idempotency key.`);
  const contract = contracts.of(operation);
  const timeoutMs = support.timeoutMs ?? operation.timeoutMs;
  const isRepeated = maxAttempts(operation, line, Math.min(attempts, 3)) > 1;
  const totalMs = deadlineMs ?? (isRepeated ? 3 * timeoutMs : timeoutMs);
  return {
    line,
    lane: line.circuit.lane(operation.lane),
    operation,
    contract,
    wire: contract.encodeInput(input),
    timeoutMs,
    deadlineMs: clock.monotonic() + totalMs,
    idempotencyKey,
    signal,
    mostAttempts: attempts,
    started: false,
  };
}

/** How often an operation may be tried: its own contract, weakened by what the plugin says of its vendor. */
function maxAttempts(operation: Operation, line: Line, attempts: number): number {
  if (operation.repeat === 'safe') return attempts;
  if (operation.repeat === 'never') return 1;
  return supportOf(line.manifest, operation).dedupe === 'none' ? 1 : attempts;
}

async function repeat(dependencies: GuardDependencies, invocation: Invocation): Promise<unknown> {
  const { clock, random, retry } = dependencies;
  const { operation, signal, deadlineMs, mostAttempts } = invocation;
  let maybe = false;
  for (let number = 1; ; number += 1) {
    try {
      // What the attempt before ran on may be gone: a process that died, a version that was replaced.
      if (number > 1 && invocation.line.replaced) await moveToNewLine(dependencies, invocation);
      return await attempt(dependencies, invocation, number);
    } catch (thrown) {
      const error = asFairleadError(thrown);
      maybe ||= invocation.started && mayHaveHappened(error);
      const attempts = Math.min(mostAttempts, retry.attempts);
      const policy = { ...retry, attempts: maxAttempts(operation, invocation.line, attempts) };
      const waitMs = nextDelayMs(policy, number, error, random);
      if (waitMs === undefined || clock.monotonic() + waitMs >= deadlineMs) throw finalError(operation, error, maybe);
      if (waitMs > 0)
        await wait(clock, waitMs, signal, () => finalError(operation, new FairleadError('cancelled'), maybe));
    }
  }
}

async function wait(
  clock: Clock,
  waitMs: number,
  signal: AbortSignal | undefined,
  given: () => FairleadError,
): Promise<void> {
  try {
    await delay(clock, waitMs, signal);
  } catch (reason) {
    const error = given();
    error.cause ??= reason;
    throw error;
  }
}

function misuse(message: string): FairleadError {
  return new FairleadError('input_invalid', { message });
}
