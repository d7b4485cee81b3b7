import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runBounded } from '../discovery/run-bounded.ts';
import { InstallFault } from './install-fault.ts';
import { isPackageName } from './install-spec.ts';
import type { InstallProgress } from './installation.ts';
import { type InstallBudget, type InstallLimits, tooLarge } from './limits.ts';
import type { Dependent, PlannedPackage } from './plan-dependencies.ts';
import { type PackageHead, readHead } from './read-head.ts';
import type { RegistryClient } from './registry-client.ts';
import { unpackTarball } from './unpack-tarball.ts';

export interface DependencyWork {
  /** Where the plugin lies unpacked. */
  readonly folder: string;
  readonly head: PackageHead;
  readonly staging: string;
  readonly limits: InstallLimits;
  readonly budget: InstallBudget;
  readonly registry: () => Promise<RegistryClient>;
  readonly signal: AbortSignal;
  readonly progress: (part: Partial<InstallProgress>) => void;
}

/** Fetched at once. */
const concurrency = 4;

/**
 * Fetches and unpacks what a plugin depends on into its `node_modules`, each package at an exact version and checked as
 * the plugin itself is. What its tarball brings along (`bundleDependencies`) is taken from there.
 * @throws InstallFault
 */
export async function prepareDependencies(work: DependencyWork): Promise<readonly PlannedPackage[]> {
  const { folder, head, staging, limits, progress } = work;
  const wanted = withoutBundled(folder, head);
  if (wanted === undefined) {
    progress({ done: 1, total: 1 });
    return [];
  }
  progress({ step: 'resolving', done: 1 });
  const registry = await work.registry();
  const plan = await registry.plan(wanted, { folder: join(staging, 'plan'), maxPackages: limits.packages });
  const needed: PlannedPackage[] = [];
  for (const one of plan) if (!(await isBundled(folder, one))) needed.push(one);
  progress({ step: 'downloading', total: needed.length + 1 });
  await bringAll(needed, work, registry);
  return needed;
}

/** Resolves or rejects when nothing is under way any more: the folder may be taken away then. */
async function bringAll(
  needed: readonly PlannedPackage[],
  work: DependencyWork,
  registry: RegistryClient,
): Promise<void> {
  const { staging, limits, progress } = work;
  const transfer = counted(limits.unpackedBytes, progress);
  const stop = new AbortController();
  const signal = AbortSignal.any([work.signal, stop.signal]);
  let done = 1;
  await runBounded([...needed.entries()], concurrency, async ([index, one]) => {
    if (signal.aborted) return;
    try {
      await bring(one, { ...work, signal, file: join(staging, `${index}.tgz`), received: transfer() }, registry);
      progress({ done: (done += 1) });
    } catch (error) {
      stop.abort(error);
    }
  });
  signal.throwIfAborted();
}

async function bring(
  one: PlannedPackage,
  work: DependencyWork & { readonly file: string; readonly received: (bytes: number) => void },
  registry: RegistryClient,
): Promise<void> {
  const { file, received, folder, budget, limits, signal } = work;
  await registry.fetchTarball(one, { file, received, maxBytes: limits.tarballBytes });
  const into = join(folder, one.location);
  await unpackTarball({ file, into, budget, signal });
  const { name, version } = await readHead(into);
  if (name !== one.name || version !== one.version) {
    throw new InstallFault(
      'package_mismatch',
      `The dependency ${one.name}@${one.version} says that it is ${name}@${version}.`,
    );
  }
}

/** All transfers of one installation together, so that a thousand small ones cannot be one that is too large. */
function counted(maxBytes: number, progress: DependencyWork['progress']) {
  let total = 0;
  return () => {
    let before = 0;
    return (bytes: number) => {
      // A transfer that is tried again begins at nought.
      total += Math.max(0, bytes - before);
      before = bytes;
      if (total > maxBytes) throw tooLarge('its dependencies');
      progress({ bytes: total });
    };
  };
}

/** What has to come from a registry; undefined when nothing has. */
function withoutBundled(folder: string, head: PackageHead): Dependent | undefined {
  const { bundled, ...dependent } = head;
  const names = bundled === true ? Object.keys(record(head.dependencies)) : bundled;
  const brought = new Set(
    names.filter((name) => isPackageName(name) && existsSync(join(folder, 'node_modules', name))),
  );
  const rest = (value: unknown) =>
    Object.fromEntries(Object.entries(record(value)).filter(([name]) => !brought.has(name)));
  const wanted = {
    ...dependent,
    dependencies: rest(head.dependencies),
    optionalDependencies: rest(head.optionalDependencies),
    peerDependencies: rest(head.peerDependencies),
  };
  const isEmpty = [wanted.dependencies, wanted.optionalDependencies, wanted.peerDependencies].every(
    (one) => Object.keys(one).length === 0,
  );
  return isEmpty ? undefined : wanted;
}

async function isBundled(folder: string, { location, name, version }: PlannedPackage): Promise<boolean> {
  const place = join(folder, location);
  if (!existsSync(place)) return false;
  const there = await readHead(place);
  if (there.name === name && there.version === version) return true;
  throw new InstallFault(
    'dependency_failed',
    `It brings ${there.name}@${there.version} along where ${name}@${version} is needed.`,
  );
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
