import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'fairlead-lint-'));
const reported = new Map<string, readonly string[]>();

const promise = 'async function work(): Promise<void> {}';
/** A fault, where it is planted, and the rules that must speak up there: these and no others. */
const faults: readonly [path: string, source: string, rules: readonly string[]][] = [
  ['core/src/guard/floating.ts', `${promise}\nwork();`, ['typescript(no-floating-promises)']],
  ['core/src/guard/floating.test.ts', `${promise}\nwork();`, ['typescript(no-floating-promises)']],
  ['core/src/guard/misused.ts', `${promise}\n[1].forEach(work);`, ['typescript(no-misused-promises)']],
  ['core/src/guard/any.ts', 'export const a: any = 1;', ['typescript(no-explicit-any)']],
  ['core/src/guard/any.test.ts', 'export const a: any = 1;', ['typescript(no-explicit-any)']],
  ['core/src/guard/parsed.ts', `export const a = JSON.parse('1');`, ['typescript(no-unsafe-assignment)']],
  ['core/src/guard/ignore.ts', '// @ts-ignore\nexport const a: number = 1;', ['typescript(ban-ts-comment)']],
  ['core/src/guard/loose.ts', 'export const a = (b: string, c: string) => b == c;', ['eslint(eqeqeq)']],
  ['core/src/guard/default.ts', 'export default 1;', ['import(no-default-export)']],
  ['plugins/gateway-one/src/index.ts', 'export default 1;', []],
  ['plugins/gateway-one/src/client.ts', 'export default 1;', ['import(no-default-export)']],
  ['core/src/guard/environment.ts', 'export const a = process.env;', ['eslint(no-restricted-properties)']],
  [
    'core/src/guard/imported-environment.ts',
    `import { env } from 'node:process';\nexport const a = env;`,
    ['eslint(no-restricted-imports)'],
  ],
  ['hub/src/environment.ts', 'export const a = process.env;', []],
  ['core/src/guard/now.ts', 'export const a = Date.now();', ['eslint(no-restricted-properties)']],
  ['core/src/guard/timer.ts', 'setTimeout(() => undefined, 1);', ['eslint(no-restricted-globals)']],
  ['core/src/guard/slept.ts', `import 'node:timers/promises';`, ['eslint(no-restricted-imports)']],
  ['core/src/guard/timer.test.ts', 'setTimeout(() => undefined, Date.now());', []],
  ['sdk/src/values/clock.ts', 'setTimeout(() => undefined, Date.now());', []],
  ['core/src/guard/printed.ts', `console.log('a');`, ['eslint(no-console)']],
  ['core/src/guard/thrown.ts', `throw 'a';`, ['typescript(only-throw-error)']],
  [
    'core/src/guard/half.ts',
    `export function a(b: 'c' | 'd') { switch (b) { case 'c': return 1; } return 2; }`,
    ['typescript(switch-exhaustiveness-check)'],
  ],
  ['core/src/guard/camelCase.ts', 'export const a = 1;', ['unicorn(filename-case)']],
  ['core/src/guard/long.ts', 'export {};\n'.repeat(501), ['eslint(max-lines)']],
  [
    'core/src/guard/focused.test.ts',
    `import { it } from 'vitest';\nit.only('a', () => undefined);`,
    ['vitest(no-focused-tests)'],
  ],
  ['sdk/src/values/upward.ts', `import '@fairlead/core';`, ['eslint(no-restricted-imports)']],
  ['core/src/guard/upward.ts', `import '@fairlead/flow-one';`, ['eslint(no-restricted-imports)']],
  ['flows/one/src/core.ts', `import '@fairlead/core';`, ['eslint(no-restricted-imports)']],
  ['flows/one/src/flow-api.ts', `import '@fairlead/core/flow-api';`, []],
  ['plugins/gateway-one/src/core.ts', `import '@fairlead/core/flow-api';`, ['eslint(no-restricted-imports)']],
  ['plugins/gateway-one/src/other.ts', `import '@fairlead/gateway-two';`, ['eslint(no-restricted-imports)']],
  ['plugins/gateway-one/src/host.ts', `import '@fairlead/sdk/host';`, ['eslint(no-restricted-imports)']],
  ['core/src/plugins/host.ts', `import '@fairlead/sdk/host';`, []],
  ['plugins/gateway-one/src/sdk.ts', `import '@fairlead/sdk';`, []],
];

/** One run of oxlint over all of them: starting it costs more than linting. */
beforeAll(() => {
  for (const name of ['.oxlintrc.json', 'tsconfig.base.json', 'tsconfig.json'])
    copyFileSync(join(root, name), join(folder, name));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const [path, source] of faults) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), source);
  }
  const args = [join(root, 'node_modules/oxlint/bin/oxlint'), '--type-aware', '--deny-warnings', '--format=json'];
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 1) throw new Error(`oxlint ended with ${status}: ${stdout}`);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { filename: string; code: string }[] };
  for (const { filename, code } of diagnostics) reported.set(filename, [...(reported.get(filename) ?? []), code]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each(faults.map(([path, , rules]) => ({ path, rules })))('$path: $rules', ({ path, rules }) => {
  expect(reported.get(path) ?? []).toEqual(rules);
});
