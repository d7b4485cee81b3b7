import { expect, test } from 'vitest';
import { assignIds, type Binding } from './assign-ids.ts';
import type { InspectedPackage } from './inspect-package.ts';

let places = 0;
function found(part: Partial<InspectedPackage> = {}): InspectedPackage {
  const location = `/packages/${places++}`;
  return {
    source: 'folder',
    location,
    packageName: 'echo',
    version: '1.0.0',
    claimedId: 'channel-echo',
    faults: [],
    ...part,
  };
}

const bound = (part: Partial<Binding> = {}) =>
  new Map([['channel-echo', { packageName: 'echo', source: 'folder', version: '1.0.0', ...part } as Binding]]);
const codes = (plugins: ReturnType<typeof assignIds>) =>
  plugins.map(({ id, faults }) => [id.replace(/~.*/, '~'), faults[0]?.code]);

test('two packages that claim an id nobody has enabled are both listed, and neither has it', () => {
  const plugins = assignIds([found(), found({ packageName: 'other' })], new Map());
  expect(codes(plugins)).toEqual([
    ['channel-echo~', 'id_conflict'],
    ['channel-echo~', 'id_conflict'],
  ]);
  expect(new Set(plugins.map(({ id }) => id)).size).toBe(2);
  expect(plugins[0]?.faults[0]?.message).toContain('echo, other');
});

test('the package for which an id was enabled keeps it', () => {
  const plugins = assignIds([found({ packageName: 'aaa' }), found()], bound());
  expect(plugins.find(({ id }) => id === 'channel-echo')).toMatchObject({ packageName: 'echo', faults: [] });
  expect(codes(plugins)).toContainEqual(['channel-echo~', 'id_conflict']);
});

test('another package cannot take over an id whose owner is gone', () => {
  const plugins = assignIds([found({ packageName: 'thief' })], bound());
  expect(codes(plugins)).toEqual([['channel-echo', 'source_changed']]);
  expect(plugins[0]?.faults[0]?.message).toBe('“channel-echo” was enabled for echo (folder); this is thief (folder).');
});

test('the same package from another place is another source', () => {
  expect(codes(assignIds([found({ source: 'node_modules' })], bound()))).toEqual([['channel-echo', 'source_changed']]);
});

test('ids of the release are reserved, even when its own package is broken', () => {
  const broken = [{ code: 'settings_missing', message: 'gone' }] as const;
  const plugins = assignIds(
    [found(), found({ source: 'release', packageName: '@fairlead/echo', faults: broken })],
    bound(),
  );
  expect(codes(plugins)).toEqual([
    ['channel-echo', 'settings_missing'],
    ['channel-echo~', 'id_reserved'],
  ]);
});

test('of several versions the enabled one is taken, and a new one waits', () => {
  const [plugin] = assignIds([found(), found({ version: '1.10.0' }), found({ version: '1.9.0' })], bound());
  expect(plugin).toMatchObject({ version: '1.0.0', otherVersions: ['1.10.0', '1.9.0'], faults: [] });
});

test('of several versions that nobody has enabled the newest sound one is taken', () => {
  const broken = [{ code: 'sdk_mismatch', message: 'too new' }] as const;
  const [plugin] = assignIds(
    [found(), found({ version: '1.9.0' }), found({ version: '2.0.0', faults: broken })],
    new Map(),
  );
  expect(plugin).toMatchObject({ version: '1.9.0', otherVersions: ['2.0.0', '1.0.0'], faults: [] });
});

test('an enabled version that is gone is not replaced without asking', () => {
  const [plugin] = assignIds([found({ version: '1.1.0' })], bound());
  expect(plugin).toMatchObject({ version: '1.1.0', faults: [{ code: 'version_missing' }] });
});

test('a package of the release may change its version', () => {
  const plugins = assignIds([found({ source: 'release', version: '2.0.0' })], bound({ source: 'release' }));
  expect(plugins).toMatchObject([{ version: '2.0.0', faults: [] }]);
});

test('a package without a usable id is listed under its folder’s name, the same each time', () => {
  const { claimedId: _, ...nameless } = found({ location: '/packages/My Plugin' });
  const [first] = assignIds([nameless], new Map());
  expect(first?.id).toMatch(/^my-plugin~[0-9a-f]{8}$/);
  expect(assignIds([nameless], new Map())[0]?.id).toBe(first?.id);
});
