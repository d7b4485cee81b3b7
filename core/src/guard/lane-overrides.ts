import type { Clock } from '@fairlead/sdk';
import { HubError } from '../errors/index.ts';
import { type coreEvents, type EventData, newEvent } from '../events/index.ts';
import { defineCollection, type OutboxEvent, type Repository } from '../storage/index.ts';
import type { LaneOverride, LaneState } from './lane.ts';
import type { RecentCall } from './line.ts';
import type { Lines } from './lines.ts';

/** Overrides of one connection, by lane; its id is the connection's. Kept, so that a restart does not lift them. */
export interface LaneOverrides {
  readonly lanes: Readonly<Record<string, LaneOverride>>;
}

export const laneOverridesCollection = defineCollection({
  name: 'lane_overrides',
  index: {},
  project: (_state: LaneOverrides) => ({}),
});

/** What an admin sees of a connection's lanes, and does to them. */
export interface LaneControl {
  /** Overrides that were stored, expired ones left out. */
  stored(connectionId: string): Promise<Readonly<Record<string, LaneOverride>>>;
  /** Lanes that were used since the hub started, and those that are forced. */
  lanes(connectionId: string): Promise<readonly { readonly name: string; readonly state: LaneState }[]>;
  /** Whether a call to the lane would be let through now: one that was never used lets it. */
  admits(connectionId: string, lane: string): Promise<boolean>;
  /** Calls since the hub started, newest first; at most 200. */
  calls(connectionId: string): readonly RecentCall[];
  /**
   * Forces a lane open (no calls) or closed (calls whatever the breaker says) until a time, or lifts that with null.
   * Repeating it is harmless. @throws HubError `invalid_request` for a time that has passed or is more than a week away
   */
  override(connectionId: string, lane: string, override: LaneOverride | null): Promise<void>;
}

const longestMs = 7 * 24 * 3_600_000;

export function createLaneControl(options: {
  readonly repository: Repository<LaneOverrides>;
  readonly lines: Pick<Lines, 'circuit'>;
  readonly clock: Clock;
}): LaneControl {
  const { repository, lines, clock } = options;
  const stored = async (connectionId: string) => {
    const lanes = (await repository.get(connectionId))?.state.lanes ?? {};
    return Object.fromEntries(Object.entries(lanes).filter(([, { until }]) => Date.parse(until) > clock.now()));
  };
  const statesOf = async (connectionId: string) => {
    const states = new Map<string, LaneState>();
    for (const [name, override] of Object.entries(await stored(connectionId))) {
      states.set(name, { state: override.state === 'open' ? 'forced_open' : 'forced_closed', override });
    }
    for (const [name, lane] of lines.circuit(connectionId)?.lanes() ?? []) states.set(name, lane.current());
    return states;
  };
  return {
    stored,
    lanes: async (connectionId) => [...(await statesOf(connectionId))].map(([name, state]) => ({ name, state })),
    async admits(connectionId, lane) {
      const state = (await statesOf(connectionId)).get(lane);
      return state === undefined || !refuses(state);
    },
    calls: (connectionId) => lines.circuit(connectionId)?.recent() ?? [],
    async override(connectionId, lane, override) {
      if (override !== null) checkTime(clock, override.until);
      const lanes = { ...(await stored(connectionId)) };
      if (override === null) delete lanes[lane];
      else lanes[lane] = override;
      const events = [changed(clock, connectionId, lane, override)];
      const known = await repository.update(connectionId, () => ({ state: { lanes }, events }));
      if (known === undefined) await repository.commit({ id: connectionId, state: { lanes }, events }, 0);
      lines
        .circuit(connectionId)
        ?.lane(lane)
        .override(override ?? undefined);
    },
  };
}

function refuses(state: LaneState): boolean {
  switch (state.state) {
    case 'open':
    case 'forced_open':
      return true;
    case 'half_open':
      return state.probing;
    case 'closed':
    case 'forced_closed':
      return false;
  }
}

function checkTime(clock: Clock, until: string): void {
  const leftMs = Date.parse(until) - clock.now();
  if (leftMs > 0 && leftMs <= longestMs) return;
  const message = 'must be a time within the next seven days';
  throw new HubError('invalid_request', { detail: `/until ${message}.`, errors: [{ path: '/until', message }] });
}

function changed(clock: Clock, connection: string, lane: string, override: LaneOverride | null): OutboxEvent {
  if (override === null)
    return newEvent(clock, { type: 'connection.lane_released', subject: connection, data: { connection, lane } });
  const data: EventData<(typeof coreEvents)['connection.lane_forced']> = { connection, lane, ...override };
  return newEvent(clock, { type: 'connection.lane_forced', subject: connection, data });
}
