import { type Clock, type Logger, type Timer, timestamp } from '@fairlead/sdk';
import type { PluginRecord } from '../plugin-record.ts';
import type { PluginRegistry } from '../plugin-registry.ts';
import type { StartedVersion } from '../plugin-versions.ts';
import type { MoveReason, PluginMove } from './plugin-move.ts';
import { type VersionWatch, type WatchedOutcome, type WatchPolicy, watchVersion } from './version-watch.ts';

export interface VersionWatchesOptions {
  readonly registry: Pick<PluginRegistry, 'versions' | 'find'>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly policy: WatchPolicy;
  /** A new version has to go. */
  readonly giveWay: (id: string, reason: MoveReason) => void;
}

/** What is kept of an upgrade while its new version is watched. */
interface Watching {
  readonly watch: VersionWatch;
  readonly move: string;
  /** On the monotonic clock. */
  readonly endsAt: number;
  readonly timer: Timer;
  readonly warm: StartedVersion | undefined;
}

/** Longest that a call on a version which is no longer warm may still take. */
const retireWithinMs = 300_000;

/** The new versions that are watched, each with the version before that stands by. */
export class VersionWatches {
  readonly #options: VersionWatchesOptions;
  readonly #watching = new Map<string, Watching>();
  readonly #leaving = new Set<StartedVersion>();
  #disposed = false;

  constructor(options: VersionWatchesOptions) {
    this.#options = options;
  }

  /** The new version is watched, the old one kept warm. */
  begin(id: string, move: PluginMove, warm: StartedVersion | undefined, forMs: number): void {
    const { clock, policy, registry } = this.#options;
    const watch = watchVersion(move.to, move.failedBefore ?? 0, policy);
    this.#watch(id, { watch, move: move.id, endsAt: clock.monotonic() + forMs, warm }, forMs);
    const record = registry.find(id);
    if (record !== undefined) this.changed(record);
  }

  /** While a way back is tried nothing is watched. @returns what `resume` takes, and the version that stands by */
  pause(id: string): Omit<Watching, 'timer'> | undefined {
    const watching = this.#watching.get(id);
    this.#watching.delete(id);
    watching?.timer.cancel();
    return watching;
  }

  /** There was no way back this time; there may be a next time. */
  resume(id: string, watching: Omit<Watching, 'timer'>): void {
    const leftMs = watching.endsAt - this.#options.clock.monotonic();
    if (this.#disposed) void watching.warm?.stop();
    else if (leftMs > 0) this.#watch(id, watching, leftMs);
    else this.retire(watching.warm);
  }

  /** The version before goes, and the upgrade is done. */
  async end(id: string): Promise<void> {
    const watching = this.pause(id);
    if (watching === undefined) return;
    this.retire(watching.warm);
    await this.noteDone(id, watching.move);
  }

  async noteDone(id: string, moveId: string): Promise<void> {
    await this.#options.registry.versions.note(id, (state) => {
      if (state.move?.id !== moveId || state.move.step !== 'watching') return undefined;
      return { state: { ...state, move: { ...state.move, step: 'done', endedAt: timestamp(this.#options.clock) } } };
    });
  }

  /** A call of a version has ended. Cheap: it is told of every call. */
  saw(id: string, version: string, outcome: WatchedOutcome): void {
    const watching = this.#watching.get(id);
    if (watching === undefined || watching.watch.version !== version) return;
    const reason = watching.watch.saw(outcome);
    if (reason !== undefined) this.#options.giveWay(id, reason);
  }

  /** A new version that cannot run any more is as bad as one that fails in calls. */
  changed({ id, version, state }: PluginRecord): void {
    const watching = this.#watching.get(id);
    if (watching === undefined || watching.watch.version !== version) return;
    if (state.status !== 'quarantined' && state.status !== 'incompatible') return;
    const why = state.status === 'quarantined' ? state.reason : state.reasons[0];
    this.#options.giveWay(id, {
      code: state.status,
      message: `Version ${version} cannot run: ${why?.message ?? ''}`,
    });
  }

  /** Lets a version go when its last call has ended. */
  retire(version: StartedVersion | undefined): void {
    if (version === undefined) return;
    this.#leaving.add(version);
    void version.retire(retireWithinMs).finally(() => this.#leaving.delete(version));
  }

  async dispose(): Promise<void> {
    this.#disposed = true;
    const all = [...this.#watching.values()];
    for (const { timer } of all) timer.cancel();
    await Promise.all([...all.map(({ warm }) => warm), ...this.#leaving].map(async (version) => version?.stop()));
  }

  #watch(id: string, watching: Omit<Watching, 'timer'>, forMs: number): void {
    const { clock, log } = this.#options;
    const timer = clock.schedule(forMs, () => {
      this.end(id).catch((error: unknown) => {
        log.error(`The end of the upgrade of “${id}” could not be stored.`, { plugin: id, error });
      });
    });
    this.#watching.set(id, { ...watching, timer });
  }
}
