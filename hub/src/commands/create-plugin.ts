import { readdir } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { systemClock } from '@fairlead/sdk';
import {
  capabilityIds,
  faultOf,
  kinds,
  licences,
  type PluginChoices,
  slugOf,
} from '../create-plugin/plugin-choices.ts';
import { readSurroundings, type Surroundings } from '../create-plugin/surroundings.ts';
import { writePackage } from '../create-plugin/write-package.ts';
import { releasePluginFolders } from '../release.ts';
import { openQuestions } from './ask.ts';
import { CommandError, usageError } from './command-error.ts';
import type { Output } from './output.ts';

/** As on the command line. */
export interface CreatePluginOptions {
  readonly capability?: string;
  readonly vendor?: string;
  readonly id?: string;
  readonly package?: string;
  readonly licence?: string;
  readonly author?: string;
  readonly sdk?: string;
  readonly yes?: boolean;
}

/** Puts a question to a person; an empty answer stands for the default. */
export type Ask = (question: string) => Promise<string>;

/** Writes a package with a plugin in it that passes its conformance suite at once. */
export async function createPlugin(given: string, options: CreatePluginOptions, output: Output): Promise<void> {
  const isAsking = options.yes !== true && !output.json && process.stdin.isTTY === true;
  const terminal = isAsking ? openQuestions() : undefined;
  try {
    const { choices, folder, surroundings } = await choose(given, options, terminal?.ask);
    const year = new Date(systemClock.now()).getUTCFullYear();
    const files = await writePackage({ choices, surroundings, folder, year });
    output.result({ folder, ...choices, inWorkspace: surroundings.kind === 'workspace', files });
    output.line(`The plugin ${choices.id} is in ${folder} (${files.length} files).`);
    for (const line of nextSteps(folder, surroundings)) output.line(line);
  } finally {
    terminal?.close();
  }
}

/** @throws CommandError naming the option that is missing or wrong, or the folder that is in use */
async function choose(given: string, options: CreatePluginOptions, ask: Ask | undefined) {
  if (ask === undefined) assertSufficient(options);
  const known = capabilityIds.join(', ');
  const capability = (await value(ask, {
    given: options.capability,
    option: '--capability',
    question: `Capability (${known})`,
    fault: faultOf.capability,
  })) as PluginChoices['capability'];
  const vendor = await value(ask, {
    given: options.vendor,
    option: '--vendor',
    question: 'Name of the vendor, as people write it',
    fault: faultOf.vendor,
  });
  const id = await value(ask, {
    given: options.id,
    option: '--id',
    question: 'Id of the plugin',
    otherwise: given === '' ? `${kinds[capability]}-${slugOf(vendor)}` : idOf(given, capability, vendor),
    fault: idFault,
  });
  const folder = resolve(given === '' ? id : given);
  await assertFree(folder);
  const surroundings = await readSurroundings({ folder, sdk: options.sdk });
  const packageName = await value(ask, {
    given: options.package,
    option: '--package',
    question: 'Name of the package',
    otherwise: surroundings.kind === 'workspace' ? `@fairlead/${id}` : `fairlead-${id}`,
    fault: faultOf.packageName,
  });
  const licence = (await value(ask, {
    given: options.licence,
    option: '--licence',
    question: `Licence (${licences.join(', ')})`,
    otherwise: 'Apache-2.0',
    fault: faultOf.licence,
  })) as PluginChoices['licence'];
  const holder = options.author ?? `the authors of ${packageName}`;
  return { choices: { capability, vendor, id, packageName, licence, holder }, folder, surroundings };
}

/** The folder's own name where that is an id of this kind. */
function idOf(folder: string, capability: PluginChoices['capability'], vendor: string): string {
  const name = basename(resolve(folder));
  const isId = faultOf.id(name) === undefined && name.startsWith(`${kinds[capability]}-`);
  return isId ? name : `${kinds[capability]}-${slugOf(vendor)}`;
}

function assertSufficient({ capability, vendor }: CreatePluginOptions): void {
  const missing = [
    ...(capability === undefined ? [`--capability <${capabilityIds.join('|')}>`] : []),
    ...(vendor === undefined ? ['--vendor <name>'] : []),
  ];
  if (missing.length > 0) throw usageError(`There is nobody to ask, so this needs ${missing.join(' and ')}.`);
}

interface Wanted {
  readonly given: string | undefined;
  readonly option: string;
  readonly question: string;
  readonly otherwise?: string;
  readonly fault: (text: string) => string | undefined;
}

/** What the option says; else what a person answers, who is asked again until it can be; else the default. */
async function value(ask: Ask | undefined, { given, option, question, otherwise, fault }: Wanted): Promise<string> {
  if (given !== undefined || ask === undefined) {
    const text = given ?? otherwise ?? '';
    const problem = fault(text);
    if (problem !== undefined) throw usageError(`${option} ${problem}.`);
    return text;
  }
  for (;;) {
    const hint = otherwise === undefined ? '' : ` [${otherwise}]`;
    const text = (await ask(`${question}${hint}: `)).trim() || (otherwise ?? '');
    const problem = fault(text);
    if (problem === undefined) return text;
    process.stderr.write(`It ${problem}.\n`);
  }
}

function idFault(id: string): string | undefined {
  const taken = releasePluginFolders().map((folder) => basename(folder));
  return faultOf.id(id) ?? (taken.includes(id) ? `“${id}” belongs to a plugin of the release` : undefined);
}

async function assertFree(folder: string): Promise<void> {
  let entries: readonly string[];
  try {
    entries = await readdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return;
    throw new CommandError(`The folder ${folder} cannot be used (${code}).`);
  }
  if (entries.length > 0) throw new CommandError(`The folder ${folder} is not empty. Name another one.`);
}

function nextSteps(folder: string, { kind }: Surroundings): readonly string[] {
  const place = relative('.', folder) || '.';
  const commands =
    kind === 'outside'
      ? [`cd ${place}`, 'npm install', 'npm run build', 'npm test', 'fairlead plugins check .']
      : [
          'npx -y pnpm@12 install',
          `npx -y pnpm@12 unit ${join('plugins', basename(folder))}`,
          `npx -y pnpm@12 fairlead plugins check ${place}`,
        ];
  return ['Next:', ...commands.map((command) => `  ${command}`)];
}
