/** An object that stands for one process's view of shared storage. */
export interface Crashable<Target extends object> {
  readonly target: Target;
  /** The process is gone: every call hangs for ever. What was asked before may still have happened. */
  crash(): void;
  /** The process stands still: calls wait until `resume`. */
  stall(): void;
  resume(): void;
}

export function crashable<Target extends object>(target: Target): Crashable<Target> {
  const never = new Promise<never>(() => undefined);
  let gate: Promise<void> | undefined;
  let gone = false;
  let resume: () => void = () => undefined;
  const wrapped = new Proxy(target, {
    get(object, name) {
      const member: unknown = Reflect.get(object, name, object);
      if (typeof member !== 'function') return member;
      return async (...parameters: readonly unknown[]): Promise<unknown> => {
        while (gate !== undefined && !gone) await gate;
        if (gone) return never;
        const result: unknown = await (Reflect.apply(member, object, parameters) as unknown);
        return gone ? never : result;
      };
    },
  });
  return {
    target: wrapped,
    crash() {
      gone = true;
    },
    stall() {
      gate ??= new Promise((resolve) => {
        resume = resolve;
      });
    },
    resume() {
      gate = undefined;
      resume();
    },
  };
}
