import type { Repository } from '@fairlead/core/flow-api';

export class Crash extends Error {}

/** Breaks off at a given write: before it, or after it was made. From then on nothing is written any more. */
export class CrashPlan {
  #left: number;
  readonly #after: boolean;
  #crashed = false;

  constructor(writes = Number.POSITIVE_INFINITY, after = false) {
    this.#left = writes;
    this.#after = after;
  }

  /** What is going on elsewhere at this moment is the last thing. */
  crash(): never {
    this.#crashed = true;
    throw new Crash();
  }

  async write<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#crashed) throw new Crash();
    this.#left -= 1;
    if (this.#left > 0) return work();
    this.#crashed = true;
    if (this.#after) await work();
    throw new Crash();
  }
}

/** Repositories of a process that dies by the plan. */
export function crashing(plan: CrashPlan) {
  return <State>(repository: Repository<State>): Repository<State> => ({
    get: (id) => repository.get(id),
    list: (options) => repository.list(options),
    findOne: (where) => repository.findOne(where),
    count: (where) => repository.count(where),
    scan: () => repository.scan(),
    remove: (id, version) => repository.remove(id, version),
    commit: (aggregate, version) => plan.write(() => repository.commit(aggregate, version)),
    update: (id, change) => plan.write(() => repository.update(id, change)),
  });
}

/** Lets the work go on until it dies by a plan. @returns undefined then */
export async function untilCrash<Result>(work: Promise<Result>): Promise<Result | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Crash) return undefined;
    throw error;
  }
}
