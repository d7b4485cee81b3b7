import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  type CheckReport,
  checkPluginPackage,
  conditionsOf,
  createRedactor,
  readSdkVersion,
  type RuleResult,
  unpackForCheck,
  type UnpackedTarball,
} from '@fairlead/core';
import { builtInCapabilities, systemClock } from '@fairlead/sdk';
import { CommandError, usageError } from './command-error.ts';
import type { Output } from './output.ts';

export interface CheckOptions {
  /** A JSON file with settings that are no secrets. */
  readonly settings?: string;
}

/** Says whether a package is fit to be installed, and if not what to do about it. */
export async function checkPlugin(given: string, options: CheckOptions, output: Output): Promise<void> {
  const settings = options.settings === undefined ? undefined : await readSettingsFile(options.settings);
  const report = await checkAt(resolve(given), settings);
  output.result(report);
  for (const line of linesOf(report)) output.line(line);
  if (report.ok) return;
  const failed = report.rules.filter(({ outcome }) => outcome === 'failed' || outcome === 'skipped');
  const names = failed.map(({ rule }) => rule).join(', ');
  throw new CommandError(`${report.packageName} ${report.version} does not pass: ${names}.`);
}

async function checkAt(path: string, settings: Readonly<Record<string, unknown>> | undefined): Promise<CheckReport> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new CommandError(`${path} does not exist.`);
  await using unpacked = found.isDirectory() ? undefined : await unpack(path);
  return await checkPluginPackage({
    folder: unpacked?.folder ?? path,
    sdkVersion: readSdkVersion(),
    capabilities: builtInCapabilities,
    conditions: conditionsOf(process.execArgv),
    clock: systemClock,
    createFinder: createRedactor,
    ...(settings === undefined ? {} : { settings }),
  });
}

async function unpack(path: string): Promise<UnpackedTarball> {
  try {
    return await unpackForCheck(path, new AbortController().signal);
  } catch (error) {
    throw new CommandError(`${path} is no package: ${(error as Error).message}`);
  }
}

const marks = { passed: 'ok  ', warned: 'warn', failed: 'FAIL', skipped: '-   ' } as const;

function linesOf(report: CheckReport): readonly string[] {
  return [
    `${report.packageName} ${report.version}${report.id === undefined ? '' : ` (${report.id})`}`,
    ...report.rules.flatMap(ruleLines),
    ...(report.ok ? ['It passes.'] : []),
  ];
}

function ruleLines({ rule, outcome, covered, findings }: RuleResult): readonly string[] {
  const head = `  ${marks[outcome]}  ${rule.padEnd(12)}`;
  if (findings.length === 0) return [`${head}  ${covered}`];
  return [
    head.trimEnd(),
    ...findings.flatMap(({ severity, message, advice, path }) => [
      `          ${severity === 'error' ? '' : '(warning) '}${message}${path === undefined ? '' : ` [${path}]`}`,
      `          → ${advice}`,
    ]),
  ];
}

async function readSettingsFile(path: string): Promise<Readonly<Record<string, unknown>>> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw usageError(`The settings in ${path} cannot be read: ${(error as Error).message}.`);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw usageError(`${path} does not hold a JSON object.`);
}
