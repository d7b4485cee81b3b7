import { lstat, realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Manifest, pluginIdPattern } from '@fairlead/sdk';
import { valid as validVersion } from 'semver';
import { fault, type PluginFault, type PluginFaultCode } from '../plugin-fault.ts';
import type { PluginIcon, PluginSource } from '../plugin-record.ts';
import type { ManifestChecker } from './check-manifest.ts';
import type { Candidate } from './find-packages.ts';
import { type InsidePath, resolveInside } from './inside-package.ts';
import { packageEntry } from './package-entry.ts';
import { explain, type JsonFile, readJsonFile, systemCode } from './read-json-file.ts';

/** What is known of a package without running it. Fit to run when there are no faults. */
export interface InspectedPackage {
  readonly source: PluginSource;
  /** The package's folder, symbolic links followed where they could be. */
  readonly location: string;
  readonly packageName: string;
  readonly version: string;
  /** That of the manifest, when it has the form of an id, even when other members are not valid. */
  readonly claimedId?: string;
  readonly manifest?: Manifest;
  readonly settingsSchema?: object;
  /** Absolute path of what `import` of the package loads. */
  readonly entry?: string;
  readonly icon?: PluginIcon;
  readonly faults: readonly PluginFault[];
  /** It is a link to a folder elsewhere: somebody works on it. */
  readonly linked?: true;
}

export interface InspectOptions {
  readonly checker: ManifestChecker;
  /** Conditions of the process, for the `exports` of package.json. */
  readonly conditions: ReadonlySet<string>;
}

/** The keyword of package.json by which plugins in `node_modules` are known. */
export const pluginKeyword = 'fairlead-plugin';

/** The condition under which a package's own sources are imported. */
export const sourceCondition = '@fairlead/source';

const packageJsonMaxBytes = 1_048_576;
const settingsMaxBytes = 262_144;
const idForm = new RegExp(pluginIdPattern);

/** Reads package.json and the settings schema of one candidate. Never rejects. Undefined when it is no plugin. */
export async function inspectPackage(
  candidate: Candidate,
  options: InspectOptions,
): Promise<InspectedPackage | undefined> {
  const nameless = {
    source: candidate.source,
    location: candidate.location,
    packageName: basename(candidate.location),
  };
  const broken = (code: PluginFaultCode, message: string): InspectedPackage => ({
    ...nameless,
    version: '0.0.0',
    faults: [fault(code, message)],
  });
  try {
    if (candidate.problem !== undefined) return broken('folder_unreadable', `The folder: ${candidate.problem}.`);
    const location = await realpath(candidate.location);
    const file = await readJsonFile(`${location}/package.json`, packageJsonMaxBytes);
    if (file.outcome === 'read') {
      if (!isPluginPackage(candidate, file)) return undefined;
      if (!(await isLinked(candidate))) return await inspect({ ...candidate, location }, file.value, options);
      return { ...(await inspect({ ...candidate, location }, file.value, withSources(options))), linked: true };
    }
    return isSilent(candidate, file) ? undefined : broken(...unreadable(file, 'package.json', packageJsonMaxBytes));
  } catch (error) {
    const code = systemCode(error);
    // A dangling link in node_modules is nobody's plugin.
    if (code === 'ENOENT' && candidate.source === 'node_modules') return undefined;
    if (code === 'ENOENT') return broken('package_unreadable', 'The folder: it does not exist.');
    if (code !== 'unknown') return broken('package_unreadable', `The folder: ${explain(code)}.`);
    // The one way to make the checks throw: they recurse.
    if (error instanceof RangeError)
      return broken('package_malformed', 'Its manifest or settings are nested too deeply.');
    return broken('package_malformed', `The package cannot be read: ${String(error)}.`);
  }
}

async function isLinked({ source, location }: Candidate): Promise<boolean> {
  return source === 'folder' && (await lstat(location)).isSymbolicLink();
}

/** Of a folder that somebody works on the sources count, whatever the hub runs from. */
function withSources(options: InspectOptions): InspectOptions {
  return { ...options, conditions: new Set([...options.conditions, sourceCondition]) };
}

function isPluginPackage({ source }: Candidate, { value }: { readonly value: unknown }): boolean {
  if (source !== 'node_modules') return true;
  const { keywords } = (value ?? {}) as { readonly keywords?: unknown };
  return Array.isArray(keywords) && keywords.includes(pluginKeyword);
}

/** Other people's packages fill `node_modules`: only one that names the keyword is worth a complaint. */
function isSilent({ source }: Candidate, file: Exclude<JsonFile, { readonly outcome: 'read' }>): boolean {
  if (source !== 'node_modules') return false;
  return file.outcome === 'missing' || (file.outcome === 'malformed' && file.text?.includes(pluginKeyword) !== true);
}

function unreadable(
  file: Exclude<JsonFile, { readonly outcome: 'read' }>,
  name: string,
  maxBytes: number,
): [PluginFaultCode, string] {
  switch (file.outcome) {
    case 'missing':
      return ['package_unreadable', `There is no ${name}.`];
    case 'too_large':
      return ['package_too_large', `${name} is larger than ${maxBytes / 1024} KiB.`];
    case 'unreadable':
      return ['package_unreadable', `${name}: ${file.detail}.`];
    case 'malformed':
      return ['package_malformed', `${name}: ${file.detail}.`];
  }
}

