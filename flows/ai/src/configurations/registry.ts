import type { Clock, Logger } from '@fairlead/sdk';
import type { KnownConfiguration } from './configuration.ts';

/** The configurations as calls see them: in memory, and read anew now and then for what other processes changed. */
export interface Registry {
  /** Enabled ones that may answer a purpose, the first to try first. */
  candidates(purpose: string): Promise<readonly KnownConfiguration[]> | readonly KnownConfiguration[];
  find(id: string): KnownConfiguration | undefined;
  all(): readonly KnownConfiguration[];
  /** Reads all of it now. */
  reload(): Promise<void>;
}

export interface RegistryOptions {
  readonly clock: Clock;
  readonly log: Logger;
  readonly list: () => Promise<readonly KnownConfiguration[]>;
  /** Reads what goes with them: how they stand, what was spent. */
  readonly loaded: (known: readonly KnownConfiguration[]) => Promise<void>;
  readonly refreshEveryMs: number;
}

export function createRegistry({ clock, log, list, loaded, refreshEveryMs }: RegistryOptions): Registry {
  let known: readonly KnownConfiguration[] = [];
  let byPurpose = new Map<string, readonly KnownConfiguration[]>();
  let byId = new Map<string, KnownConfiguration>();
  let dueMs: number | undefined;
  let reading: Promise<void> | undefined;

  const read = async () => {
    const found = await list();
    known = found;
    byId = new Map(found.map((each) => [each.id, each]));
    byPurpose = new Map();
    await loaded(found);
    dueMs = clock.monotonic() + refreshEveryMs;
  };
  const readOnce = () => {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  };
  const select = (purpose: string) => {
    let found = byPurpose.get(purpose);
    if (found === undefined) {
      found = known.filter(({ enabled, purposes }) => enabled && (purposes.length === 0 || purposes.includes(purpose)));
      // Callers name purposes as they like.
      if (byPurpose.size < 1_000) byPurpose.set(purpose, found);
    }
    return found;
  };
  return {
    candidates(purpose) {
      if (dueMs === undefined) return readOnce().then(() => select(purpose));
      if (clock.monotonic() >= dueMs) {
        dueMs = clock.monotonic() + refreshEveryMs;
        readOnce().catch((error: unknown) => log.warn('AI configurations could not be read anew.', { error }));
      }
      return select(purpose);
    },
    find: (id) => byId.get(id),
    all: () => known,
    async reload() {
      // One that is under way may have begun before the change.
      await reading?.catch(() => undefined);
      await readOnce();
    },
  };
}
