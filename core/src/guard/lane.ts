import { type Clock, FairleadError } from '@fairlead/sdk';
import {
  type Breaker,
  type BreakerPolicy,
  type BreakerState,
  type Bulkhead,
  type BulkheadPolicy,
  createBreaker,
  createBulkhead,
} from '../resilience/index.ts';

/** An admin's word on a lane, until it expires. */
export interface LaneOverride {
  readonly state: 'open' | 'closed';
  readonly reason: string;
  /** ISO 8601 UTC. */
  readonly until: string;
  readonly by: string;
}

export type LaneState =
  | BreakerState
  | { readonly state: 'forced_open'; readonly override: LaneOverride }
  | { readonly state: 'forced_closed'; readonly override: LaneOverride };

/** The operations of a connection that fail together: they share a breaker and a bulkhead. */
export interface Lane {
  readonly name: string;
  readonly breaker: Breaker;
  readonly bulkhead: Bulkhead;
  /** Undefined when a call may go on. */
  refusal(): FairleadError | undefined;
  current(): LaneState;
  override(override: LaneOverride | undefined): void;
}

interface LaneOptions {
  readonly name: string;
  readonly clock: Clock;
  readonly breaker: BreakerPolicy;
  readonly bulkhead: BulkheadPolicy;
  readonly override?: LaneOverride | undefined;
  /** Told of each change of the breaker. */
  readonly changed: () => void;
}

export function createLane(options: LaneOptions): Lane {
  const { name, clock, breaker: breakerPolicy, bulkhead, changed } = options;
  const breaker = createBreaker(clock, breakerPolicy, changed);
  let forced = options.override;
  const active = (): LaneOverride | undefined => {
    if (forced !== undefined && Date.parse(forced.until) <= clock.now()) forced = undefined;
    return forced;
  };
  return {
    name,
    breaker,
    bulkhead: createBulkhead(bulkhead),
    refusal() {
      const override = forced === undefined ? undefined : active();
      if (override?.state === 'open') {
        return new FairleadError('lane_forced_open', { details: { lane: name, until: override.until } });
      }
      if (override?.state === 'closed') return undefined;
      const waitMs = breaker.refusal();
      if (waitMs === undefined) return undefined;
      return new FairleadError('breaker_open', { retryAfterMs: waitMs, details: { lane: name } });
    },
    current() {
      const override = active();
      if (override === undefined) return breaker.current();
      return { state: override.state === 'open' ? 'forced_open' : 'forced_closed', override };
    },
    override(next) {
      forced = next;
      if (next?.state === 'closed') breaker.reset();
      changed();
    },
  };
}
