import { isStorageError, type Repository } from '@fairlead/core/flow-api';
import type { Scheduler } from 'fast-check';
import type { HarnessOptions } from './flow-harness.ts';

const mostAttempts = 10;

/**
 * Lets a scheduler of fast-check decide in which order everybody reads, writes, asks the provider and is answered. An
 * update is taken apart, so that others come between its reading and its writing, as another node would.
 */
export function scheduledBy(scheduler: Scheduler): Pick<HarnessOptions, 'turn' | 'wrap'> {
  const turn = async (what: string) => void (await scheduler.schedule(Promise.resolve(), what));
  return {
    turn,
    wrap: <State>(repository: Repository<State>): Repository<State> => ({
      scan: () => repository.scan(),
      count: (where) => repository.count(where),
      async get(id) {
        await turn('get');
        return repository.get(id);
      },
      async list(options) {
        await turn('list');
        return repository.list(options);
      },
      async findOne(where) {
        await turn('find');
        return repository.findOne(where);
      },
      async commit(aggregate, version) {
        await turn('commit');
        return repository.commit(aggregate, version);
      },
      async remove(id, version) {
        await turn('remove');
        return repository.remove(id, version);
      },
      async update(id, change) {
        for (let attempt = 1; ; attempt++) {
          await turn('read');
          const current = await repository.get(id);
          if (current === undefined) return undefined;
          const changed = change(current.state);
          if (changed === undefined) return current;
          await turn('write');
          try {
            return await repository.commit({ ...current, ...changed }, current.version);
          } catch (error) {
            if (attempt === mostAttempts || !isStorageError(error, 'version_conflict')) throw error;
          }
        }
      },
    }),
  };
}
