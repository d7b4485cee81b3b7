import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * What some tests need and not every machine has. Found here and nowhere else: `vitest.config.ts` hands the result to
 * every test as environment variables, so a test asks `process.env['FAIRLEAD_TEST_REDIS_SERVER']` and skips with a
 * reason when it is not set. A variable that is set already wins over the search.
 */
export interface OptionalPart {
  readonly name: string;
  /** The variable tests read. */
  readonly variable: string;
  /** Found when any of these is executable on PATH; the variable then holds the path. */
  readonly programs: readonly string[];
  /** Another variable that serves as well. */
  readonly alternative?: string;
  /** Arguments that must end with 0 for the program to be of use here. */
  readonly probe?: readonly string[];
  readonly neededFor: string;
  readonly howToGet: string;
}

export const optionalParts: readonly OptionalPart[] = [
  {
    name: 'redis-server',
    variable: 'FAIRLEAD_TEST_REDIS_SERVER',
    programs: ['redis-server'],
    neededFor: 'limits, queues and events shared between nodes',
    howToGet: 'apt-get install redis-server',
  },
  {
    name: 'MongoDB',
    variable: 'FAIRLEAD_TEST_MONGOD',
    programs: ['mongod'],
    alternative: 'FAIRLEAD_TEST_MONGODB_URL',
    neededFor: 'storage on MongoDB',
    howToGet: 'set FAIRLEAD_TEST_MONGODB_URL=mongodb://…, or put mongod on PATH',
  },
  {
    name: 'Chromium',
    variable: 'FAIRLEAD_TEST_CHROMIUM',
    programs: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    neededFor: 'tests in a browser',
    howToGet: 'apt-get install chromium',
  },
  {
    name: 'strace',
    variable: 'FAIRLEAD_TEST_STRACE',
    programs: ['strace'],
    probe: ['-o', '/dev/null', 'true'],
    neededFor: 'the order of writes, syncs and answers',
    howToGet: 'apt-get install strace (and the right to trace: ptrace)',
  },
];

export interface FoundParts {
  /** To be set for the tests. */
  readonly environment: Readonly<Record<string, string>>;
  readonly missing: readonly OptionalPart[];
}

/** Looks for every part, given the environment to look in. */
export function findOptionalParts(environment: NodeJS.ProcessEnv): FoundParts {
  const found: Record<string, string> = {};
  const missing: OptionalPart[] = [];
  for (const part of optionalParts) {
    const given = [part.variable, part.alternative ?? part.variable].find((name) => (environment[name] ?? '') !== '');
    const path = given === undefined ? findProgram(part, environment) : undefined;
    if (given !== undefined) found[given] = environment[given] ?? '';
    else if (path !== undefined) found[part.variable] = path;
    else missing.push(part);
  }
  return { environment: found, missing };
}

function findProgram({ programs, probe }: OptionalPart, { PATH = '' }: NodeJS.ProcessEnv): string | undefined {
  const folders = PATH.split(delimiter).filter((folder) => folder !== '');
  return programs
    .flatMap((program) => folders.map((folder) => join(folder, program)))
    .find((path) => isExecutable(path) && (probe === undefined || spawnSync(path, probe).status === 0));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
