import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from '@fairlead/sdk';
import type { Finding, PartialResult } from './check-report.ts';
import type { PackageFile } from './package-files.ts';

export interface ContentsCheck {
  readonly folder: string;
  readonly packageJson: Readonly<Record<string, unknown>>;
  readonly files: readonly PackageFile[];
  readonly manifest: Manifest | undefined;
}

/** A plugin is an adapter: beyond these something else was packed along with it. */
const mostBytes = 20 * 1024 ** 2;
const mostFiles = 2_000;
const largeFileBytes = 5 * 1024 ** 2;

/** Scripts that package managers run by themselves when a package is installed. */
const installScripts = ['preinstall', 'install', 'postinstall'];

/** What can be told from the files without reading any code. */
export async function checkContents(check: ContentsCheck): Promise<PartialResult> {
  const { files, manifest } = check;
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const readme = await readReadme(check);
  return {
    covered: {
      scripts: 'scripts of package.json, and binding.gyp, for which npm runs a script of its own',
      size: `${files.length} files with ${inKiB(bytes)} in all`,
      readme: 'whether README.md is there and says something',
      licence: '`license` of package.json, and the file that goes with it',
      ...(manifest === undefined ? {} : { egress: `the hosts of the manifest (${manifest.egress.length})` }),
    },
    findings: [
      ...scriptFindings(check),
      ...sizeFindings(files, bytes),
      ...readmeFindings(readme),
      ...licenceFindings(check),
      ...(manifest === undefined ? [] : egressFindings(manifest, readme ?? '')),
    ],
  };
}

function scriptFindings({ packageJson, files }: ContentsCheck): readonly Finding[] {
  const scripts = Object.keys((packageJson['scripts'] ?? {}) as object).filter((name) => installScripts.includes(name));
  const found = scripts.map((name): Finding => {
    const message = `It has the script “${name}”, which a hub never runs.`;
    const advice = 'Do at build time what the script does, and pack the result.';
    return { rule: 'scripts', severity: 'error', message, advice, path: `/scripts/${name}` };
  });
  if (!files.some(({ path }) => path === 'binding.gyp')) return found;
  const message = 'It has a binding.gyp, for which npm compiles an add-on on installation; a hub never does.';
  const advice = 'Use a library without compiled code, or one that ships it ready made.';
  return [...found, { rule: 'scripts', severity: 'error', message, advice, path: 'binding.gyp' }];
}

function sizeFindings(files: readonly PackageFile[], bytes: number): readonly Finding[] {
  const advice = 'Name what belongs in it in “files” of package.json.';
  const found: Finding[] = files
    .filter((file) => file.bytes > largeFileBytes)
    .map(({ path, bytes: size }) => {
      return { rule: 'size', severity: 'warning', message: `${path} alone has ${inKiB(size)}.`, advice, path };
    });
  if (bytes > mostBytes) {
    const message = `It has ${inKiB(bytes)}; a plugin has at most ${inKiB(mostBytes)} without its dependencies.`;
    found.push({ rule: 'size', severity: 'error', message, advice });
  }
  if (files.length > mostFiles) {
    const message = `It has ${files.length} files; a plugin has at most ${mostFiles} without its dependencies.`;
    found.push({ rule: 'size', severity: 'error', message, advice });
  }
  return found;
}

async function readReadme({ folder, files }: ContentsCheck): Promise<string | undefined> {
  const file = files.find(({ path }) => /^readme(\.(md|txt))?$/i.test(path));
  return file === undefined ? undefined : readFile(join(folder, file.path), 'utf8').catch(() => undefined);
}

function readmeFindings(readme: string | undefined): readonly Finding[] {
  if (readme !== undefined && readme.trim().length >= 100) return [];
  const message = readme === undefined ? 'There is no README.md.' : 'README.md says next to nothing.';
  const advice = 'Write what each setting is and where to find it, what the plugin cannot do, and how to try it.';
  return [{ rule: 'readme', severity: 'error', message, advice, path: 'README.md' }];
}

function licenceFindings({ packageJson, files }: ContentsCheck): readonly Finding[] {
  const { license } = packageJson;
  if (typeof license !== 'string' || license.trim() === '') {
    const message = 'package.json names no licence, so nobody may use it.';
    const advice =
      'Set “license” to an SPDX name such as Apache-2.0, or to UNLICENSED when it is for yourselves alone.';
    return [{ rule: 'licence', severity: 'error', message, advice, path: '/license' }];
  }
  if (license === 'UNLICENSED' || files.some(({ path }) => /^licen[cs]e(\.\w+)?$/i.test(path))) return [];
  const message = `It says ${license}, and the text of the licence is not in it.`;
  return [{ rule: 'licence', severity: 'warning', message, advice: 'Add the text as LICENSE.', path: 'LICENSE' }];
}

function egressFindings({ egress }: Manifest, readme: string): readonly Finding[] {
  const path = '/fairlead/egress';
  const found: Finding[] = [];
  if (egress.includes('*') && !/\begress\b/i.test(readme)) {
    const message = 'It may reach every public address, and README.md does not say why.';
    const advice = 'Name the hosts; where that cannot be, say why in README.md, in a sentence with the word “egress”.';
    found.push({ rule: 'egress', severity: 'warning', message, advice, path });
  }
  return found;
}

function inKiB(bytes: number): string {
  return bytes < 1024 ** 2 ? `${Math.ceil(bytes / 1024)} KiB` : `${Math.round((bytes / 1024 ** 2) * 10) / 10} MiB`;
}
