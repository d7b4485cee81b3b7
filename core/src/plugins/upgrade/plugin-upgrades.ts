import { type Clock, isFairleadError, type Logger, timestamp } from '@fairlead/sdk';
import { HubError } from '../../errors/index.ts';
import type { Incidents } from '../../incidents/index.ts';
import type { IdentifiedPackage } from '../discovery/assign-ids.ts';
import type { PluginAggregate } from '../plugin-collection.ts';
import type { PluginAgreement, PluginRecord } from '../plugin-record.ts';
import type { PluginRegistry } from '../plugin-registry.ts';
import { MoveError } from './move-error.ts';
import { digestOf } from './plugin-asks.ts';
import { isUnderWay, type MoveReason } from './plugin-move.ts';
import type { SettingsMoves } from './settings-moves.ts';
import { differencesOf, requireConsent, type UpgradeDifferences } from './upgrade-differences.ts';
import type { UpgradePorts } from './upgrade-ports.ts';
import { createVersionMover, type MoveRequest, type VersionMover } from './version-mover.ts';
import { defaultWatchPolicy, type WatchedOutcome, type WatchPolicy } from './version-watch.ts';
import { VersionWatches } from './version-watches.ts';

export interface PluginUpgradesOptions {
  readonly registry: Pick<PluginRegistry, 'versions' | 'find' | 'running' | 'onChange'>;
  readonly moves: SettingsMoves;
  readonly ports: UpgradePorts;
  readonly incidents: Pick<Incidents, 'raise' | 'resolve'>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly policy?: Partial<WatchPolicy>;
}

export interface UpgradeOptions {
  readonly version: string;
  /** Digest of what changes, as the refusal or the preview names it. */
  readonly consent?: string | undefined;
  readonly by: string;
}

/** Takes plugins from one version to another while they answer, and back when that was no good. */
export interface PluginUpgrades {
  /** Gives up what a kill cut short. Call it before plugins start; repeating it is harmless. */
  recover(): Promise<void>;
  /** Goes on with what was under way: a new version that is still watched, a way back that was cut short. After the start. */
  start(): void;
  /** What another version would change. @throws HubError `not_found` */
  preview(id: string, version: string): Promise<UpgradeDifferences>;
  /**
   * Resolves when the new version answers. Calls under way end on the old one.
   * @throws HubError `not_found`, `conflict` while another move is under way, `plugin_unavailable`, `consent_required`
   *   with what changes, `upgrade_failed` with why all is as before
   */
  upgrade(id: string, options: UpgradeOptions): Promise<PluginRecord>;
  /** Back to the version before. @throws HubError as `upgrade`; `conflict` when there is none */
  rollback(id: string, by: string): Promise<PluginRecord>;
  /** A call of a version has ended. Cheap: it is told of every call. */
  saw(pluginId: string, version: string, outcome: WatchedOutcome): void;
  dispose(): Promise<void>;
}

export function createPluginUpgrades(options: PluginUpgradesOptions): PluginUpgrades {
  return new Upgrades(options);
}

class Upgrades implements PluginUpgrades {
  readonly #options: PluginUpgradesOptions;
  readonly #policy: WatchPolicy;
  readonly #mover: VersionMover;
  readonly #watches: VersionWatches;
  readonly #underWay = new Map<string, Promise<unknown>>();
  readonly #unsubscribe: () => void;
  /** Found at `recover`, gone on with at `start`. */
  #later: (() => void)[] = [];
  #disposed = false;

