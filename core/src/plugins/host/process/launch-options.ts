import { existsSync } from 'node:fs';
import { chmod, mkdir, realpath } from 'node:fs/promises';
import { fault, type PluginFault, PluginStartError } from '../../plugin-fault.ts';
import type { PluginPermissions, StartablePackage } from '../plugin-host.ts';
import { heapLimitMb, memoryLimitMb } from './memory-limit.ts';
import { outwardLinks } from './outward-links.ts';
import { readablePaths } from './readable-paths.ts';

export interface LaunchRequest {
  readonly plugin: Pick<StartablePackage, 'location' | 'manifest'>;
  /** What an admin agreed to. Counts only where the manifest asks for it as well. */
  readonly permissions: PluginPermissions;
  /** The folder in which the plugin may write. Made when it is missing, for the hub's user alone. */
  readonly ownFolder: string;
  /** The file that the process runs. */
  readonly childProgram: string;
  /** Conditions of the hub's process, for `exports` of packages. */
  readonly conditions: Iterable<string>;
  /** What no plugin may read: the data folder, and keys and databases that lie elsewhere. */
  readonly protectedPaths: readonly string[];
  /** The hub's environment, of which a plugin gets next to nothing. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** MiB that no plugin may exceed, whatever its manifest says. Default 1,024. */
  readonly maxMemoryMb?: number;
}

/** How to start the process of a plugin. */
export interface LaunchOptions {
  readonly execArgv: readonly string[];
  /** The whole environment of the process. */
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** For `watchMemory`. */
  readonly memoryLimitBytes: number;
}

/** Of the hub's environment: language and time zone, certificates of the company, and what Windows cannot do without. */
const passedOn = ['TZ', 'LANG', 'LC_ALL', 'NODE_EXTRA_CA_CERTS', 'SystemRoot'] as const;

/**
 * Holds a plugin's process to its package, its own folder and what an admin agreed to, by Node's permission model.
 * @throws PluginStartError `path_outside`, permanent, when its package holds links that lead out of what it may read
 */
export async function createLaunchOptions(request: LaunchRequest): Promise<LaunchOptions> {
  const { plugin, ownFolder, maxMemoryMb } = request;
  await mkdir(ownFolder, { recursive: true, mode: 0o700 });
  await chmod(ownFolder, 0o700);
  const cwd = await realpath(ownFolder);
  const readable = [...(await readablePaths({ ...request, location: plugin.location })), cwd];
  const faults = await faultsOf(plugin.location, readable);
  if (faults.length > 0) throw new PluginStartError(faults, { permanent: true });
  const limitMb = memoryLimitMb(plugin.manifest, maxMemoryMb);
  const environment = passedOn.flatMap((name) => {
    const value = request.environment[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    execArgv: [
      ...restrictions(),
      ...memoryFlags(limitMb),
      ...[...request.conditions].map((condition) => `--conditions=${condition}`),
      ...readable.map((path) => `--allow-fs-read=${grantOf(path)}`),
      `--allow-fs-write=${cwd}`,
      ...agreed(request),
    ],
    env: Object.fromEntries(environment),
    cwd,
    memoryLimitBytes: limitMb * 1_048_576,
  };
}

async function faultsOf(location: string, readable: readonly string[]): Promise<readonly PluginFault[]> {
  const links = await outwardLinks(location, readable);
  if (links === undefined) return [fault('package_too_large', 'It consists of more than 100,000 files.')];
  if (readable.some((path) => path.includes('*'))) {
    return [fault('path_outside', 'A folder on the way to it has a “*” in its name, which Node takes for “anything”.')];
  }
  return links
    .slice(0, 10)
    .map((link) => fault('path_outside', `The link ./${link} leads to where the plugin may not read.`));
}

function restrictions(): readonly string[] {
  return [
    '--permission',
    // A signal opens the debugger otherwise, and with it everything that the process holds.
    '--disable-sigusr1',
    // Both reach files and memory without asking the permission model.
    '--no-experimental-sqlite',
    '--no-experimental-ffi',
    '--disable-warning=ExperimentalWarning',
    '--disable-warning=SecurityWarning',
  ].filter(isKnown);
}

/** The young generation is what an idle process pays for: small, and still large enough for a busy one. */
function memoryFlags(limitMb: number): readonly string[] {
  return [`--max-old-space-size=${heapLimitMb(limitMb)}`, '--max-semi-space-size=4'];
}

/** Without the flag of its version, Node has no such thing to refuse. */
function isKnown(flag: string): boolean {
  const [name = ''] = flag.split('=');
  return process.allowedNodeEnvironmentFlags.has(name.replace(/^--no-/, '--'));
}

/** What is not there yet is named with what will be below it, or looking for it would be refused instead of in vain. */
function grantOf(path: string): string {
  return existsSync(path) ? path : `${path}/*`;
}

function agreed({ plugin: { manifest }, permissions }: LaunchRequest): readonly string[] {
  const has = (name: keyof PluginPermissions) => manifest.permissions?.[name] === true && permissions[name] === true;
  return [
    ...(manifest.egress.length > 0 ? ['--allow-net'] : []),
    ...(has('childProcesses') ? ['--allow-child-process'] : []),
    ...(has('nativeAddons') ? ['--allow-addons'] : []),
    ...(has('workers') ? ['--allow-worker'] : []),
  ].filter(isKnown);
}
