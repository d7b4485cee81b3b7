/**
 * What a call can meet instead of its usual answer.
 * - `decline`: 402, nothing happened. `not_attempted`: 422, nothing happened.
 * - `rate_limit`: 429 with `Retry-After: 2`. `error`: 500. `garbage`: 200 with a page of HTML.
 * - `hang`: nothing happens and no answer comes.
 * - `delay`: the usual, after `delay_ms`.
 * - `timeout_after_success`: it happens, and no answer comes. `reset_after_success`: it happens, the connection breaks.
 * - `pending`: of a refund, a payout or a confirmation: it is accepted and stays pending.
 */
export const faultKinds = [
  'decline',
  'not_attempted',
  'rate_limit',
  'error',
  'garbage',
  'hang',
  'delay',
  'timeout_after_success',
  'reset_after_success',
  'pending',
] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface PlannedFault {
  /** Name of a route of the API (`createCheckout`, `capture`, …), or `*`. */
  readonly operation: string;
  readonly fault: FaultKind;
  /** How many calls meet it. Default 1. */
  readonly times?: number;
  /** Default 1,000. */
  readonly delay_ms?: number;
}

/** Faults in the order in which they were planned; each call takes the first that fits. */
export function createFaults() {
  let planned: { readonly plan: PlannedFault; left: number }[] = [];
  let outage = false;
  return {
    plan: (plan: PlannedFault) => void planned.push({ plan, left: plan.times ?? 1 }),
    clear() {
      planned = [];
      outage = false;
    },
    setOutage(on: boolean) {
      outage = on;
    },
    outage: () => outage,
    take(operation: string): PlannedFault | undefined {
      const entry = planned.find(({ plan }) => plan.operation === operation || plan.operation === '*');
      if (entry === undefined) return undefined;
      entry.left--;
      planned = planned.filter(({ left }) => left > 0);
      return entry.plan;
    },
  };
}

export type Faults = ReturnType<typeof createFaults>;
