import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Capability, Clock } from '@fairlead/sdk';
import { createManifestChecker } from '../discovery/check-manifest.ts';
import { type InspectedPackage, inspectPackage, pluginKeyword } from '../discovery/inspect-package.ts';
import { packageEntry } from '../discovery/package-entry.ts';
import { resolveInside } from '../discovery/inside-package.ts';
import type { PluginFault } from '../plugin-fault.ts';
import { checkCode, type SecretFinder } from './check-code.ts';
import { checkContents } from './check-contents.ts';
import { checkDependencies, isCode } from './check-dependencies.ts';
import { type CheckReport, type CheckRule, type Finding, type PartialResult, ruleResults } from './check-report.ts';
import { type PackageFile, packageFiles } from './package-files.ts';

export interface PackageCheckOptions {
  /** The package's folder. */
  readonly folder: string;
  /** Version of the SDK that this hub runs. */
  readonly sdkVersion: string;
  readonly capabilities: readonly Capability[];
  /** Conditions of the process, for the `exports` of package.json and what the code imports. */
  readonly conditions: ReadonlySet<string>;
  readonly clock: Clock;
  /** Makes what finds secrets in texts: the hub's redactor. */
  readonly createFinder: () => SecretFinder;
  /** Settings that are no secrets, for the trial of its code; what is absent is made up. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/**
 * Looks at a plugin's package as a whole: all that can be told before anybody trusts it. Its code is loaded, in a process
 * that can do no harm and with secrets that are none. Changes nothing; repeating it is harmless.
 */
export async function checkPluginPackage(options: PackageCheckOptions): Promise<CheckReport> {
  const inspected = await inspect(options);
  const head = { packageName: inspected.packageName, version: inspected.version };
  const named = { ...head, ...(inspected.claimedId === undefined ? {} : { id: inspected.claimedId }) };
  const packageJson = await readPackageJson(inspected.location);
  if (packageJson === undefined) {
    return report(named, [{ covered: {}, findings: inspected.faults.map(findingOf) }]);
  }
  const files = await packageFiles(inspected.location, packageJson['files']);
  const parts = await Promise.all([
    judgeInspected(inspected, packageJson, options),
    checkContents({ folder: inspected.location, packageJson, files, manifest: inspected.manifest }),
    checkImports(inspected, packageJson, files),
    checkLoaded(inspected, options),
  ]);
  return report(named, parts);
}

function report(named: Pick<CheckReport, 'packageName' | 'version' | 'id'>, parts: readonly PartialResult[]) {
  const rules = ruleResults(parts, 'not looked at, because something that it needs is missing');
  return { ...named, ok: rules.every(({ outcome }) => outcome === 'passed' || outcome === 'warned'), rules };
}

async function inspect(options: PackageCheckOptions): Promise<InspectedPackage> {
  const checker = createManifestChecker(options);
  const candidate = { source: 'folder', location: options.folder } as const;
  const inspected = await inspectPackage(candidate, { checker, conditions: options.conditions });
  // Only packages in `node_modules` may turn out to be no plugins.
  if (inspected === undefined) throw new Error('A folder was not looked at.');
  return inspected;
}

async function readPackageJson(folder: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(join(await realpath(folder), 'package.json'), 'utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    // Discovery has said what is wrong with it.
    return undefined;
  }
}

const ruleOf: Partial<Readonly<Record<PluginFault['code'], CheckRule>>> = {
  settings_missing: 'settings',
  settings_invalid: 'settings',
  entry_missing: 'entry',
};

const adviceOf: Partial<Readonly<Record<PluginFault['code'], string>>> = {
  manifest_missing: 'Add a member “fairlead” to package.json: docs/reference/manifest.md tells what belongs in it.',
  sdk_mismatch: 'Raise “sdk” in the manifest, and the version of @fairlead/sdk in the dependencies.',
  settings_missing: 'Write it with “npm test -- -u”, and commit it.',
  settings_invalid: 'Declare the settings with defineSettings, and write the file anew with “npm test -- -u”.',
  entry_missing: 'Build the package, and let “exports” of package.json name what the build makes.',
  path_outside: 'Name a path inside of the package.',
};

function findingOf({ code, message, path }: PluginFault): Finding {
  const rule = ruleOf[code] ?? 'manifest';
  const advice = adviceOf[code] ?? 'Mend it in package.json: docs/reference/manifest.md describes every member.';
  return { rule, severity: 'error', message, advice, ...(path === undefined ? {} : { path }) };
}

async function judgeInspected(
  inspected: InspectedPackage,
  packageJson: Readonly<Record<string, unknown>>,
  { conditions }: PackageCheckOptions,
): Promise<PartialResult> {
  const { manifest, faults, location } = inspected;
  const found: Finding[] = [...faults.map(findingOf)];
  const keywords: unknown = packageJson['keywords'];
  if (!Array.isArray(keywords) || !keywords.includes(pluginKeyword)) {
    const message = `package.json lacks the keyword “${pluginKeyword}”: in node_modules no hub finds it.`;
    found.push({ rule: 'manifest', severity: 'warning', message, advice: 'Add the keyword.', path: '/keywords' });
  }
  const published = packageEntry(packageJson, new Set());
  const isBuilt = published !== undefined && (await resolveInside(location, published)).outcome === 'found';
  if (inspected.entry !== undefined && conditions.size > 0 && !isBuilt) {
    const message = `What others import, ${published ?? 'the entry'}, is not there; the source was looked at instead.`;
    found.push({
      rule: 'entry',
      severity: 'warning',
      message,
      advice: 'Build it before you pack it.',
      path: '/exports',
    });
  }
  return {
    covered: {
      manifest: 'the member “fairlead” beside its schema, the capabilities and the SDK of this hub',
      ...(manifest === undefined ? {} : { entry: 'whether “exports” leads to a file of the package' }),
    },
    findings: found,
  };
}

async function checkImports(
  { entry, location }: InspectedPackage,
  packageJson: Readonly<Record<string, unknown>>,
  files: readonly PackageFile[],
): Promise<PartialResult> {
  const loaded = entry === undefined ? [] : [entry.slice(location.length + 1).replaceAll('\\', '/')];
  const code = [...new Set([...loaded, ...files.map(({ path }) => path).filter(isCode)])];
  if (code.length === 0) return { covered: {}, findings: [] };
  return checkDependencies({ folder: location, packageJson, code });
}

async function checkLoaded(inspected: InspectedPackage, options: PackageCheckOptions): Promise<PartialResult> {
  const { entry, manifest, settingsSchema, location } = inspected;
  if (entry === undefined || manifest === undefined || settingsSchema === undefined) {
    return { covered: {}, findings: [] };
  }
  return checkCode({ ...options, folder: location, entry, manifest, settingsSchema, settings: options.settings });
}
