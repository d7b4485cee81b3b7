/** In what order work about one thing is done. Work about different things is done at once. */
export interface Turns {
  /** After everything before it, and before everything after it. */
  alone<Result>(id: string, work: () => Promise<Result>): Promise<Result>;
  /**
   * At once with others of another `key`. `earlier` resolves when nothing is under way any more that began before this.
   */
  apart<Result>(id: string, key: string, work: (earlier: () => Promise<void>) => Promise<Result>): Promise<Result>;
}

interface Line {
  /** The last that was alone. */
  alone: Promise<unknown>;
  /** What came after it, by key: the last of each. */
  readonly apart: Map<string, Promise<unknown>>;
  waiting: number;
}

export function createTurns(): Turns {
  const lines = new Map<string, Line>();

  const inLine = async <Result>(
    id: string,
    join: (line: Line, over: Promise<void>) => Promise<Result>,
  ): Promise<Result> => {
    const line = lines.get(id) ?? { alone: Promise.resolve(), apart: new Map(), waiting: 0 };
    lines.set(id, line);
    line.waiting += 1;
    const { promise, resolve } = Promise.withResolvers<void>();
    try {
      return await join(line, promise);
    } finally {
      resolve();
      line.waiting -= 1;
      if (line.waiting === 0) lines.delete(id);
    }
  };
  return {
    alone: (id, work) =>
      inLine(id, async (line, over) => {
        const before = [line.alone, ...line.apart.values()];
        line.alone = over;
        line.apart.clear();
        await Promise.all(before);
        return work();
      }),
    apart: (id, key, work) =>
      inLine(id, async (line, over) => {
        const others = [line.alone, ...line.apart.values()];
        const before = line.apart.get(key) ?? line.alone;
        line.apart.set(key, over);
        await before;
        return work(async () => void (await Promise.all(others)));
      }),
  };
}
