import { type Clock, newId, timestamp } from '@fairlead/sdk';
import type { MovedSettings, SettingsMove } from '@fairlead/sdk/host';
import type { IdentifiedPackage } from '../discovery/assign-ids.ts';
import type { RunningPlugin } from '../host/plugin-host.ts';
import { withDeadline } from '../host/with-deadline.ts';
import type { PluginAggregate } from '../plugin-collection.ts';
import { permissionsOf } from '../plugin-entry.ts';
import { PluginStartError } from '../plugin-fault.ts';
import type { PluginAgreement } from '../plugin-record.ts';
import type { PluginVersions, StartedVersion } from '../plugin-versions.ts';
import { MoveError } from './move-error.ts';
import type { MoveReason, MoveStep, PluginMove } from './plugin-move.ts';
import { type MovedConnection, type MoveOptions, SettingsMoveError, type SettingsMoves } from './settings-moves.ts';
import { tryVersion } from './try-version.ts';
import type { UpgradePorts } from './upgrade-ports.ts';

export interface MoverOptions {
  readonly versions: PluginVersions;
  /** The version that answers now, if one does. */
  readonly running: (id: string) => RunningPlugin | undefined;
  readonly moves: SettingsMoves;
  readonly ports: UpgradePorts;
  readonly clock: Clock;
  readonly watchMs: number;
}

export interface MoveRequest {
  readonly kind: PluginMove['kind'];
  readonly from: IdentifiedPackage;
  readonly to: IdentifiedPackage;
  readonly by: string;
  readonly reason?: MoveReason;
  /** After an upgrade: what is agreed to from then on. */
  readonly agreed?: PluginAgreement;
  /** Of a move back: the move that led away. */
  readonly keptFrom?: string;
  /** The version to go to, where it still runs. When the move is given up it runs on, and stays the caller's. */
  readonly warm?: StartedVersion | undefined;
}

export interface Moved {
  readonly move: PluginMove;
  /** The version before, if it still ran. It is the caller's now. */
  readonly before: StartedVersion | undefined;
}

const migrationMs = 30_000;

/** Takes a plugin from one version to another. Until the switch nothing changes for anybody; after it, everything has. */
export interface VersionMover {
  /** @throws MoveError when it was given up: then all is as before */
  move(request: MoveRequest): Promise<Moved>;
  /** Gives up a move that a kill cut short. Before anything runs. */
  giveUp(id: string, move: PluginMove): Promise<void>;
}

export function createVersionMover(options: MoverOptions): VersionMover {
  const { versions, moves, clock } = options;

  const fail = async (id: string, move: PluginMove, { code, message }: MoveReason): Promise<void> => {
    await versions.note(id, (state) => {
      if (state.move?.id !== move.id) return undefined;
      const reason = { code, message: message.slice(0, 1_000) };
      const ended: PluginMove = { ...move, step: 'failed', endedAt: timestamp(clock), reason };
      const { kind, from, to } = move;
      const events = [['plugin.upgrade-failed', { kind, from, to, step: state.move.step, ...reason }]] as const;
      return { state: { ...state, move: ended }, events };
    });
  };

  return {
    async move(request) {
      const { from, kind, to, by, reason } = request;
      const { id } = from;
      const head = {
        id: newId(clock.now()),
        kind,
        from: from.version,
        to: to.version,
        by,
        startedAt: timestamp(clock),
      };
      const move: PluginMove = { ...head, step: 'staging', ...(reason === undefined ? {} : { reason }) };
      const run = new MoveRun(options, request, move);
      try {
        return await run.run();
      } catch (error) {
        await run.drop();
        const why = reasonOf(error);
        await fail(id, move, why);
        throw new MoveError(why.code, why.message, error);
      }
    },
    async giveUp(id, move) {
      await moves.undo(id, move.id);
      await fail(id, move, { code: 'interrupted', message: `The hub ended while it was ${move.step}.` });
    },
  };
}

/** One way from a version to another. */
class MoveRun {
  readonly #options: MoverOptions;
  readonly #request: MoveRequest;
  readonly #move: PluginMove;
  #started: StartedVersion | undefined;
  /** Started only because its code knows the way back. */
  #helper: StartedVersion | undefined;

  constructor(options: MoverOptions, request: MoveRequest, move: PluginMove) {
    this.#options = options;
    this.#request = request;
    this.#move = move;
    this.#started = request.warm;
  }

