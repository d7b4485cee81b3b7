import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { longest, placeOf } from './longest-first.ts';

test('what is named as long is there', () => {
  const missing = longest.filter((path) => !existsSync(new URL(`../../${path}`, import.meta.url)));
  expect(missing).toEqual([]);
});

test('the longest file comes before those of its folder, and these before any other', () => {
  const [first = ''] = longest;
  const places = [first, 'hub/test/doctor.test.ts', 'sdk/src/values/money.test.ts'].map((path) =>
    placeOf(`/x/${path}`),
  );
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  expect(new Set(places).size).toBe(3);
});
