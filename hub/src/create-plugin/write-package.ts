import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { packageJsonOf } from './package-json.ts';
import { kinds, type PluginChoices, slugOf } from './plugin-choices.ts';
import type { Surroundings } from './surroundings.ts';

export interface PackageOptions {
  readonly choices: PluginChoices;
  readonly surroundings: Surroundings;
  /** Absolute. Must not exist, or be empty. */
  readonly folder: string;
  /** The year of a copyright notice. */
  readonly year: number;
}

const templates = join(dirname(createRequire(import.meta.url).resolve('@fairlead/hub/package.json')), 'templates');

/** Made by tools in the template's own folder, or written anew for each package. */
const notCopied = new Set(['node_modules', 'dist', 'package.json', 'tsconfig.json']);

const workspaceTsconfig = {
  extends: '../../tsconfig.base.json',
  compilerOptions: { composite: true, rootDir: '.', outDir: 'dist', tsBuildInfoFile: 'dist/.tsbuildinfo' },
  include: ['src'],
  exclude: ['**/*.test.ts', 'dist', 'node_modules'],
  references: [{ path: '../../sdk' }],
};

/**
 * Writes a plugin's package, as a whole or not at all.
 * @returns its files, relative to the folder
 */
export async function writePackage(options: PackageOptions): Promise<readonly string[]> {
  const { folder } = options;
  const files = await filesOf(options);
  await mkdir(dirname(folder), { recursive: true });
  const staging = join(dirname(folder), `.create-plugin-${randomUUID()}`);
  await mkdir(staging);
  try {
    for (const [path, text] of files) {
      await mkdir(dirname(join(staging, path)), { recursive: true });
      await writeFile(join(staging, path), text);
    }
    await rename(staging, folder);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    throw error;
  }
  return files.map(([path]) => path).toSorted();
}

type File = readonly [path: string, text: string];

async function filesOf({ choices, surroundings, year }: PackageOptions): Promise<readonly File[]> {
  const template = join(templates, `${kinds[choices.capability]}-acme`);
  const copied = await readFolder(template);
  const packageJson = JSON.parse(await readFile(join(template, 'package.json'), 'utf8')) as Record<string, unknown>;
  const licence = await licenceText(choices, year);
  return [
    ...copied.map(([path, text]): File => [path, fillIn(text, choices)]),
    ['package.json', json(packageJsonOf(packageJson, choices, surroundings))],
    ['tsconfig.json', await tsconfigText(surroundings)],
    ...(surroundings.kind === 'outside' ? [['.gitignore', 'node_modules/\ndist/\n*.tgz\n'] satisfies File] : []),
    ...(licence === undefined ? [] : [['LICENSE', licence] satisfies File]),
  ];
}

async function readFolder(folder: string): Promise<readonly File[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !notCopied.has(path.split(sep)[0] ?? ''));
  return Promise.all(paths.map(async (path): Promise<File> => [path, await readFile(join(folder, path), 'utf8')]));
}

/** The templates are packages of a vendor called Acme. */
function fillIn(text: string, { capability, id, vendor }: PluginChoices): string {
  const slug = slugOf(vendor);
  return text
    .replaceAll(`${kinds[capability]}-acme`, id)
    .replaceAll('acme.example', `${slug}.example`)
    .replaceAll('Acme', vendor);
}

async function tsconfigText({ kind }: Surroundings): Promise<string> {
  return kind === 'workspace' ? json(workspaceTsconfig) : readFile(join(templates, 'tsconfig.package.json'), 'utf8');
}

async function licenceText({ licence, holder }: PluginChoices, year: number): Promise<string | undefined> {
  if (licence === 'UNLICENSED') return undefined;
  const text = await readFile(join(templates, 'licenses', `${licence}.txt`), 'utf8');
  return text.replace('{year}', String(year)).replace('{holder}', holder);
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
