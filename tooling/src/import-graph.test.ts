import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  checkGraph,
  coreFolders,
  describeViolation,
  findCycles,
  readFileImports,
  readGraph,
} from './import-graph/index.ts';

const root = mkdtempSync(join(tmpdir(), 'fairlead-import-graph-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const core = { name: '@fairlead/core', dependencies: { '@fairlead/sdk': '*' } };
/** A small repository that keeps every rule; each case below adds one fault to it. */
const sound: Readonly<Record<string, string>> = {
  'sdk/package.json': json({
    name: '@fairlead/sdk',
    exports: { '.': './src/index.ts', './testing': './testing/kit.ts' },
  }),
  'sdk/src/index.ts': `export const sdk = 1;`,
  'sdk/testing/kit.ts': `import { sdk } from '../src/index.ts'; export const kit = sdk;`,
  'core/package.json': json({
    ...core,
    exports: { '.': './src/index.ts', './flow-api': './src/flow-api/index.ts' },
  }),
  'core/src/index.ts': `export * from './guard/index.ts';`,
  'core/src/flow-api/index.ts': `export const flowApi = 1;`,
  'core/src/guard/index.ts': `export * from './invoke.ts';`,
  'core/src/guard/invoke.ts': `import { sdk } from '@fairlead/sdk'; import { InlineHost } from '../plugins/index.ts';`,
  'core/src/plugins/index.ts': `export { InlineHost } from './host/inline-host.ts'; export const catalog = 1;`,
  'core/src/plugins/host/inline-host.ts': `export class InlineHost {} const name = 'x'; await import(name);`,
  'core/src/events/index.ts': `export const events = 1;`,
  'core/src/http/index.ts': `import { catalog } from '../plugins/index.ts'; import type { x } from '../events/index.ts';`,
  'flows/one/package.json': json({
    name: '@fairlead/flow-one',
    exports: { '.': './src/index.ts' },
    dependencies: { '@fairlead/core': '*' },
  }),
  'flows/one/src/index.ts': `import { flowApi } from '@fairlead/core/flow-api';`,
  'plugins/one/package.json': json({
    name: '@fairlead/gateway-one',
    exports: { '.': './src/index.ts' },
    dependencies: { '@fairlead/sdk': '*', vendor: '*', ws: '*' },
  }),
  'plugins/one/src/index.ts': `import '@fairlead/sdk'; import 'vendor'; import 'ws'; import 'node:fs';`,
  'plugins/one/src/index.test.ts': `import '@fairlead/sdk/testing'; process.env.HOME;`,
  'hub/package.json': json({
    name: '@fairlead/hub',
    dependencies: { '@fairlead/core': '*', '@fairlead/flow-one': '*', '@fairlead/gateway-one': '*' },
  }),
  'hub/src/cli.ts': `import '@fairlead/core'; import '@fairlead/flow-one'; console.log(process.env.HOME);`,
};

/** Rule, what it should say something about, and the files that break it. */
const faults: readonly [rule: string, path: string, files: Readonly<Record<string, string>>][] = [
  ['package-direction', 'sdk/src/a.ts', { 'sdk/src/a.ts': `import '@fairlead/core';` }],
  ['package-direction', 'sdk/src/a.ts', { 'sdk/src/a.ts': `import '../testing/kit.ts';` }],
  ['package-direction', 'core/src/index.ts', { 'core/src/index.ts': `export * from '@fairlead/flow-one';` }],
  ['package-direction', 'core/src/index.ts', { 'core/src/index.ts': `import '@fairlead/sdk/testing';` }],
  ['package-direction', 'plugins/one/src/a.ts', { 'plugins/one/src/a.ts': `import type { X } from '@fairlead/core';` }],
  [
    'package-direction',
    'plugins/one/src/a.test.ts',
    { 'plugins/one/src/a.test.ts': `import '@fairlead/core/flow-api';` },
  ],
  [
    'package-direction',
    'plugins/two/src/a.ts',
    {
      'plugins/two/package.json': json({
        name: '@fairlead/gateway-two',
        dependencies: { '@fairlead/gateway-one': '*' },
      }),
      'plugins/two/src/a.ts': `await import('@fairlead/gateway-one');`,
    },
  ],
  ['package-direction', 'flows/one/src/a.ts', { 'flows/one/src/a.ts': `export { a } from '@fairlead/core';` }],
  ['package-direction', 'hub/src/a.ts', { 'hub/src/a.ts': `type A = import('@fairlead/gateway-one').A;` }],
  ['package-escape', 'plugins/one/src/a.ts', { 'plugins/one/src/a.ts': `import '../../../core/src/index.ts';` }],
  ['missing', 'core/src/guard/a.ts', { 'core/src/guard/a.ts': `import './absent.ts';` }],
  ['unknown-folder', 'core/src/billing/a.ts', { 'core/src/billing/a.ts': '' }],
  [
    'unknown-package',
    'plugins/deep/er/a.ts',
    { 'plugins/deep/er/a.ts': '', 'plugins/deep/er/package.json': json({ name: 'x' }) },
  ],
  ['folder-privacy', 'core/src/http/a.ts', { 'core/src/http/a.ts': `import '../guard/invoke.ts';` }],
  ['folder-privacy', 'core/src/http/a.test.ts', { 'core/src/http/a.test.ts': `import '../guard/invoke.ts';` }],
  ['core-direction', 'core/src/events/a.ts', { 'core/src/events/a.ts': `import type { G } from '../guard/index.ts';` }],
  ['core-direction', 'core/src/storage/a.ts', { 'core/src/storage/a.ts': `import '../events/index.ts';` }],
  ['core-direction', 'core/src/guard/a.ts', { 'core/src/guard/a.ts': `import '../http/index.ts';` }],
  ['core-direction', 'core/src/events/a.ts', { 'core/src/events/a.ts': `import '../index.ts';` }],
  ['plugin-host', 'core/src/http/a.ts', { 'core/src/http/a.ts': `import { InlineHost } from '../plugins/index.ts';` }],
  [
    'plugin-host',
    'core/src/plugins/index.ts',
    { 'core/src/plugins/index.ts': `export * from './host/inline-host.ts';` },
  ],
  [
    'test-import',
    'core/src/guard/a.ts',
    { 'core/src/guard/a.ts': `import './testing/b.ts';`, 'core/src/guard/testing/b.ts': '' },
  ],
  ['sockets', 'core/src/events/a.ts', { ...withCore('ws'), 'core/src/events/a.ts': `import 'ws';` }],
  ['environment', 'core/src/events/a.ts', { 'core/src/events/a.ts': `const home = process.env.HOME;` }],
  ['environment', 'core/src/events/a.ts', { 'core/src/events/a.ts': `const { env } = process;` }],
  ['environment', 'core/src/events/a.ts', { 'core/src/events/a.ts': `import { env } from 'node:process';` }],
  ['environment', 'core/src/events/a.ts', { 'core/src/events/a.ts': `globalThis.process['env'];` }],
  ['computed-import', 'core/src/events/a.ts', { 'core/src/events/a.ts': `await import(process.argv[2]);` }],
  ['undeclared', 'core/src/guard/a.ts', { 'core/src/guard/a.ts': `import 'left-pad/deep';` }],
  ['undeclared', 'core/src/guard/a.ts', { ...withDevCore('tool'), 'core/src/guard/a.ts': `import 'tool';` }],
  ['unused', 'core/package.json', withCore('never-imported')],
  [
    'file-cycle',
    'core/src/guard/a.ts',
    { 'core/src/guard/a.ts': `import './b.ts';`, 'core/src/guard/b.ts': `import type { A } from './a.ts';` },
  ],
  [
    'folder-cycle',
    'sdk/src/x',
    {
      'sdk/src/x/a.ts': `import '../y/b.ts';`,
      'sdk/src/x/c.ts': '',
      'sdk/src/y/b.ts': '',
      'sdk/src/y/d.ts': `import '../x/c.ts';`,
    },
  ],
];

describe('the folder rules on a made-up repository', () => {
  it('find nothing in a sound one', () => {
    expect(violationsOf({})).toEqual([]);
  });

  it.each(faults)('%s: reported for %s and nothing else', (rule, path, files) => {
    expect(violationsOf(files).map((found) => ({ rule: found.rule, path: found.path }))).toEqual([{ rule, path }]);
  });

  it('let a test import an optional collaborator against the direction of what ships', () => {
    expect(violationsOf({ 'core/src/events/a.test.ts': `import '../guard/index.ts';` })).toEqual([]);
  });

  it('let a test of the SDK use the test kit', () => {
    expect(violationsOf({ 'sdk/src/a.test.ts': `import '../testing/kit.ts';` })).toEqual([]);
  });

  it('accept a devDependency in a test', () => {
    expect(violationsOf({ ...withDevCore('tool'), 'core/src/guard/a.test.ts': `import 'tool';` })).toEqual([]);
  });
});

describe('the table of core', () => {
  it('has no circle, so that following it cannot make one', () => {
    const arrows = new Map(Object.entries(coreFolders).map(([from, to]) => [from, new Set(to)]));
    expect(findCycles(arrows)).toEqual([]);
  });

  it('names only folders it has a row for', () => {
    expect(
      Object.values(coreFolders)
        .flat()
        .filter((folder) => !Object.hasOwn(coreFolders, folder)),
    ).toEqual([]);
  });
});

it('a file that cannot be parsed is an error, not an empty list', () => {
  expect(() => readFileImports('a.ts', 'import {')).toThrow('a.ts cannot be parsed');
});

it('this repository keeps every folder rule', () => {
  const graph = readGraph(join(import.meta.dirname, '../..'));
  expect(graph.files.map(({ path }) => path)).toContain('tooling/src/import-graph.test.ts');
  expect(checkGraph(graph).map(describeViolation)).toEqual([]);
});

function violationsOf(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(root, 'case-'));
  for (const [path, text] of Object.entries({ ...sound, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return checkGraph(readGraph(folder));
}

function json(value: object): string {
  return JSON.stringify(value);
}

function withCore(name: string) {
  const { exports } = JSON.parse(sound['core/package.json'] ?? '') as { exports: object };
  return { 'core/package.json': json({ ...core, exports, dependencies: { ...core.dependencies, [name]: '*' } }) };
}

function withDevCore(name: string) {
  const { exports } = JSON.parse(sound['core/package.json'] ?? '') as { exports: object };
  return { 'core/package.json': json({ ...core, exports, devDependencies: { [name]: '*' } }) };
}
