import { createReadStream } from 'node:fs';
import { lstat, readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stats } from 'node:fs';
import type { InspectedPackage } from '../discovery/inspect-package.ts';
import { systemCode } from '../discovery/read-json-file.ts';
import { copyFolder } from './copy-folder.ts';
import { fetchAddress } from './fetch-address.ts';
import { InstallFault } from './install-fault.ts';
import type { InstallSpec } from './install-spec.ts';
import type { InstallProgress } from './installation.ts';
import type { PackageOrigin, RecordedPackage } from './installed-package.ts';
import { createBudget, type InstallBudget, type InstallLimits } from './limits.ts';
import { digestFolder } from './package-digest.ts';
import type { PluginKeys } from './plugin-keys.ts';
import { prepareDependencies } from './prepare-dependencies.ts';
import { type PackageHead, readHead } from './read-head.ts';
import { receiveBytes } from './receive-bytes.ts';
import type { RegistryClient } from './registry-client.ts';
import type { PackageSignature } from './signature.ts';
import { unpackTarball } from './unpack-tarball.ts';

export interface PrepareRequest {
  readonly spec: InstallSpec;
  /** Base64, of the tarball. */
  readonly signature: string | undefined;
  readonly link: boolean;
}

export interface PrepareTools {
  /** Of this installation alone; empty. */
  readonly staging: string;
  readonly limits: InstallLimits;
  /** Opened when it is needed. */
  readonly registry: () => Promise<RegistryClient>;
  readonly keys: Pick<PluginKeys, 'findSigner'>;
  readonly signatures: 'optional' | 'required';
  readonly inspect: (folder: string) => Promise<InspectedPackage | undefined>;
  readonly signal: AbortSignal;
  readonly progress: (part: Partial<InstallProgress>) => void;
  /** Told as soon as it is known which bytes they are; true when there is nothing more to do. */
  readonly isThere: (found: FoundPackage) => Promise<boolean>;
}

export interface FoundPackage {
  readonly name: string;
  readonly version: string;
  readonly integrity: string;
  /** Where it is known by now: one that was not there before is news. */
  readonly signature?: PackageSignature;
}

/** A package with all it needs, checked, and not yet where plugins are looked for. */
export interface PreparedPackage {
  readonly folder: string;
  readonly head: PackageHead;
  readonly pluginId: string;
  readonly origin: PackageOrigin;
  readonly integrity: string | null;
  readonly signature: PackageSignature;
  readonly packages: readonly RecordedPackage[];
}

/** The plugin's own package, unpacked or linked. */
interface Arrival {
  readonly origin: PackageOrigin;
  readonly folder: string;
  readonly integrity: string | null;
  readonly signature: PackageSignature;
}

/**
 * Brings a package and its dependencies into the staging folder, and checks everything that can be without running it.
 * @returns undefined when the same is installed already
 * @throws InstallFault, the reason of the signal
 */
export async function preparePackage(
  request: PrepareRequest,
  tools: PrepareTools,
): Promise<PreparedPackage | undefined> {
  const budget = createBudget(tools.limits);
  const arrival = await arrive(request, { ...tools, budget });
  if (arrival === undefined) return undefined;
  const { folder, integrity, origin } = arrival;
  const head = await readHead(folder);
  checkHead(request.spec, head);
  const { signature } = arrival;
  if (integrity !== null && (await tools.isThere({ ...head, integrity, signature }))) return undefined;
  const packages =
    origin === 'link' || integrity === null ? [] : await completePackage({ folder, head, integrity, budget }, tools);
  tools.progress({ step: 'checking' });
  const pluginId = await checkPlugin(folder, tools);
  return { ...arrival, head, pluginId, packages };
}

interface Arriving extends PrepareTools {
  readonly budget: InstallBudget;
}

async function arrive(request: PrepareRequest, tools: Arriving): Promise<Arrival | undefined> {
  const { spec, signature, link } = request;
  const { staging, limits, signal, progress } = tools;
  const file = join(staging, 'plugin.tgz');
  const receiving = { file, maxBytes: limits.tarballBytes, signal, received: (bytes: number) => progress({ bytes }) };
  if (link && spec.kind !== 'path') throw new InstallFault('package_mismatch', 'Only a folder can be linked.');
  switch (spec.kind) {
    case 'registry': {
      progress({ step: 'resolving' });
      const registry = await tools.registry();
      const found = await registry.lookUp(spec.name, spec.version);
      if (signature === undefined && (await tools.isThere(found))) return undefined;
      progress({ step: 'downloading' });
      await registry.fetchTarball(found, receiving);
      return unpack('registry', found.integrity, signature, tools);
    }
    case 'address':
      progress({ step: 'downloading' });
      return unpack('address', await fetchAddress(spec.url, receiving), signature, tools);
    case 'path': {
      const stats = await statOf(spec.path);
      if (stats.isDirectory()) return link ? linked(spec.path, tools) : copied(spec.path, signature, tools);
      if (!stats.isFile() || link)
        throw new InstallFault('package_not_found', `${spec.path} is no ${link ? 'folder' : 'file'}.`);
      const integrity = await receiveBytes(createReadStream(spec.path), receiving);
      return unpack('tarball', integrity, signature ?? (await signatureBeside(spec.path)), tools);
    }
  }
}

