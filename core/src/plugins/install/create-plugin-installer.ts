import { join } from 'node:path';
import { type Clock, type Logger, newId, timestamp } from '@fairlead/sdk';
import { HubError } from '../../errors/index.ts';
import type { Repository, Stored } from '../../storage/index.ts';
import type { InspectedPackage } from '../discovery/inspect-package.ts';
import type { PluginRegistry } from '../plugin-registry.ts';
import { checkPackages } from './check-packages.ts';
import { InstallFault } from './install-fault.ts';
import { parseInstallSpec, showSpec } from './install-spec.ts';
import type { Installation, InstallationState, InstallProgress, InstallResult } from './installation.ts';
import type { InstalledPackage } from './installed-package.ts';
import { defaultInstallLimits, type InstallLimits } from './limits.ts';
import { createPackageStore, type PackageStore } from './package-store.ts';
import type { PluginInstaller } from './plugin-installer.ts';
import type { PluginKeys } from './plugin-keys.ts';
import { preparePackage, type PrepareRequest } from './prepare-package.ts';
import { placePackage } from './place-package.ts';
import type { RegistryOptions } from './registry-calls.ts';
import { openRegistry, type RegistryClient } from './registry-client.ts';
import { createRemoval, type PluginUses } from './remove-plugin.ts';
import type { PackageSignature } from './signature.ts';
import { createStagingArea, type StagingArea } from './staging-area.ts';

export interface PluginInstallerOptions {
  /** The hub's plugin folder, absolute. */
  readonly folder: string;
  /** Of `installedPackagesCollection`. */
  readonly packages: Repository<InstalledPackage>;
  /** Of `installationsCollection`. */
  readonly installations: Repository<InstallationState>;
  readonly keys: Pick<PluginKeys, 'findSigner'>;
  /** Whether packages without a signature are installed. */
  readonly signatures: 'optional' | 'required';
  /** Asked at each installation, so that a change of npm's settings counts at once. */
  readonly registry: () => Promise<RegistryOptions>;
  /** All of the environment that the process gets which speaks with registries. Default: none. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Checks a package as discovery does. */
  readonly inspect: (folder: string) => Promise<InspectedPackage | undefined>;
  readonly plugins: Pick<PluginRegistry, 'find' | 'list' | 'rescan' | 'disable'>;
  /** Who needs a plugin. */
  readonly uses: PluginUses;
  readonly clock: Clock;
  readonly log: Logger;
  readonly limits?: Partial<InstallLimits>;
}

export function createPluginInstaller(options: PluginInstallerOptions): PluginInstaller {
  return new Installer(options);
}

interface Work {
  readonly id: string;
  readonly request: PrepareRequest;
  readonly key: string;
  readonly by: string;
  progress: InstallProgress;
  registry?: RegistryClient;
  /** Resolves when its beginning is stored. */
  written: Promise<unknown>;
  ended: Promise<void>;
}

const beginning: InstallProgress = { step: 'waiting', done: 0, total: 1, bytes: 0 };
const mostKept = 200;