  async run(): Promise<Moved> {
    const { versions, moves, ports } = this.#options;
    const { to, kind } = this.#request;
    await this.#step('staging');
    await this.#step('starting');
    const started = this.#started?.alive === true ? this.#started : await this.#start(versions, to);
    this.#started = started;
    await this.#step('migrating');
    const target = { plugin: to.id, settingsSchema: started.plugin.settingsSchema, ...versionOf(to) };
    const { keptFrom } = this.#request;
    const how: MoveOptions = { target, keptFrom, migrate: (settings) => this.#migrate(settings) };
    const copies = await moves.copy(how);
    // A version that worked is not tried again: the vendor may be why it is needed.
    if (kind === 'upgrade') {
      await tryVersion({ ports, started, target, copies, step: (step) => this.#step(step) });
    }
    const failedBefore = await this.#failedBefore();
    const moved = await moves.exclusively(to.id, async () =>
      this.#switch(how, await moves.copy(how, copies), failedBefore),
    );
    await this.#helper?.stop();
    return moved;
  }

  /** Lets go of what was started for nothing. */
  async drop(): Promise<void> {
    const started = this.#started === this.#request.warm ? undefined : this.#started;
    await Promise.all([started?.stop(), this.#helper?.stop()]);
  }

  async #start(versions: PluginVersions, plugin: IdentifiedPackage): Promise<StartedVersion> {
    const { agreed } = this.#request;
    const remembered = agreed ?? (await versions.remembered(plugin.id))?.agreed;
    return versions.start(plugin, permissionsOf(plugin, remembered));
  }

  /** The code of the version with the higher settingsVersion knows the way, up and down. */
  async #migrate(settings: SettingsMove): Promise<MovedSettings> {
    const { versions, clock } = this.#options;
    const { from, to } = this.#request;
    const isUp = versionOf(to).settingsVersion >= versionOf(from).settingsVersion;
    let code = isUp ? this.#started?.running : (this.#options.running(from.id) ?? this.#helper?.running);
    if (code === undefined) {
      this.#helper = await this.#start(versions, from);
      code = this.#helper.running;
    }
    const moved = await withDeadline(clock, migrationMs, code.migrateSettings(settings));
    if (moved === 'expired') throw new Error(`It did not end within ${migrationMs / 1_000} seconds.`);
    return moved;
  }

  async #failedBefore(): Promise<number> {
    const { ports } = this.#options;
    const { from } = this.#request;
    const { calls, errors } = await ports.recentCalls(from.id, from.version);
    return calls === 0 ? 0 : errors / calls;
  }

  async #switch(how: MoveOptions, copies: readonly MovedConnection[], failedBefore: number): Promise<Moved> {
    const { versions, moves } = this.#options;
    const { id } = this.#request.to;
    const started = this.#started;
    if (started?.alive !== true) throw new MoveError('crashed', `Version ${this.#move.to} has broken down.`);
    await this.#step('switching');
    versions.setUnsettled(id, this.#move.id);
    let committed: Moved;
    try {
      await moves.write(this.#move.id, how.target, copies);
      committed = await versions.inTurn(async () => {
        const move = await this.#commit(failedBefore);
        // In one turn of the event loop: from here on the new settings are read, by the new version.
        versions.setUnsettled(id, undefined);
        return { move, before: versions.activate(id, started) };
      });
    } catch (error) {
      await moves.undo(id, this.#move.id);
      versions.setUnsettled(id, undefined);
      throw error;
    }
    moves.announce(copies);
    return committed;
  }

  /** The one write that makes the other version the one that answers, now and after any restart. */
  async #commit(failedBefore: number): Promise<PluginMove> {
    const { versions, clock, watchMs } = this.#options;
    const { from, to, kind, agreed, reason } = this.#request;
    const now = timestamp(clock);
    const watched = kind === 'upgrade';
    const move: PluginMove = {
      ...this.#move,
      step: watched ? 'watching' : 'done',
      switchedAt: now,
      ...(watched ? { watchUntil: new Date(clock.now() + watchMs).toISOString(), failedBefore } : { endedAt: now }),
    };
    const stored = await versions.note(to.id, (state) => {
      if (!state.enabled || state.move?.id !== move.id) return undefined;
      const { previous: _previous, ...rest } = state;
      const back = { version: from.version, settingsVersion: versionOf(from).settingsVersion, move: move.id };
      const next: PluginAggregate = {
        ...rest,
        version: to.version,
        settingsVersion: versionOf(to).settingsVersion,
        quarantine: null,
        move,
        ...(agreed === undefined ? {} : { agreed }),
        ...(watched ? { previous: back } : {}),
      };
      const type = watched ? 'plugin.upgraded' : 'plugin.rolled-back';
      const why = reason === undefined ? {} : { reason: { ...reason } };
      return { state: next, events: [[type, { from: from.version, to: to.version, by: move.by, kind, ...why }]] };
    });
    if (stored.move?.id === move.id && stored.move.step === move.step) return move;
    throw new MoveError('disabled', 'The plugin was disabled meanwhile.');
  }

  async #step(step: MoveStep): Promise<void> {
    const { versions } = this.#options;
    const { id, version } = this.#request.from;
    const stored = await versions.note(id, (state) => {
      const isFirst = step === 'staging';
      if (!state.enabled || (!isFirst && state.move?.id !== this.#move.id)) return undefined;
      const events = isFirst ? [['plugin.upgrade-started', this.#told(version)] as const] : [];
      return { state: { ...state, move: { ...this.#move, step } }, events };
    });
    if (stored.move?.id !== this.#move.id || !stored.enabled) {
      throw new MoveError('disabled', 'The plugin was disabled meanwhile.');
    }
  }

  #told(from: string) {
    const { kind, to, by } = this.#move;
    return { kind, from, to, by };
  }
}

function versionOf({ manifest }: IdentifiedPackage): { readonly settingsVersion: number } {
  return { settingsVersion: manifest?.settingsVersion ?? 1 };
}

function reasonOf(error: unknown): MoveReason {
  if (error instanceof MoveError) return { code: error.code, message: error.message };
  if (error instanceof SettingsMoveError) return { code: 'settings_migration', message: error.message };
  if (error instanceof PluginStartError) return { code: error.faults[0]?.code ?? 'crashed', message: error.message };
  return { code: 'internal', message: error instanceof Error ? error.message : String(error) };
}
