import type { LeakPolicy, PluginUsageService } from '@fairlead/core';
import type { Flow } from '@fairlead/core/flow-api';
import { type Clock, type Logger, systemClock, timestamp } from '@fairlead/sdk';
import { startFlows } from './composition/flows.ts';
import { type Foundation, openFoundation } from './composition/foundation.ts';
import { composeKernel, type Kernel } from './composition/kernel.ts';
import type { LineWriter } from './composition/log.ts';
import { definePruning, defineSealing } from './composition/maintenance.ts';
import { composeLeakWatch, usageOf } from './composition/plugin-usage.ts';
import { composePlugins, type Installed } from './composition/plugins.ts';
import { composeWeb, type Web } from './composition/web.ts';
import type { SettingRow, Settings } from './config/settings.ts';
import { prepareDataFolder, StartError } from './data/data-folder.ts';
import { type FolderLock, lockFolder } from './data/folder-lock.ts';
import { releaseFlows } from './release.ts';
import { readVersion } from './version.ts';

export interface HubOptions {
  readonly settings: Settings;
  readonly rows: readonly SettingRow[];
  readonly clock?: Clock;
  readonly flows?: readonly Flow[];
  /** Folders of plugins that may run inline besides those of the release; for tests. */
  readonly extraPlugins?: readonly string[];
  /** When a plugin counts as leaking; for tests. */
  readonly leaks?: Partial<LeakPolicy>;
  readonly logTo?: LineWriter;
  /** Refuses to commit an event that is not as it is declared; for tests. Default false: what has happened is not lost. */
  readonly checkEvents?: boolean;
  /**
   * False: only answers requests and carries out what they ask. It polls nothing, dispatches nothing, probes nothing,
   * makes no owner's account, and is not announced to others. For a command on the data of a hub that does not run.
   * Default true.
   */
  readonly work?: boolean;
}

/** A running hub. */
export interface Hub {
  /** Where others reach it, without a slash at the end. */
  readonly url: string;
  /** Where it listens, whatever its public address. */
  readonly localUrl: string;
  readonly owner: {
    readonly email: string;
    /** The account was made by this very start. */
    readonly created: boolean;
    /** Only when the account was just made without a password given. Show it once. */
    readonly password?: string;
  };
  /** What a person should know at once: keys that are missing, and the like. */
  readonly warnings: readonly string[];
  /** The hub's own log: what it writes is redacted. */
  readonly log: Logger;
  /** Stops taking requests, ends what is under way, closes the database, frees the data folder. Repeating it is harmless. */
  stop(): Promise<void>;
}

/** What stops a process commonly waits ten seconds before it kills. */
const closeWithinMs = 5_000;

/** Of a fresh hub whose owner gave no address. */
const defaultOwner = 'owner@localhost';

/**
 * Starts a hub: locks the data folder, opens storage and vault, wires core and flows, listens, and begins to work.
 * @throws StartError, StorageError, VaultError: each says what to do; nothing is left open
 */
export async function startHub(options: HubOptions): Promise<Hub> {
  const { settings } = options;
  await prepareDataFolder(settings.dataDir);
  const lock = await lockFolder(settings.dataDir);
  const cleanup = new AsyncDisposableStack();
  cleanup.defer(() => lock.release());
  try {
    return await open(options, lock, cleanup);
  } catch (error) {
    await cleanup.disposeAsync();
    throw error;
  }
}

