import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { bundleTypebox } from './bundle-typebox.ts';

it('the SDK’s copy of TypeBox in one file is of the version that is installed', async () => {
  const committed = readFileSync(new URL('../../../sdk/generated/typebox.js', import.meta.url), 'utf8');
  expect(
    committed === (await bundleTypebox()),
    'Run tooling/src/vendor/bundle-typebox.ts and commit what it writes.',
  ).toBe(true);
});
