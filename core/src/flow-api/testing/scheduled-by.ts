import type { Scheduler } from 'fast-check';
import { isStorageError, type Repository } from '../../storage/index.ts';

/** Who goes first. */
export interface ScheduledTurns {
  /** Waits for a turn. */
  turn(what: string): Promise<void>;
  /** The same repository, which waits for a turn before each reading and each writing. */
  wrap<State>(repository: Repository<State>): Repository<State>;
}

const mostAttempts = 10;

/**
 * Lets a scheduler of fast-check decide in which order everybody reads and writes. An update is taken apart, so that
 * others come between its reading and its writing, as another node would.
 * @param current the scheduler of this moment; without one nobody waits
 */
export function scheduledBy(current: () => Scheduler | undefined): ScheduledTurns {
  const turn = async (what: string) => void (await current()?.schedule(Promise.resolve(), what));
  const inTurn = async <Result>(what: string, work: () => Promise<Result>): Promise<Result> => {
    await turn(what);
    return work();
  };
  const wrap = <State>(repository: Repository<State>): Repository<State> => ({
    scan: () => repository.scan(),
    count: (where) => repository.count(where),
    get: (id) => inTurn('get', () => repository.get(id)),
    list: (options) => inTurn('list', () => repository.list(options)),
    findOne: (where) => inTurn('find', () => repository.findOne(where)),
    commit: (aggregate, version) => inTurn('commit', () => repository.commit(aggregate, version)),
    remove: (id, version) => inTurn('remove', () => repository.remove(id, version)),
    async update(id, change) {
      for (let attempt = 1; ; attempt++) {
        const stored = await inTurn('read', () => repository.get(id));
        if (stored === undefined) return undefined;
        const changed = change(stored.state);
        if (changed === undefined) return stored;
        try {
          return await inTurn('write', () => repository.commit({ ...stored, ...changed }, stored.version));
        } catch (error) {
          if (attempt === mostAttempts || !isStorageError(error, 'version_conflict')) throw error;
        }
      }
    },
  });
  return { turn, wrap };
}