async function open(options: HubOptions, lock: FolderLock, cleanup: AsyncDisposableStack): Promise<Hub> {
  const { settings, clock = systemClock, flows = releaseFlows, work = true } = options;
  const foundation = await openFoundation(
    { settings, clock, flows, logTo: options.logTo, checkEvents: options.checkEvents ?? false },
    cleanup,
  );
  const installed = composePlugins(foundation, { extraPlugins: options.extraPlugins ?? [] }, cleanup);
  const bound: { url?: string } = {};
  const publicUrl = () => settings.publicUrl ?? bound.url ?? `http://${settings.host}:${settings.port}`;
  const webhookUrl = (id: string) => `${publicUrl()}/hooks/${id}`;
  const kernel = composeKernel(foundation, installed, { publicUrl, webhookUrl }, cleanup);
  const leaks = { ...foundation, ...installed, health: kernel.health, policy: options.leaks ?? {} };
  const watch = composeLeakWatch(leaks, cleanup);
  const { app, realtime } = await serve({
    foundation,
    installed,
    kernel,
    usage: usageOf(installed.meter, watch),
    rows: options.rows,
    publicUrl,
    webhookUrl,
  });
  cleanup.defer(() => closeServer(app.server, clock));
  cleanup.defer(() => realtime.dispose());

  await installed.connections.recover();
  await installed.installer.recover();
  installed.meter.start();
  await kernel.upgrades.recover();
  await installed.plugins.start();
  kernel.upgrades.start();
  if (work) await startPublishing(foundation, kernel);
  const localUrl = await listen(app.server, settings);
  bound.url = localUrl;
  if (work) {
    await startWorking(foundation, kernel, app);
    await lock.announce({ pid: process.pid, url: localUrl, startedAt: timestamp(clock) });
  }
  return {
    url: publicUrl(),
    localUrl,
    // Last: whatever fails before this would take the one-time password with it, unseen.
    owner: await ownerOf(foundation, work),
    log: foundation.logger,
    warnings: foundation.keys.unusable.map(
      (key) => `The master key ${key} cannot be used; what it sealed is locked until it is restored.`,
    ),
    stop: () => cleanup.disposeAsync(),
  };
}

interface Served {
  readonly foundation: Foundation;
  readonly installed: Installed;
  readonly kernel: Kernel;
  readonly usage: PluginUsageService;
  readonly rows: readonly SettingRow[];
  readonly publicUrl: () => string;
  readonly webhookUrl: (connectionId: string) => string;
}

function serve({ foundation, installed, kernel, usage, rows, publicUrl, webhookUrl }: Served): Promise<Web> {
  return composeWeb({
    ...foundation,
    ...installed,
    ...kernel,
    guard: kernel.calls.guard,
    trials: kernel.calls.trials,
    lanes: kernel.calls.lanes,
    vault: foundation.keys,
    usage,
    attempts: kernel.health.totals,
    rows,
    version: readVersion(),
    publicUrl,
    webhookUrl,
    ready: { database: () => readiness(() => foundation.storage.ping()) },
  });
}

/** Before the first request, so that what it causes is published. */
async function startPublishing({ relay, events }: Foundation, { flows, webhooks }: Kernel): Promise<void> {
  relay.start();
  await webhooks.start();
  await startFlows(flows, events);
}

async function startWorking(
  foundation: Foundation,
  { inbox, health, webhooks }: Kernel,
  { idempotency }: Web['app'],
): Promise<void> {
  const { jobs, keys } = foundation;
  const pruning = definePruning({ ...foundation, idempotency, webhooks });
  const seals = defineSealing(foundation);
  jobs.start();
  await pruning.schedule();
  await seals.schedule();
  await inbox.start();
  health.start();
  await keys.rotation.resume();
}

async function ownerOf({ access, settings }: Foundation, work: boolean): Promise<Hub['owner']> {
  const email = settings.ownerEmail ?? defaultOwner;
  return work ? access.ensureOwner({ email, password: settings.ownerPassword }) : { email, created: false };
}

/** Requests under way may end; one that is still being sent after a while is cut off, or a slow client keeps the hub up. */
async function closeServer(server: Web['app']['server'], clock: Clock): Promise<void> {
  const patience = clock.schedule(closeWithinMs, () => server.server.closeAllConnections());
  await server.close();
  patience.cancel();
}

async function listen(server: Web['app']['server'], { host, port }: Settings): Promise<string> {
  try {
    return await server.listen({ host, port });
  } catch (error) {
    if ((error as { code?: string }).code !== 'EADDRINUSE') throw error;
    throw new StartError(
      `Port ${port} of ${host} is in use by another program. Set FAIRLEAD_PORT to a free one.`,
      error,
    );
  }
}

async function readiness(check: () => Promise<void>): Promise<string | undefined> {
  try {
    await check();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
