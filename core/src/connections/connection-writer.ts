import { isDeepStrictEqual } from 'node:util';
import { type Clock, newId, timestamp } from '@fairlead/sdk';
import { HubError } from '../errors/index.ts';
import {
  type Change,
  isStorageError,
  type JsonObject,
  type OutboxEvent,
  type Repository,
  type Stored,
} from '../storage/index.ts';
import type { ConnectionIndex, ConnectionState } from './connection.ts';
import type { ChangeOptions } from './connections-contract.ts';

type ConnectionEvent = 'created' | 'updated' | 'paused' | 'resumed' | 'removed' | 'secrets_changed';
/** Events and what they say besides the connection's head. */
export type Told = readonly (readonly [ConnectionEvent, JsonObject])[];

export interface NextState {
  readonly state: ConnectionState;
  readonly told: Told;
}

export interface Modified {
  /** As it is now; undefined when there never was one. It may be a tombstone. */
  readonly stored: Stored<ConnectionState> | undefined;
  readonly changed: boolean;
}

/** Writes connections: checks the version, counts the revision, puts the events into the same commit. */
export interface ConnectionWriter {
  insert(id: string, state: ConnectionState): Promise<Stored<ConnectionState>>;
  /** Undefined from `change` leaves it as it is. @throws HubError `version_conflict`, and what `change` throws */
  modify(id: string, how: ChangeOptions, change: (state: ConnectionState) => NextState | undefined): Promise<Modified>;
  /** Writes what no person changed: neither revision nor event. Tombstones stay. */
  note(id: string, values: Partial<ConnectionState>): Promise<Stored<ConnectionState> | undefined>;
}

export function connectionWriter(options: {
  readonly repository: Repository<ConnectionState, ConnectionIndex>;
  readonly clock: Clock;
}): ConnectionWriter {
  const { repository, clock } = options;

  const eventsOf = (id: string, { plugin, name, status, revision }: ConnectionState, told: Told): OutboxEvent[] =>
    told.map(([type, data]) => ({
      id: newId(clock.now()),
      type: `connection.${type}`,
      subject: id,
      time: timestamp(clock),
      data: { id, plugin, name, status, version: revision, ...data },
    }));

  return {
    insert: async (id, state) => repository.commit({ id, state, events: eventsOf(id, state, [['created', {}]]) }, 0),
    async modify(id, { by, expectedVersion }, change) {
      let changed = false;
      // Storage may try several times, so the version is checked inside.
      const apply = (before: ConnectionState): Change<ConnectionState> | undefined => {
        if (isTombstone(before)) return undefined;
        checkRevision(id, before, expectedVersion);
        const next = change(before);
        changed = next !== undefined;
        if (next === undefined) return undefined;
        const { former, ...rest } = next.state;
        // What a person has entered since is not lost by a way back: that takes it along.
        const kept = former !== undefined && isSameSetup(before, rest) ? { former } : {};
        const state = { ...rest, ...kept, revision: before.revision + 1, updatedBy: by };
        return { state, events: eventsOf(id, state, next.told) };
      };
      return { stored: await updating(id, async () => repository.update(id, apply)), changed };
    },
    async note(id, values) {
      const apply = (state: ConnectionState) => (isTombstone(state) ? undefined : { state: { ...state, ...values } });
      return updating(id, async () => repository.update(id, apply));
    },
  };
}

async function updating<Result>(id: string, action: () => Promise<Result>): Promise<Result> {
  try {
    return await action();
  } catch (error) {
    if (isStorageError(error, 'version_conflict'))
      throw new HubError('version_conflict', { detail: `${id} is being changed by many at once.`, cause: error });
    throw error;
  }
}

function isSameSetup(before: ConnectionState, after: ConnectionState): boolean {
  return isDeepStrictEqual(after.settings, before.settings) && isDeepStrictEqual(after.secrets, before.secrets);
}

export const isTombstone = ({ status }: ConnectionState): boolean => status === 'removing' || status === 'removed';

/** @throws HubError `version_conflict` */
export function checkRevision(id: string, { revision }: ConnectionState, expected: number | undefined): void {
  if (expected === undefined || expected === revision) return;
  throw new HubError('version_conflict', {
    detail: `Connection ${id} is at version ${revision} by now. Read it again.`,
  });
}
