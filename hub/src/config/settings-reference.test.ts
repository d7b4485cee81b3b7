import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { settingTable } from './settings.ts';

const page = readFileSync(new URL('../../../docs/reference/settings.md', import.meta.url), 'utf8');
const rows = [...page.matchAll(/^\| `([A-Z_]+)`( \(secret\))? \| ([^|]*?) ?\|/gm)].map(
  ([, name, secret, value = '']) => ({
    name,
    isSecret: secret !== undefined,
    value: value.trim(),
  }),
);

it('docs/reference/settings.md lists every setting, and which are secret', () => {
  const settings = Object.entries(settingTable).map(([name, setting]) => ({ name, isSecret: 'secret' in setting }));
  expect(rows.map(({ name, isSecret }) => ({ name, isSecret }))).toEqual(settings);
});

it('docs/reference/settings.md tells each fixed default', () => {
  const fixed = Object.entries(settingTable).filter(([, setting]) => setting.default !== '');
  const told = fixed.map(([name]) => [name, rows.find((row) => row.name === name)?.value]);
  expect(told).toEqual(fixed.map(([name, setting]) => [name, `\`${setting.default}\``]));
});
