import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { corePermissions, faultOfData } from '@fairlead/core';
import { describe, expect, test } from 'vitest';
import { releaseFlows } from '../src/release.ts';
import { releaseEventTypes, releaseTopics } from './support/event-catalogue.ts';

const root = join(import.meta.dirname, '../..');
const { entries } = releaseEventTypes;

describe.each(entries.map((entry) => [entry.type, entry] as const))('%s', (type, entry) => {
  test('has an example that is as it declares', () => {
    expect(faultOfData(entry, entry.example)).toBeUndefined();
  });

  test('can be followed by a permission that exists', () => {
    const declared = [corePermissions, ...releaseFlows.map(({ permissions }) => permissions)];
    expect(declared.some((permissions) => entry.permission in permissions)).toBe(true);
    expect(releaseTopics[entry.topics[0] ?? '']?.permission).toBe(entry.permission);
  });

  test('is published by code of whoever declares it', async () => {
    expect(await publishers(type)).not.toEqual([]);
  });
});

test('a declared type that nobody publishes is found out', async () => {
  expect(await publishers('payment.never_happened')).toEqual([]);
  expect(await publishers('connection.never_happened')).toEqual([]);
});

/** Files that make events of this type: by its whole name, or by its first part with the last one as a word of its own. */
async function publishers(type: string): Promise<readonly string[]> {
  const [first = '', last = ''] = type.split('.');
  const sources = await sourcesOf(ownerOf(type));
  const shared = await sourcesOf('sdk');
  const whole = usedAs(type);
  const composed = [...sources, ...shared].some(([, text]) => usedAs(last).test(text));
  return sources
    .filter(([, text]) => whole.test(text) || (composed && text.includes(`\`${first}.\${`)))
    .map(([path]) => path);
}

/** A text in quotes that is no name of a member and is not only compared with. */
function usedAs(text: string): RegExp {
  return new RegExp(`(?<!===? |!== |case )'${text.replaceAll('.', '\\.')}'(?!:)`);
}

function ownerOf(type: string): string {
  const flow = releaseFlows.find(({ events }) => type in events || `${type.split('.')[0]}.` === firstPart(events));
  return flow === undefined ? 'core' : `flows/${flow.id}`;
}

const firstPart = (events: object): string => `${Object.keys(events)[0]?.split('.')[0]}.`;

type Source = readonly [path: string, text: string];
const read = new Map<string, Promise<readonly Source[]>>();

/** Sources of a package without tests, without comments. */
async function sourcesOf(folder: string): Promise<readonly Source[]> {
  const known = read.get(folder);
  if (known !== undefined) return known;
  const reading = readSources(folder);
  read.set(folder, reading);
  return reading;
}

async function readSources(folder: string): Promise<readonly Source[]> {
  const names = await readdir(join(root, folder, 'src'), { recursive: true });
  const sources = names.filter(
    (name) => name.endsWith('.ts') && !/\.test\.ts$|testing\/|conformance|events\/declared\//.test(name),
  );
  return Promise.all(
    sources.map(async (name): Promise<Source> => {
      const text = await readFile(join(root, folder, 'src', name), 'utf8');
      return [`${folder}/src/${name}`, text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')];
    }),
  );
}
