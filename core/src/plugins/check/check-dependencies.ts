import { readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import type { Finding, PartialResult } from './check-report.ts';
import { readImports } from './read-imports.ts';

export interface DependencyCheck {
  readonly folder: string;
  readonly packageJson: Readonly<Record<string, unknown>>;
  /** Files with code that goes out, and the one that is loaded, relative to the folder. */
  readonly code: readonly string[];
}

const codeFile = /\.(js|mjs|cjs|ts|mts|cts)$/;

/** Files that hold code; declarations hold none. */
export function isCode(path: string): boolean {
  return codeFile.test(path) && !/\.d\.[cm]?ts$/.test(path);
}

/** Compares what the code imports with what package.json declares. */
export async function checkDependencies(check: DependencyCheck): Promise<PartialResult> {
  const { packageJson } = check;
  const { importers, texts, findings, read } = await readAll(check);
  const installed = namesIn(packageJson, ['dependencies', 'optionalDependencies', 'peerDependencies']);
  const development = namesIn(packageJson, ['devDependencies']);
  const own = packageJson['name'];
  const undeclared = [...importers].filter(([name]) => !installed.has(name) && name !== own);
  const unused = [...namesIn(packageJson, ['dependencies'])].filter(
    (name) => !importers.has(name) && !texts.has(name) && !name.startsWith('@types/'),
  );
  return {
    covered: { dependencies: `what its files with code import (${read}), types left out` },
    findings: [
      ...findings,
      ...undeclared.map(([name, path]) => undeclaredFinding(name, path, development.has(name))),
      ...unused.map(unusedFinding),
    ],
  };
}

/** Walks from the code that goes out through everything that it reaches inside of the package. */
async function readAll({ folder, code }: DependencyCheck) {
  const importers = new Map<string, string>();
  const texts = new Set<string>();
  const findings: Finding[] = [];
  const seen = new Set<string>(code);
  for (const path of seen) {
    const source = await readFile(join(folder, path), 'utf8').catch(() => undefined);
    if (source === undefined) continue;
    const read = readImports(path, source);
    if ('problem' in read) {
      findings.push(unreadable(path, read.problem));
      continue;
    }
    for (const text of read.texts) texts.add(packageOf(text));
    for (const specifier of read.specifiers) {
      if (isBuiltin(specifier) || specifier.startsWith('#')) continue;
      if (!specifier.startsWith('.')) importers.set(packageOf(specifier), path);
      else {
        const target = relative(folder, join(folder, dirname(path), specifier)).replaceAll(sep, '/');
        if (isCode(target) && !target.startsWith('../')) seen.add(target);
      }
    }
  }
  return { importers, texts, findings, read: seen.size };
}

/** `@scope/name/deep` → `@scope/name`. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function namesIn(packageJson: Readonly<Record<string, unknown>>, members: readonly string[]): ReadonlySet<string> {
  return new Set(members.flatMap((member) => Object.keys((packageJson[member] ?? {}) as object)));
}

function undeclaredFinding(name: string, path: string, isDevelopment: boolean): Finding {
  return {
    rule: 'dependencies',
    severity: 'error',
    message: isDevelopment
      ? `The code imports “${name}”, which is a devDependency: whoever installs the package does not get it.`
      : `The code imports “${name}”, which package.json does not declare.`,
    advice: `Add “${name}” to the dependencies, or do without it.`,
    path,
  };
}

function unusedFinding(name: string): Finding {
  return {
    rule: 'dependencies',
    severity: 'error',
    message: `“${name}” is declared, and nothing in the code imports it.`,
    advice: `Take “${name}” out of the dependencies; move it to devDependencies if only tests or the build need it.`,
    path: '/dependencies',
  };
}

function unreadable(path: string, problem: string): Finding {
  return {
    rule: 'dependencies',
    severity: 'error',
    message: `${path} cannot be parsed: ${problem}`,
    advice: 'Mend the file, or build the package again.',
    path,
  };
}
