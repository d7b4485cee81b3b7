/** Places of rows in the audit log: a moment and a count. */
export interface AuditPlaces {
  /** Resolves once it is known where the log ends. */
  ready(): Promise<void>;
  /** The next place, at this moment or after whatever was placed before it. */
  next(at: string): string;
}

const form = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)#(\d{6})$/;

/**
 * Gives places that only ever grow, whatever the clock does and over a restart: a seal covers everything up to a place, so
 * a row that came behind it would look as if somebody had slipped it in.
 * @param newest the last place of the log, or undefined for an empty one
 */
export function createAuditPlaces(newest: () => Promise<string | undefined>): AuditPlaces {
  let moment = '';
  let count = 0;
  let known: Promise<void> | undefined;

  async function read(): Promise<void> {
    try {
      const [, last, number] = form.exec((await newest()) ?? '') ?? [];
      if (last !== undefined) [moment, count] = [last, Number(number)];
    } catch (error) {
      known = undefined;
      throw error;
    }
  }

  return {
    ready: () => (known ??= read()),
    next: (at) => {
      if (at > moment) [moment, count] = [at, 0];
      else count += 1;
      return `${moment}#${String(count).padStart(6, '0')}`;
    },
  };
}
