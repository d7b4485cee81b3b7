/** Runs work about one thing after each other, and about different things at once. */
export type Turns = <Result>(id: string, work: () => Promise<Result>) => Promise<Result>;

export function createTurns(): Turns {
  const last = new Map<string, Promise<void>>();
  return async (id, work) => {
    const before = last.get(id);
    const { promise: mine, resolve: over } = Promise.withResolvers<void>();
    last.set(id, mine);
    try {
      await before;
      return await work();
    } finally {
      over();
      if (last.get(id) === mine) last.delete(id);
    }
  };
}