async function unpack(
  origin: PackageOrigin,
  integrity: string,
  given: string | undefined,
  tools: Arriving,
): Promise<Arrival> {
  const { staging, budget, signal, progress } = tools;
  const signature = await checkSignature(integrity, given, tools);
  progress({ step: 'unpacking' });
  const folder = join(staging, 'package');
  await unpackTarball({ file: join(staging, 'plugin.tgz'), into: folder, budget, signal });
  return { origin, folder, integrity, signature };
}

async function copied(from: string, signature: string | undefined, tools: Arriving): Promise<Arrival> {
  refuseUnsigned(tools);
  if (signature !== undefined)
    throw new InstallFault('signature_invalid', 'A folder cannot be signed, only a tarball.');
  tools.progress({ step: 'unpacking' });
  const folder = join(tools.staging, 'package');
  await copyFolder({ from, into: folder, budget: tools.budget, signal: tools.signal });
  const integrity = await digestFolder(folder, new Set());
  return { origin: 'folder', folder, integrity, signature: { status: 'unsigned' } };
}

async function linked(path: string, tools: Arriving): Promise<Arrival> {
  refuseUnsigned(tools);
  return { origin: 'link', folder: await realpath(path), integrity: null, signature: { status: 'unsigned' } };
}

async function checkSignature(
  integrity: string,
  signature: string | undefined,
  tools: PrepareTools,
): Promise<PackageSignature> {
  if (signature === undefined) {
    refuseUnsigned(tools);
    return { status: 'unsigned' };
  }
  const key = await tools.keys.findSigner(integrity, signature);
  if (key !== undefined) return { status: 'signed', key: key.name, keyId: key.id };
  throw new InstallFault(
    'signature_invalid',
    'The signature was made by none of this hub’s signing keys, or for other bytes.',
  );
}

function refuseUnsigned({ signatures }: PrepareTools): void {
  if (signatures === 'optional') return;
  throw new InstallFault('signature_missing', 'This hub installs signed tarballs only, and this is none.');
}

function checkHead(spec: InstallSpec, { name, version }: PackageHead): void {
  if (spec.kind !== 'registry' || (spec.name === name && spec.version === version)) return;
  throw new InstallFault(
    'package_mismatch',
    `The package says that it is ${name}@${version}, and not ${spec.name}@${spec.version}.`,
  );
}

async function completePackage(
  part: {
    readonly folder: string;
    readonly head: PackageHead;
    readonly integrity: string;
    readonly budget: InstallBudget;
  },
  tools: PrepareTools,
): Promise<readonly RecordedPackage[]> {
  const { folder, head, integrity } = part;
  const needed = await prepareDependencies({ ...tools, ...part });
  tools.progress({ step: 'checking' });
  const places = new Set(needed.map(({ location }) => location));
  const self = { location: '', name: head.name, version: head.version, integrity };
  const recorded: RecordedPackage[] = [];
  for (const one of [self, ...needed]) {
    const { location, name, version } = one;
    const files = await digestPackage(folder, location, places);
    recorded.push({ location, name, version, integrity: one.integrity, files });
  }
  return recorded;
}

/** The files of one package, without those of the packages that were put below it. */
export function digestPackage(folder: string, location: string, places: ReadonlySet<string>): Promise<string> {
  const prefix = location === '' ? '' : `${location}/`;
  const below = [...places].filter((place) => place !== location && place.startsWith(prefix));
  return digestFolder(join(folder, location), new Set(below.map((place) => place.slice(prefix.length))));
}

async function checkPlugin(folder: string, { inspect }: PrepareTools): Promise<string> {
  const found = await inspect(folder);
  if (found?.claimedId !== undefined && found.faults.length === 0) return found.claimedId;
  const reasons = (found?.faults ?? []).slice(0, 5).map(({ message }) => message);
  throw new InstallFault('plugin_unfit', `This hub cannot run it: ${reasons.join(' ') || 'it is no plugin.'}`);
}

async function statOf(path: string): Promise<Stats> {
  try {
    // A link that an admin names is followed; none inside of a package is.
    const real = await realpath(path);
    return await lstat(real);
  } catch (error) {
    const code = systemCode(error);
    const reason = code === 'ENOENT' || code === 'ENOTDIR' ? 'does not exist' : `cannot be read (${code})`;
    throw new InstallFault('package_not_found', `${path} ${reason}.`, error);
  }
}

/** The detached signature that an author puts beside a tarball. */
async function signatureBeside(path: string): Promise<string | undefined> {
  try {
    return (await readFile(`${path}.sig`, 'utf8')).slice(0, 1_000);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw new InstallFault('signature_invalid', 'The signature beside the tarball cannot be read.', error);
  }
}
