import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isHubError } from '../../errors/index.ts';
import { parseInstallSpec, showSpec } from './install-spec.ts';

test.each([
  ['left@1.2.3', { kind: 'registry', name: 'left', version: '1.2.3' }],
  ['@acme/left@1.2.3-rc.1', { kind: 'registry', name: '@acme/left', version: '1.2.3-rc.1' }],
  ['/srv/left-1.2.3.tgz', { kind: 'path', path: '/srv/left-1.2.3.tgz' }],
  ['https://example.com/left.tgz', { kind: 'address', url: new URL('https://example.com/left.tgz') }],
  ['http://127.0.0.1:8080/left.tgz', { kind: 'address', url: new URL('http://127.0.0.1:8080/left.tgz') }],
])('%s is understood', (text, spec) => {
  expect(parseInstallSpec(text)).toEqual(spec);
});

test.each([
  ['left', /exact version/],
  ['left@latest', /exact version/],
  ['left@^1.2.3', /exact version/],
  ['left@v1.2.3', /exact version/],
  ['left@1.2.3 || 1', /exact version/],
  ['../left@1.2.3', /relative/],
  ['./left.tgz', /relative/],
  ['~/left.tgz', /relative/],
  ['file:left', /relative/],
  ['git+ssh://git@example.com/left.git@1.2.3', /neither/],
  ['LEFT@1.2.3', /neither/],
  ['@acme/../left@1.2.3', /neither/],
  ['node_modules@1.2.3', /neither/],
  ['', /neither/],
  ['/srv/\0left', /path/],
  ['http://example.com/left.tgz', /https/],
  ['https://user:hunter2@example.com/left.tgz', /password/],
])('%j is refused, naming /spec', (text, problem) => {
  const read = () => parseInstallSpec(text);
  expect(read).toThrow(problem);
  expect(read).toThrow(expect.objectContaining({ errors: [expect.objectContaining({ path: '/spec' })] }) as Error);
});

test('an address is shown without what may be secret in it', () => {
  expect(showSpec(parseInstallSpec('https://example.com/left.tgz?token=hunter2#x'))).toBe(
    'https://example.com/left.tgz',
  );
});

test('any text is understood, or refused as a request that is not valid', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.tuple(fc.string(), fc.string()).map((both) => both.join('@')),
      ),
      (text) => {
        expect(['understood', 'invalid_request']).toContain(outcomeOf(text));
      },
    ),
    { numRuns: 500 },
  );
});

function outcomeOf(text: string): string {
  try {
    return showSpec(parseInstallSpec(text)) === '' ? 'nothing to show' : 'understood';
  } catch (error) {
    return isHubError(error) ? error.code : String(error);
  }
}
