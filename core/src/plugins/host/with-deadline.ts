import type { Clock } from '@fairlead/sdk';

/** Whatever comes first: the work's outcome, or `'expired'` once `timeoutMs` have passed. Work that loses is not stopped. */
export function withDeadline<Result>(
  clock: Clock,
  timeoutMs: number,
  work: Promise<Result>,
): Promise<Result | 'expired'> {
  return new Promise((resolve, reject) => {
    const timer = clock.schedule(timeoutMs, () => resolve('expired'));
    work.then(resolve, reject).finally(() => timer.cancel());
  });
}