async function inspect(candidate: Candidate, json: unknown, options: InspectOptions): Promise<InspectedPackage> {
  const { source, location } = candidate;
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    const packageName = basename(location);
    const faults = [fault('package_malformed', 'package.json is not an object.')];
    return { source, location, packageName, version: '0.0.0', faults };
  }
  const head = readHead(json, location);
  const { fairlead } = json as { readonly fairlead?: unknown };
  const claimedId = readId(fairlead);
  const base = { source, location, ...head.named, ...(claimedId === undefined ? {} : { claimedId }) };
  if (fairlead === undefined) {
    const missing = fault('manifest_missing', 'package.json has no member “fairlead”.', '/fairlead');
    return { ...base, faults: [...head.faults, missing] };
  }
  const { manifest, faults } = options.checker.checkManifest(fairlead);
  if (manifest === undefined) return { ...base, faults: [...head.faults, ...faults] };
  const files = await inspectFiles(location, manifest, json, options);
  return { ...base, ...files.found, manifest, faults: [...head.faults, ...faults, ...files.faults] };
}

function readHead(json: object, location: string) {
  const { name, version } = json as { readonly name?: unknown; readonly version?: unknown };
  const hasName = typeof name === 'string' && /^(@[\w.~-]+\/)?[\w.~-]+$/.test(name) && name.length <= 214;
  const hasVersion = typeof version === 'string' && version.length <= 256 && validVersion(version) === version;
  return {
    named: { packageName: hasName ? name : basename(location), version: hasVersion ? version : '0.0.0' },
    faults: [
      ...(hasName ? [] : [fault('package_malformed', 'package.json has no usable name.', '/name')]),
      ...(hasVersion ? [] : [fault('package_malformed', 'package.json has no usable version.', '/version')]),
    ],
  };
}

function readId(manifest: unknown): string | undefined {
  const { id } = (manifest ?? {}) as { readonly id?: unknown };
  return typeof id === 'string' && id.length <= 64 && idForm.test(id) ? id : undefined;
}

async function inspectFiles(location: string, manifest: Manifest, json: object, options: InspectOptions) {
  const [settings, { entryPath, entry }, icon] = await Promise.all([
    inspectSettings(location, manifest, options.checker),
    findEntry(location, json, options.conditions),
    manifest.icon === undefined ? undefined : resolveInside(location, manifest.icon),
  ]);
  const faults = [...settings.faults];
  if (entry?.outcome !== 'found') faults.push(entryFault(entryPath, entry));
  if (icon?.outcome === 'outside') faults.push(outside('icon', manifest.icon));
  const mediaType = manifest.icon?.endsWith('.svg') === true ? 'image/svg+xml' : 'image/png';
  return {
    faults,
    found: {
      ...(settings.schema === undefined ? {} : { settingsSchema: settings.schema }),
      ...(entry?.outcome === 'found' ? { entry: entry.path } : {}),
      // A package without the picture it names runs all the same.
      ...(icon?.outcome === 'found' ? { icon: { file: icon.path, mediaType } as PluginIcon } : {}),
    },
  };
}

/**
 * Sources are for a package that is worked on: one that was packed names them and does not have them. What it has instead
 * is what everybody else imports.
 */
async function findEntry(location: string, json: object, conditions: ReadonlySet<string>) {
  const asked = packageEntry(json, conditions);
  const entry = asked === undefined ? undefined : await resolveInside(location, asked);
  const packed = packageEntry(json, new Set([...conditions].filter((condition) => condition !== sourceCondition)));
  if (entry?.outcome !== 'missing' || packed === undefined || packed === asked) return { entryPath: asked, entry };
  return { entryPath: packed, entry: await resolveInside(location, packed) };
}

async function inspectSettings(
  location: string,
  { settings }: Manifest,
  checker: ManifestChecker,
): Promise<{ readonly faults: readonly PluginFault[]; readonly schema?: object }> {
  const place = await resolveInside(location, settings);
  if (place.outcome === 'outside') return { faults: [outside('settings', settings)] };
  const file: JsonFile =
    place.outcome === 'found' ? await readJsonFile(place.path, settingsMaxBytes) : describePlace(place);
  if (file.outcome === 'missing') {
    return {
      faults: [fault('settings_missing', `The settings schema ${settings} does not exist.`, '/fairlead/settings')],
    };
  }
  if (file.outcome !== 'read') {
    return {
      faults: [fault('settings_invalid', unreadable(file, settings, settingsMaxBytes)[1], '/fairlead/settings')],
    };
  }
  const faults = checker.checkSettings(file.value);
  return faults.length > 0 ? { faults } : { faults, schema: file.value as object };
}

function describePlace(place: Exclude<InsidePath, { readonly outcome: 'found' | 'outside' }>): JsonFile {
  return place.outcome === 'missing' ? { outcome: 'missing' } : { outcome: 'unreadable', detail: place.detail };
}

function entryFault(path: string | undefined, place: InsidePath | undefined): PluginFault {
  if (path === undefined || place === undefined) {
    return fault('entry_missing', 'package.json exports no “.” that can be imported.', '/exports');
  }
  if (place.outcome === 'outside')
    return fault('path_outside', `The entry ${path} leads out of the package.`, '/exports');
  return fault('entry_missing', `The entry ${path} does not exist.`, '/exports');
}

function outside(member: string, path: string | undefined): PluginFault {
  return fault('path_outside', `${member}: ${path} leads out of the package.`, `/fairlead/${member}`);
}
