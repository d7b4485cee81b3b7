import { isStorageError, type Repository } from '@fairlead/core/flow-api';
import type { Scheduler } from 'fast-check';

const mostAttempts = 10;

/**
 * Lets a scheduler of fast-check decide in which order everybody reads and writes. An update is taken apart, so that
 * others come between its reading and its writing, as another node would.
 */
export function scheduledBy(scheduler: Scheduler) {
  const turn = async (what: string) => void (await scheduler.schedule(Promise.resolve(), what));
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
        const current = await inTurn('read', () => repository.get(id));
        if (current === undefined) return undefined;
        const changed = change(current.state);
        if (changed === undefined) return current;
        try {
          return await inTurn('write', () => repository.commit({ ...current, ...changed }, current.version));
        } catch (error) {
          if (attempt === mostAttempts || !isStorageError(error, 'version_conflict')) throw error;
        }
      }
    },
  });
  return { turn, wrap };
}
