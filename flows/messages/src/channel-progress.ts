import { isStorageError, type OutboxEvent, type Repository, type Stored } from '@fairlead/core/flow-api';
import { type ChannelState, newChannel } from './collections.ts';

/** The aggregate of one connection, and the compare-and-set by which its cursor moves. */
export interface ChannelProgress {
  /** As stored; a new one is made when there is none. */
  open(connectionId: string): Promise<Stored<ChannelState>>;
  /**
   * Commits a change to what was read. When somebody else has written meanwhile it is tried again on what is there, as
   * long as the cursor has not moved. @returns undefined when it has: what the caller knows is out of date
   */
  advance(
    channel: Stored<ChannelState>,
    change: (state: ChannelState) => ChannelState | undefined,
    events?: readonly OutboxEvent[],
  ): Promise<Stored<ChannelState> | undefined>;
}

export function createChannelProgress(repository: Repository<ChannelState>): ChannelProgress {
  const open = async (connectionId: string): Promise<Stored<ChannelState>> => {
    const known = await repository.get(connectionId);
    if (known !== undefined) return known;
    try {
      return await repository.commit({ id: connectionId, state: newChannel }, 0);
    } catch (error) {
      const other = isStorageError(error, 'version_conflict') ? await repository.get(connectionId) : undefined;
      if (other === undefined) throw error;
      return other;
    }
  };
  return {
    open,
    async advance(channel, change, events = []) {
      let moved = false;
      const stored = await repository.update(channel.id, (state) => {
        moved = state.cursor !== channel.state.cursor || state.seeded !== channel.state.seeded;
        const next = moved ? undefined : change(state);
        moved = next === undefined;
        return next === undefined ? undefined : { state: next, events };
      });
      return moved ? undefined : stored;
    },
  };
}