class Installer implements PluginInstaller {
  readonly #options: PluginInstallerOptions;
  readonly #store: PackageStore;
  readonly #area: StagingArea;
  readonly #stop = new AbortController();
  readonly #work = new Map<string, Work>();
  readonly remove: PluginInstaller['remove'];
  /** Installations and removals take turns. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: PluginInstallerOptions) {
    const { folder, packages: repository, clock, plugins, uses } = options;
    this.#options = options;
    this.#store = createPackageStore({ repository, clock });
    this.#area = createStagingArea(folder);
    const removal = createRemoval({ store: this.#store, area: this.#area, plugins, uses, clock });
    this.remove = (request, by) => this.#inTurn(() => removal(request, by));
  }

  async recover(): Promise<void> {
    const { installations } = this.#options;
    await this.#area.clean();
    for (const { packageName, version, status } of await this.#store.all()) {
      const isThere = await this.#area.has(packageName, version);
      if (status === 'placing' && isThere) await this.#store.settle(packageName, version);
      else if (status !== 'removed' && !isThere) await this.#store.remove(packageName, version, 'hub');
    }
    const ended: Stored<InstallationState>[] = [];
    for await (const stored of installations.scan()) {
      if (stored.state.status === 'running' && !this.#work.has(stored.id)) {
        const error = new InstallFault('interrupted', 'The hub ended before it was done. Ask for it again.');
        await this.#end(stored.id, { error });
      } else ended.push(stored);
    }
    const old = ended.slice(0, Math.max(0, ended.length - mostKept));
    for (const { id, version } of old) await installations.remove(id, version);
  }

  async install({ spec: text, signature, link = false }: Parameters<PluginInstaller['install']>[0], by: string) {
    const spec = parseInstallSpec(text);
    const request: PrepareRequest = { spec, signature, link };
    const key = JSON.stringify([text, signature ?? null, link]);
    const same = [...this.#work.values()].find((work) => work.key === key);
    if (same !== undefined) {
      await same.written;
      return this.installation(same.id);
    }
    this.#requireOpen();
    const { clock, installations } = this.#options;
    const id = newId(clock.now());
    const done = Promise.resolve();
    const work: Work = { id, request, key, by, progress: beginning, written: done, ended: done };
    this.#work.set(id, work);
    try {
      const state: InstallationState = {
        status: 'running',
        spec: showSpec(spec),
        startedAt: timestamp(clock),
        startedBy: by,
        endedAt: null,
        result: null,
        error: null,
      };
      work.written = installations.commit({ id, state }, 0);
      await work.written;
    } catch (error) {
      this.#work.delete(id);
      throw error;
    }
    work.ended = this.#inTurn(() => this.#run(work)).catch((error: unknown) => this.#lose(work, error));
    return this.installation(id);
  }

  async installation(id: string): Promise<Installation> {
    const stored = await this.#options.installations.get(id);
    if (stored === undefined) throw new HubError('not_found', { detail: 'There is no installation of this id.' });
    return this.#view(stored);
  }

  async installations({ limit, cursor }: Parameters<PluginInstaller['installations']>[0]) {
    const { items, nextCursor } = await this.#options.installations.list({ limit, cursor });
    return { items: items.map((stored) => this.#view(stored)), nextCursor };
  }

  async ended(id: string): Promise<Installation> {
    await this.#work.get(id)?.ended;
    return this.installation(id);
  }

  async versions(pluginId: string): Promise<readonly InstalledPackage[]> {
    return (await this.#store.all()).filter((one) => one.pluginId === pluginId && one.status === 'installed');
  }

  async check(pluginId?: string) {
    const all = await this.#store.all();
    const wanted = all.filter((one) => one.status === 'installed' && (pluginId ?? one.pluginId) === one.pluginId);
    return checkPackages(wanted, this.#area);
  }

  async dispose(): Promise<void> {
    this.#stop.abort(new InstallFault('interrupted', 'The hub was stopped before it was done. Ask for it again.'));
    await this.#turn.catch(() => undefined);
    await Promise.all([...this.#work.values()].map(({ ended }) => ended));
  }

  async #run(work: Work): Promise<void> {
    const { id, request, by } = work;
    const { plugins, log } = this.#options;
    // What a failed one still has open ends with it.
    const own = new AbortController();
    const signal = AbortSignal.any([this.#stop.signal, own.signal]);
    try {
      signal.throwIfAborted();
      const result = await this.#bring(work, request, signal, by);
      // It is installed all the same: the next look at the packages finds it.
      await plugins
        .rescan()
        .catch((error: unknown) => log.error('An installed plugin could not be listed.', { error }));
      await this.#end(id, { result });
    } catch (error) {
      await this.#end(id, { error: this.#faultOf(error) });
    } finally {
      own.abort();
      await work.registry?.close();
      this.#work.delete(id);
      await this.#area.close(id);
    }
  }

  async #bring(work: Work, request: PrepareRequest, signal: AbortSignal, by: string): Promise<InstallResult> {
    const { limits, keys, signatures, inspect, clock, plugins } = this.#options;
    const there: { known?: InstalledPackage } = {};
    const staging = await this.#area.open(work.id);
    const prepared = await preparePackage(request, {
      staging,
      limits: { ...defaultInstallLimits, ...limits },
      registry: async () => (work.registry ??= await this.#openRegistry(staging, signal)),
      keys,
      signatures,
      inspect,
      signal,
      progress: (part) => void (work.progress = { ...work.progress, ...part }),
      isThere: async ({ name, version, integrity, signature = { status: 'unsigned' } }) => {
        const known = await this.#store.get(name, version);
        const isNews = request.signature !== undefined || !isRecorded(signature, known?.signature);
        const isSame = known?.status === 'installed' && known.integrity === integrity && !isNews;
        if (isSame && (await this.#area.has(name, version))) there.known = known;
        return there.known !== undefined;
      },
    });
    if (prepared === undefined && there.known !== undefined) return resultOf(there.known, true);
    if (prepared === undefined) throw new Error('A package that was found to be there is not known.');
    signal.throwIfAborted();
    work.progress = { ...work.progress, step: 'placing' };
    const spec = showSpec(request.spec);
    const how = { store: this.#store, area: this.#area, plugins, spec, by, at: timestamp(clock) };
    const placed = await placePackage(prepared, how);
    return resultOf(placed.installed, placed.alreadyThere);
  }

  async #openRegistry(staging: string, signal: AbortSignal): Promise<RegistryClient> {
    const { registry, environment = {} } = this.#options;
    return openRegistry({ options: await registry(), cache: join(staging, 'cache'), environment, signal });
  }

  async #end(id: string, how: { readonly result: InstallResult } | { readonly error: InstallFault }): Promise<void> {
    const endedAt = timestamp(this.#options.clock);
    await this.#options.installations.update(id, (state) => {
      if ('result' in how) return { state: { ...state, status: 'installed', endedAt, result: how.result } };
      const { code, message } = how.error;
      return { state: { ...state, status: 'failed', endedAt, error: { code, message } } };
    });
  }

  #faultOf(error: unknown): InstallFault {
    if (error instanceof InstallFault) return error;
    const reason: unknown = this.#stop.signal.reason;
    if (reason instanceof InstallFault) return reason;
    this.#options.log.error('A plugin could not be installed.', { error });
    const { code } = error as { readonly code?: unknown };
    const why = code === 'ENOSPC' ? 'The disk is full.' : 'The hub could not write it; its log says more.';
    return new InstallFault('install_failed', why, error);
  }

  /** Its end could not even be written: it is told at the next start. */
  #lose(work: Work, error: unknown): void {
    this.#work.delete(work.id);
    this.#options.log.error('What came of an installation could not be stored.', { installation: work.id, error });
  }

  #view({ id, state }: Stored<InstallationState>): Installation {
    const { done, total, bytes } = this.#work.get(id)?.progress ?? { ...beginning, done: 1 };
    const step = this.#work.get(id)?.progress.step ?? 'placing';
    return { id, ...state, progress: { step, done, total, bytes } };
  }

  #requireOpen(): void {
    if (this.#stop.signal.aborted) throw new HubError('unavailable', { detail: 'The hub is stopping.' });
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }
}

/** One by another key than before is news, and none is not. */
function isRecorded(signature: PackageSignature, before: PackageSignature | undefined): boolean {
  if (signature.status === 'unsigned') return true;
  return before?.status === 'signed' && before.keyId === signature.keyId;
}

function resultOf(installed: InstalledPackage, alreadyThere: boolean): InstallResult {
  const { pluginId: plugin, packageName, version, integrity, signature } = installed;
  return { plugin, packageName, version, integrity, signature, alreadyThere };
}
