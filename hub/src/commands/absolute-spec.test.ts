import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { absoluteSpec } from './absolute-spec.ts';

it.each(['.', '..', './acme', '../acme', 'plugins/acme', 'acme.tgz', '@acme.tar.gz'])(
  '“%s” is a path, and is made absolute',
  (spec) => expect(absoluteSpec(spec)).toBe(resolve(spec)),
);

it.each(['/plugins/acme', '/plugins/acme.tgz'])('“%s” is absolute already', (spec) =>
  expect(absoluteSpec(spec)).toBe(spec),
);

it.each(['acme@1.0.0', '@acme/chat@1.0.0', '@acme/chat', 'https://example.com/acme.tgz', 'HTTPS://example.com/a'])(
  '“%s” is no path, and stays',
  (spec) => expect(absoluteSpec(spec)).toBe(spec),
);

it('“file:” before a path is left out', () => expect(absoluteSpec('file:acme')).toBe(resolve('acme')));
