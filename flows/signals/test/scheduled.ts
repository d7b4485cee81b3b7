import { isStorageError, type Repository } from '@fairlead/core/flow-api';
import type { Scheduler } from 'fast-check';

const mostAttempts = 10;

/**
 * Lets a scheduler of fast-check decide in which order everybody reads and writes. An update is taken apart, so that
 * others come between its reading and its writing, as another node would.
 */
export function scheduledBy(current: () => Scheduler | undefined) {
  const inTurn = async <Result>(what: string, work: () => Promise<Result>): Promise<Result> => {
    await current()?.schedule(Promise.resolve(), what);
    return work();
  };
  return <State>(repository: Repository<State>): Repository<State> => ({
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
}
