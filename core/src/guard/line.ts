import { type Clock, FairleadError, type Manifest, type Operation } from '@fairlead/sdk';
import type { ServedConnection } from '@fairlead/sdk/host';
import type { Recorder } from '../health/index.ts';
import type { BreakerPolicy, BulkheadPolicy, RateLimit } from '../resilience/index.ts';
import { createLane, type Lane, type LaneOverride, type LaneState } from './lane.ts';

/** One recent attempt, for the connection's page. */
export interface RecentCall {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly operation: string;
  readonly attempt: number;
  readonly durationMs: number;
  /** `success` or the error's class. */
  readonly outcome: string;
  readonly code?: string;
}

const recentCallsKept = 200;

/**
 * The lanes, limits and records of one connection. They outlive the plugin's instance: changed settings do not close a
 * breaker or forget what happened.
 */
export interface Circuit {
  readonly connectionId: string;
  readonly limit: RateLimit | undefined;
  lane(name: string): Lane;
  lanes(): ReadonlyMap<string, Lane>;
  note(call: RecentCall): void;
  /** Newest first. */
  recent(): readonly RecentCall[];
}

interface CircuitOptions {
  readonly connectionId: string;
  readonly clock: Clock;
  readonly breaker: BreakerPolicy;
  readonly bulkhead: BulkheadPolicy;
  readonly limit: RateLimit | undefined;
  /** Those in force when the connection is first called, by lane. */
  readonly overrides: Readonly<Record<string, LaneOverride>>;
  readonly laneChanged: (lane: string, state: LaneState) => void;
}

export function createCircuit(options: CircuitOptions): Circuit {
  const { connectionId, clock, breaker, bulkhead, limit, overrides, laneChanged } = options;
  const lanes = new Map<string, Lane>();
  const ring: RecentCall[] = [];
  let next = 0;
  return {
    connectionId,
    limit,
    lane(name) {
      let lane = lanes.get(name);
      if (lane === undefined) {
        const changed = () => laneChanged(name, made.current());
        const made = createLane({ name, clock, breaker, bulkhead, override: overrides[name], changed });
        lane = made;
        lanes.set(name, made);
      }
      return lane;
    },
    lanes: () => lanes,
    note(call) {
      ring[next] = call;
      next = (next + 1) % recentCallsKept;
    },
    recent: () => [...ring.slice(next), ...ring.slice(0, next)].reverse(),
  };
}

/** A connection that can be called now: its plugin's instance, made with one set of settings and secrets. */
export interface Line {
  readonly circuit: Circuit;
  /** Of the version that runs here. */
  readonly recorder: Recorder;
  readonly pluginId: string;
  readonly manifest: Manifest;
  readonly served: ServedConnection;
  /** Aborted when the instance stops. */
  readonly stop: AbortController;
  /** Calls under way. A line that was replaced is disposed when the last has ended. */
  active: number;
  replaced: boolean;
}

/** What the manifest says of an operation. @throws FairleadError `feature_unsupported` */
export function supportOf(manifest: Manifest, operation: Operation) {
  const support = manifest.capabilities[operation.capability]?.operations[operation.name];
  if (support === undefined) {
    throw new FairleadError('feature_unsupported', {
      message: `${manifest.displayName} does not offer “${operation.name}” of ${operation.capability}.`,
    });
  }
  return support;
}
