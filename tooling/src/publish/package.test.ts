import { readFileSync } from 'node:fs';
import { checkPackage, createPackageFromTarballData, type Package, type Problem } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packSdk } from './pack-sdk.ts';
import { type StagedSdk, stageSdk } from './staged-sdk.ts';

interface Manifest {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

const inside = '/node_modules/@fairlead/sdk/';
let sdk: StagedSdk;
let tarball: Uint8Array<ArrayBuffer>;
let packed: Package;
let manifest: Manifest;

beforeAll(async () => {
  sdk = await stageSdk();
  tarball = new Uint8Array(readFileSync(await packSdk(sdk.folder)));
  packed = createPackageFromTarballData(tarball);
  manifest = JSON.parse(packed.readFile(`${inside}package.json`)) as Manifest;
}, 300_000);

afterAll(() => sdk[Symbol.dispose]());

describe('the packed @fairlead/sdk', () => {
  it('holds what was built and what tells of it, and neither sources, tests nor leavings of the build', () => {
    const files = packed.listFiles().map((path) => path.slice(inside.length));
    expect(files).toEqual(expect.arrayContaining(['package.json', 'manifest.schema.json', 'README.md', 'LICENSE']));
    const others = files.filter((path) => !/^dist\/(src|testing)\/[\w/-]+\.(d\.ts|js|js\.map)$/.test(path));
    const named = ['CHANGELOG.md', 'LICENSE', 'README.md', 'manifest.schema.json', 'package.json'];
    const expected = [...named, 'generated/typebox.js'];
    expect(others.filter((path) => !expected.includes(path))).toEqual([]);
    expect(files.filter((path) => /\.(test|fixtures?)\./.test(path))).toEqual([]);
  });

  it('leads every export to a file of its own, and never to the sources that only this workspace has', () => {
    const targets = leaves(manifest.exports);
    expect(targets.length).toBeGreaterThan(6);
    expect(targets.filter((target) => !packed.fileExists(`${inside}${target.slice(2)}`))).toEqual([]);
    expect(JSON.stringify(manifest.exports)).not.toContain('@fairlead/source');
  });

  it('asks for versions that a registry knows', () => {
    const ranges = Object.values(manifest.dependencies);
    expect(ranges.length).toBeGreaterThan(0);
    expect(ranges.filter((range) => !/^[~^]?\d+\.\d+\.\d+$/.test(range))).toEqual([]);
  });

  it('gives publint nothing to say', async () => {
    const { messages, pkg } = await publint({ pack: { tarball: tarball.buffer }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it('has types that are right for ES modules, as attw judges by its profile esm-only', async () => {
    const result = await checkPackage(packed);
    if (result.types === false) throw new Error('attw finds no types at all.');
    const typed = Object.values(result.entrypoints).filter(({ hasTypes }) => hasTypes);
    expect(typed.map(({ subpath }) => subpath)).toEqual(sdk.entryPoints.map(({ subpath }) => subpath));
    expect(result.problems.filter(concernsModules)).toEqual([]);
  });
});

/** What CommonJS and the resolution of old compilers would see is not promised. */
function concernsModules(problem: Problem): boolean {
  if ('resolutionKind' in problem) return !['node10', 'node16-cjs'].includes(problem.resolutionKind);
  return !('resolutionOption' in problem) || problem.resolutionOption !== 'node10';
}

function leaves(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}
