import { expect, test } from 'vitest';
import { conditionsOf, packageEntry } from './package-entry.ts';

const source = new Set(['@fairlead/source']);

test.each([
  ['exports as a path', { exports: './a.js' }, './a.js'],
  ['the subpath “.”', { exports: { '.': './a.js', './b': './b.js' } }, './a.js'],
  [
    'conditions in the order of the package',
    { exports: { types: './a.d.ts', require: './a.cjs', import: './a.js' } },
    './a.js',
  ],
  [
    'the condition of the process',
    { exports: { '.': { '@fairlead/source': './src/a.ts', default: './a.js' } } },
    './src/a.ts',
  ],
  ['conditions within conditions', { exports: { node: { require: './a.cjs', default: './a.js' } } }, './a.js'],
  ['a list of targets', { exports: ['not-a-path', { import: './a.js' }] }, './a.js'],
  ['exports before main', { exports: './a.js', main: './b.js' }, './a.js'],
  ['main without exports', { main: 'lib/b.js' }, './lib/b.js'],
  ['neither', {}, './index.js'],
  ['a target that is excluded', { exports: { import: null, default: './a.js' } }, undefined],
  ['no subpath “.”', { exports: { './b': './b.js' } }, undefined],
  ['a target outside', { exports: './../a.js' }, undefined],
  ['a target in node_modules', { exports: './node_modules/a/a.js' }, undefined],
  ['a target of another type', { exports: 7 }, undefined],
])('the entry by %s', (_title, packageJson, expected) => {
  expect(packageEntry(packageJson, source)).toBe(expected);
});

test('conditions are read from the arguments of the process', () => {
  expect([...conditionsOf(['--conditions=a', '-C', 'b', '--conditions', 'c', '-C=d', '--test'])]).toEqual([
    'a',
    'b',
    'c',
    'd',
  ]);
});
