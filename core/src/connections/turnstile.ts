/** Many pass at once, or one alone; both by plugin. Who comes while somebody is or waits to be alone waits for that one. */
export interface Turnstile {
  pass<Result>(plugin: string, work: () => Promise<Result>): Promise<Result>;
  alone<Result>(plugin: string, work: () => Promise<Result>): Promise<Result>;
}

export function createTurnstile(): Turnstile {
  const inside = new Map<string, Set<Promise<unknown>>>();
  const closed = new Map<string, Promise<unknown>>();
  return {
    async pass(plugin, work) {
      for (let one = closed.get(plugin); one !== undefined; one = closed.get(plugin)) await one;
      const all = inside.get(plugin) ?? new Set();
      inside.set(plugin, all);
      const working = work();
      const ended = working.catch(() => undefined);
      all.add(ended);
      void ended.then(() => all.delete(ended));
      return working;
    },
    async alone(plugin, work) {
      for (let one = closed.get(plugin); one !== undefined; one = closed.get(plugin)) await one;
      const passing = [...(inside.get(plugin) ?? [])];
      const working = Promise.all(passing).then(work);
      const ended = working.then(
        () => void closed.delete(plugin),
        () => void closed.delete(plugin),
      );
      closed.set(plugin, ended);
      try {
        return await working;
      } finally {
        await ended;
      }
    },
  };
}
