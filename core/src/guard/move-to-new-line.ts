import { type Clock, delay, FairleadError, hasCode } from '@fairlead/sdk';
import type { Deadlines } from '../resilience/index.ts';
import type { Invocation } from './attempt.ts';
import { supportOf } from './line.ts';
import { leave, type Lines } from './lines.ts';

interface MoveDependencies {
  readonly clock: Clock;
  readonly deadlines: Deadlines;
  readonly lines: Lines;
}

/** A process that died is started again after about a second; who had begun a call on it is worth that wait. */
const longestWaitMs = 3_000;
const lookAgainMs = 100;

/**
 * Takes a call whose line was replaced between two attempts to the one that is true now. A plugin that is being started
 * again is waited for, a little and never beyond the call's deadline.
 * @throws FairleadError as `Lines.open`; `feature_unsupported` when another version no longer has the operation;
 *   `timeout`, `cancelled`
 */
export async function moveToNewLine(dependencies: MoveDependencies, invocation: Invocation): Promise<void> {
  const { clock, deadlines } = dependencies;
  const { deadlineMs, signal } = invocation;
  const given = new AbortController();
  const cancel = () => given.abort(new FairleadError('cancelled', { cause: signal?.reason }));
  signal?.addEventListener('abort', cancel, { once: true });
  if (signal?.aborted === true) cancel();
  const deadline = deadlines.set(deadlineMs - clock.monotonic(), () => given.abort(new FairleadError('timeout')));
  try {
    await move(dependencies, invocation, given.signal);
  } finally {
    deadline.cancel();
    signal?.removeEventListener('abort', cancel);
  }
}

async function move({ clock, lines }: MoveDependencies, invocation: Invocation, given: AbortSignal): Promise<void> {
  const { line: former, operation } = invocation;
  const waitUntilMs = clock.monotonic() + longestWaitMs;
  for (;;) {
    try {
      const line = await before(given, lines.open(former.circuit.connectionId));
      // What is replaced while nobody counts on it is gone.
      if (line.replaced) continue;
      supportOf(line.manifest, operation);
      line.active += 1;
      invocation.line = line;
      return leave(lines, former);
    } catch (error) {
      if (!hasCode(error, 'plugin_not_running') || clock.monotonic() + lookAgainMs >= waitUntilMs) throw error;
    }
    await delay(clock, lookAgainMs, given);
  }
}

/** The work's outcome, unless the signal is aborted first: then its reason. Work that loses is not stopped. */
function before<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