  constructor(options: PluginUpgradesOptions) {
    this.#options = options;
    this.#policy = { ...defaultWatchPolicy, ...options.policy };
    const { registry, moves, ports, clock } = options;
    this.#mover = createVersionMover({
      versions: registry.versions,
      running: (id) => runningOf(registry, id),
      moves,
      ports,
      clock,
      watchMs: this.#policy.watchMs,
    });
    this.#watches = new VersionWatches({
      ...options,
      policy: this.#policy,
      giveWay: (id, reason) => this.#giveWay(id, reason),
    });
    this.#unsubscribe = registry.onChange((record) => this.#watches.changed(record));
  }

  async recover(): Promise<void> {
    const { registry, clock } = this.#options;
    for (const [id, { move }] of await registry.versions.all()) {
      if (move === undefined) continue;
      if (isUnderWay(move)) {
        await this.#mover.giveUp(id, move);
        const { reason } = move;
        if (move.kind === 'automatic' && reason !== undefined) this.#later.push(() => this.#giveWay(id, reason));
      } else if (move.step === 'watching') {
        const leftMs = Date.parse(move.watchUntil ?? '') - clock.now();
        if (leftMs > 0)
          this.#later.push(() => this.#watches.begin(id, move, undefined, Math.min(leftMs, this.#policy.watchMs)));
        else await this.#watches.noteDone(id, move.id);
      }
    }
  }

  start(): void {
    for (const goOn of this.#later) goOn();
    this.#later = [];
  }

  async preview(id: string, version: string): Promise<UpgradeDifferences> {
    const { from, to, remembered } = await this.#ends(id, version);
    return differencesOf(from, to, remembered?.agreed);
  }

  upgrade(id: string, { version, consent, by }: UpgradeOptions): Promise<PluginRecord> {
    return this.#alone(id, async () => {
      const { from, to, remembered } = await this.#ends(id, version);
      if (remembered?.enabled !== true) throw refused(id, 'has to be enabled first');
      if (to.version === from.version) throw conflict(`“${id}” is at version ${version} already.`);
      if (to.faults.length > 0) {
        throw refused(id, `cannot run version ${version}: ${to.faults.map(({ message }) => message).join(' ')}`);
      }
      requireConsent(differencesOf(from, to, remembered.agreed), consent);
      const agreed = this.#agreement(to, remembered, by);
      await this.#watches.end(id);
      return this.#move({ kind: 'upgrade', from, to, by, agreed });
    });
  }

  rollback(id: string, by: string): Promise<PluginRecord> {
    return this.#alone(id, () => this.#back(id, { kind: 'rollback', by }));
  }

  saw(pluginId: string, version: string, outcome: WatchedOutcome): void {
    this.#watches.saw(pluginId, version, outcome);
  }

  async dispose(): Promise<void> {
    this.#disposed = true;
    this.#unsubscribe();
    await this.#watches.dispose();
  }

  async #ends(id: string, version: string) {
    const { versions } = this.#options.registry;
    const from = versions.active(id);
    const to = await versions.find(id, version);
    if (to === undefined) {
      const others = from.otherVersions.length === 0 ? '' : ` There are ${from.otherVersions.join(', ')}.`;
      throw new HubError('not_found', { detail: `No version ${version} of “${id}” is installed.${others}` });
    }
    // A rescan may have found more beside it.
    return { from: versions.active(id), to, remembered: await versions.remembered(id) };
  }

  async #move(request: MoveRequest): Promise<PluginRecord> {
    const { registry } = this.#options;
    const { id } = request.from;
    try {
      const { move, before } = await this.#mover.move(request);
      if (move.step === 'watching') this.#watches.begin(id, move, before, this.#policy.watchMs);
      else this.#watches.retire(before);
    } catch (error) {
      if (!(error instanceof MoveError)) throw error;
      const to = request.to.version;
      const detail = `“${id}” stays at version ${request.from.version}: version ${to} was not taken (${error.code}). ${error.message}`;
      throw new HubError('upgrade_failed', { detail: detail.slice(0, 1_000), cause: error });
    }
    const record = registry.find(id);
    if (record === undefined) throw new HubError('not_found');
    return record;
  }

  async #back(
    id: string,
    how: { readonly kind: 'rollback' | 'automatic'; readonly by: string; readonly reason?: MoveReason },
  ): Promise<PluginRecord> {
    const { versions } = this.#options.registry;
    const remembered = await versions.remembered(id);
    const { previous } = remembered ?? {};
    if (previous === undefined) throw conflict(`There is no version of “${id}” to go back to.`);
    if (remembered?.enabled !== true) throw refused(id, 'has to be enabled first');
    const from = versions.active(id);
    const to = await versions.find(id, previous.version);
    if (to === undefined || to.faults.length > 0) throw refused(id, `has lost its version ${previous.version}`);
    const watching = this.#watches.pause(id);
    try {
      return await this.#move({ ...how, from, to, keptFrom: previous.move, warm: watching?.warm });
    } catch (error) {
      if (watching !== undefined) this.#watches.resume(id, watching);
      throw error;
    }
  }

  /** Goes back without being asked, and tells a person. */
  #giveWay(id: string, reason: MoveReason): void {
    const { log, registry } = this.#options;
    if (this.#disposed) return;
    const failing = registry.find(id)?.version ?? '';
    log.warn(`Plugin “${id}” goes back to its version before: ${reason.message}`, { plugin: id, code: reason.code });
    this.#afterOthers(id, () => this.#back(id, { kind: 'automatic', by: 'hub', reason })).then(
      (record) => this.#tell(id, `was taken back to version ${record.version}`, reason, failing),
      (error: unknown) => {
        if (this.#disposed) return;
        log.error(`Plugin “${id}” could not go back to its version before.`, { plugin: id, error });
        const text = error instanceof Error ? error.message : String(error);
        this.#tell(id, 'could not be taken back', { code: reason.code, message: `${reason.message} ${text}` }, failing);
      },
    );
  }

  #tell(id: string, what: string, { code, message }: MoveReason, failing: string): void {
    const { incidents, log, registry } = this.#options;
    const name = registry.find(id)?.manifest?.displayName ?? id;
    incidents
      .raise({
        subject: { kind: 'plugin', id },
        code: 'plugin_rolled_back',
        severity: what.startsWith('was') ? 'warning' : 'error',
        title: `The plugin ${name} ${what}`,
        detail: `Version ${failing}: ${message} (${code})`,
      })
      .catch((error: unknown) => log.error('An incident could not be stored.', { plugin: id, error }));
  }

  #agreement(to: IdentifiedPackage, { agreed }: PluginAggregate, by: string): PluginAgreement {
    // What the version before may stays agreed to: there may be a way back.
    const permissions = { ...agreed?.permissions, ...to.manifest?.permissions };
    const { clock } = this.#options;
    return { permissions, digest: digestOf(permissions), version: to.version, at: timestamp(clock), by };
  }

  #alone<Result>(id: string, work: () => Promise<Result>): Promise<Result> {
    if (this.#disposed) return Promise.reject(new HubError('unavailable', { detail: 'The hub is stopping.' }));
    if (this.#underWay.has(id)) {
      return Promise.reject(conflict(`“${id}” is on its way to another version already.`));
    }
    return this.#track(id, work());
  }

  async #afterOthers<Result>(id: string, work: () => Promise<Result>): Promise<Result> {
    for (let one = this.#underWay.get(id); one !== undefined; one = this.#underWay.get(id)) {
      await one.catch(() => undefined);
    }
    return this.#track(id, work());
  }

  #track<Result>(id: string, working: Promise<Result>): Promise<Result> {
    const tracked = working.finally(() => this.#underWay.delete(id));
    this.#underWay.set(id, tracked);
    return tracked;
  }
}

function runningOf(registry: Pick<PluginRegistry, 'running'>, id: string) {
  try {
    return registry.running(id);
  } catch (error) {
    if (isFairleadError(error)) return undefined;
    throw error;
  }
}

function refused(id: string, problem: string): HubError {
  return new HubError('plugin_unavailable', { detail: `The plugin “${id}” ${problem}.` });
}

function conflict(detail: string): HubError {
  return new HubError('conflict', { detail });
}
