import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { builtInCapabilities, systemClock } from '@fairlead/sdk';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRedactor } from '../../vault/index.ts';
import { type PluginFiles, type PluginFolder, pluginFolder, validManifest } from '../testing/plugin-files.ts';
import { checkPluginPackage } from './check-plugin-package.ts';
import { type CheckReport, type CheckRule, checkRules } from './check-report.ts';

let folder: PluginFolder;
beforeEach(async () => {
  folder = await pluginFolder();
});
afterEach(() => folder.dispose());

const settings = {
  type: 'object',
  properties: {
    address: { type: 'string', title: 'Address', default: 'https://api.vendor.example' },
    token: { type: 'string', title: 'Token', minLength: 1, 'x-wire': 'secret', 'x-fairlead-secret': true },
  },
  required: ['address', 'token'],
  additionalProperties: false,
};

/** A plugin that asks its vendor; `fetch` is what its member does, `head` stands before everything. */
function code({ fetch = '', head = '', id = validManifest.id as string, made = settings as object } = {}): string {
  return `${head}
    import { definePlugin, FairleadError } from '@fairlead/sdk';
    export default definePlugin({ id: '${id}', settings: ${JSON.stringify(made)} })({
      capabilities: {
        channel: (context) => ({
          async fetch(input, call) {
            const token = context.settings.token.reveal();
            ${fetch}
            const answer = await context.http.fetch(context.settings.address, { headers: { authorization: token }, signal: call.signal });
            if (answer.status !== 200) throw new FairleadError('vendor_error', { details: { status: answer.status } });
            return { messages: [], cursor: '', more: false };
          },
          testCredentials: async () => ({ account: { id: 'me' }, mode: 'test' }),
        }),
      },
    });`;
}

const files = (more: PluginFiles = {}): PluginFiles => ({
  settings,
  code: code(),
  ...more,
  manifest: { egress: ['api.vendor.example'], ...(more.manifest as object | undefined) },
  packageJson: { license: 'UNLICENSED', dependencies: { '@fairlead/sdk': '^0.1.0' }, ...more.packageJson },
});

async function check(more?: PluginFiles, others: Readonly<Record<string, string>> = {}): Promise<CheckReport> {
  const place = await folder.write(join(folder.path, 'package'), files(more));
  for (const [path, text] of Object.entries({ 'README.md': 'It is for tests alone. '.repeat(10), ...others })) {
    await mkdir(dirname(join(place, path)), { recursive: true });
    await writeFile(join(place, path), text);
  }
  return checkAt(place);
}

const checkAt = (place: string, given: Readonly<Record<string, unknown>> = {}) =>
  checkPluginPackage({
    folder: place,
    sdkVersion: '1.2.0',
    capabilities: builtInCapabilities,
    conditions: new Set(['@fairlead/source']),
    clock: systemClock,
    createFinder: createRedactor,
    settings: given,
  });

const findings = ({ rules }: CheckReport, rule: CheckRule) => rules.find((one) => one.rule === rule)?.findings ?? [];
const outcomes = ({ rules }: CheckReport) => Object.fromEntries(rules.map(({ rule, outcome }) => [rule, outcome]));

test('a sound package passes every rule, and each says what it looked at', async () => {
  const report = await check();
  expect(report.rules.flatMap((one) => one.findings)).toEqual([]);
  expect(report).toMatchObject({ ok: true, id: 'channel-echo', packageName: '@test/channel-echo', version: '1.0.0' });
  expect(report.rules.map(({ rule }) => rule)).toEqual(checkRules);
  expect(new Set(Object.values(outcomes(report)))).toEqual(new Set(['passed']));
  expect(report.rules.find(({ rule }) => rule === 'secrets')?.covered).toMatch(/^8 calls with marked secrets/);
});

type Case = readonly [
  what: string,
  rule: CheckRule,
  message: RegExp,
  files?: PluginFiles,
  others?: Record<string, string>,
];

const faults: readonly Case[] = [
  ['a manifest that is not valid', 'manifest', /displayName/, { manifest: { displayName: 7 } }],
  [
    'a capability that does not exist',
    'manifest',
    /No capability/,
    { manifest: { capabilities: { moon: { version: 1, operations: {} } } } },
  ],
  ['no entry', 'entry', /does not exist/, { code: null }],
  ['code that throws when it is imported', 'import', /TypeError: broken/, { code: `throw new TypeError('broken');` }],
  ['code that ends the process', 'import', /ended the process \(code 3\)/, { code: 'process.exit(3);' }],
  [
    'code that calls a program when it is imported',
    'import',
    /cannot be loaded/,
    { code: code({ head: `import { execSync } from 'node:child_process'; execSync('true');` }) },
  ],
  [
    'code that writes a file when it is imported',
    'import',
    /cannot be loaded/,
    { code: code({ head: `import { writeFileSync } from 'node:fs'; writeFileSync('/tmp/x', '');` }) },
  ],
  ['another id in the code', 'contract', /calls itself “channel-other”/, { code: code({ id: 'channel-other' }) }],
  [
    'a factory that throws',
    'contract',
    /cannot be made for a connection/,
    {
      code: code()
        .replace('(context) => ({', '(context) => { throw new Error("no"); return ({')
        .replace(/\}\),\n\s+\},\n\s+\}\);$/, '}); }, }, });'),
    },
  ],
  [
    'settings that have changed since',
    'settings',
    /is not what the settings in the code make/,
    { code: code({ made: { ...settings, title: 'New' } }) },
  ],
  [
    'an import that is not declared',
    'dependencies',
    /imports “undeclared-thing”/,
    { code: `${code()}\nexport const later = () => import('undeclared-thing');` },
  ],
  [
    'an import that only development has',
    'dependencies',
    /which is a devDependency/,
    {
      code: `${code()}\nexport const later = () => import('tool/deep');`,
      packageJson: { devDependencies: { tool: '1.0.0' } },
    },
  ],
  [
    'an import in a file that is reached by another',
    'dependencies',
    /imports “@scope\/hidden”/,
    { code: `${code()}\nexport const later = () => import('./more.js');`, packageJson: { files: ['index.js'] } },
    { 'more.js': `export { one } from '@scope/hidden/one';` },
  ],
  [
    'a dependency that nothing imports',
    'dependencies',
    /“typebox” is declared/,
    { packageJson: { dependencies: { '@fairlead/sdk': '^0.1.0', typebox: '^1.0.0' } } },
  ],
  [
    'an install script',
    'scripts',
    /“postinstall”/,
    { packageJson: { scripts: { postinstall: 'true', build: 'true' } } },
  ],
  ['an add-on to compile', 'scripts', /binding\.gyp/, {}, { 'binding.gyp': '{}' }],
  ['more than a plugin has', 'size', /at most 20 MiB/, {}, { 'big.bin': 'x'.repeat(21 * 1024 ** 2) }],
  ['no README', 'readme', /next to nothing/, { packageJson: { files: ['index.js'] } }, { 'README.md': ' ' }],
  ['no licence', 'licence', /names no licence/, { packageJson: { license: '' } }],
  [
    'a call to a host that is not its own',
    'egress',
    /called elsewhere\.example/,
    { code: code({ fetch: `await context.http.fetch('https://elsewhere.example/');` }) },
  ],
];

/** Without settings the code is not run, which takes most of the time. */
function onlyNeeded(rule: CheckRule, more: PluginFiles = {}): PluginFiles {
  const needsCode = ['import', 'contract', 'settings', 'secrets'].includes(rule) || rule === 'egress';
  return needsCode ? more : { ...more, settings: null };
}

describe('what makes a package fail, with what to do about it', () => {
  test.each(faults.map((one) => ({ one, what: one[0] })))('$what', async ({ one: [, rule, message, more, others] }) => {
    const report = await check(onlyNeeded(rule, more), others);
    expect(report.ok).toBe(false);
    const found = findings(report, rule).filter(({ severity }) => severity === 'error');
    expect(found.map((one) => one.message).join('\n')).toMatch(message);
    expect(found.every(({ advice }) => advice.length > 10)).toBe(true);
    expect(outcomes(report)[rule]).toBe('failed');
  });
});

describe('a secret that can be read', () => {
  test('in its log, its errors, its state, an address or what it prints is told, each by its place', async () => {
    const leaks = `
      context.log.debug('asking', { authorization: 'Bearer ' + token });
      console.log(token);
      await context.state.put('session', { token });
      await context.http.fetch(context.settings.address + '/?key=' + token).catch(() => undefined);
      if (token) throw new FairleadError('vendor_error', { message: 'Refused: ' + token });`;
    const report = await check({ code: code({ fetch: leaks }) });
    expect(report.ok).toBe(false);
    const places = findings(report, 'secrets').map(({ message }) => / in (.+)\.$/.exec(message)?.[1]);
    const all = ['its log', 'an error that it throws', 'an address that it calls', 'its key-value state'];
    expect(places).toEqual([...all, 'what it prints']);
  });

  test('is found encoded in the middle of something, and as the cause of an error', async () => {
    const leaks = `
      context.log.debug('asking', { basic: Buffer.from('me:' + token).toString('base64') });
      throw new FairleadError('vendor_error', { cause: new Error(token) });`;
    const report = await check({ code: code({ fetch: leaks }) });
    const places = findings(report, 'secrets').map(({ message }) => / in (.+)\.$/.exec(message)?.[1]);
    expect(places).toEqual(['its log', 'an error that it throws']);
  });
});

describe('what is only worth a warning', () => {
  const warnings: readonly Case[] = [
    ['egress to everywhere', 'egress', /every public address/, { manifest: { egress: ['*'] } }],
    ['no keyword', 'manifest', /lacks the keyword/, { packageJson: { keywords: [] } }],
    ['no text of the licence', 'licence', /text of the licence/, { packageJson: { license: 'MIT' } }],
    ['one large file', 'size', /big\.bin alone/, {}, { 'big.bin': 'x'.repeat(6 * 1024 ** 2) }],
  ];
  test.each(warnings.map((one) => ({ one, what: one[0] })))(
    '$what',
    async ({ one: [, rule, message, more, others] }) => {
      const report = await check(onlyNeeded(rule, more), others);
      expect(
        findings(report, rule)
          .map((one) => one.message)
          .join('\n'),
      ).toMatch(message);
      expect(outcomes(report)[rule]).toBe('warned');
    },
  );
});

test('egress to everywhere is accepted where the README says why', async () => {
  const readme = 'It reads whatever feed is entered, so its egress is every public address. '.repeat(3);
  const report = await check({ manifest: { egress: ['*'] } }, { 'README.md': readme });
  expect(outcomes(report)['egress']).toBe('passed');
});

test('types alone may come from what only development has, and a library may be named without an import', async () => {
  const typed = `${code()}\nexport const resolved = (name: string) => import.meta.resolve('data-files/eng.gz' as string);`;
  const report = await check(
    {
      code: null,
      packageJson: {
        exports: './index.ts',
        dependencies: { '@fairlead/sdk': '^0.1.0', 'data-files': '1.0.0' },
        devDependencies: { tool: '1.0.0' },
      },
    },
    {
      'index.ts': `import type { Thing } from 'tool';\n${typed.replaceAll('(context)', '(context: any)')}\nexport type Other = Thing;`,
    },
  );
  expect(findings(report, 'dependencies')).toEqual([]);
  expect(outcomes(report)).toMatchObject({ import: 'passed', dependencies: 'passed' });
});

test('settings that cannot be made up are asked for, and taken', async () => {
  const odd = { ...settings.properties, account: { type: 'string', title: 'Account', pattern: '^A-\\d{9}$' } };
  const schema = { ...settings, properties: odd, required: ['address', 'token', 'account'] };
  const report = await check({ settings: schema, code: code({ made: schema }) });
  const [asked] = findings(report, 'secrets');
  expect(asked).toMatchObject({ severity: 'warning', message: expect.stringMatching(/no settings could be made up/) });
  expect(report.ok).toBe(false);
  const given = await checkAt(join(folder.path, 'package'), { account: 'A-123456789' });
  expect(given.ok).toBe(true);
});

test('a package that is broken in many places tells all of them at once', async () => {
  const report = await check({ code: null, packageJson: { license: '', scripts: { install: 'true' } } });
  const failed = Object.entries(outcomes(report)).filter(([, outcome]) => outcome === 'failed');
  expect(failed.map(([rule]) => rule)).toEqual(['entry', 'scripts', 'licence']);
});

test('what is not there at all is told, and everything else is skipped', async () => {
  const place = await folder.write(join(folder.path, 'package'));
  await rm(join(place, 'package.json'));
  const report = await checkAt(place);
  expect(findings(report, 'manifest')).toMatchObject([{ message: 'There is no package.json.' }]);
  expect(new Set(Object.values(outcomes(report)))).toEqual(new Set(['failed', 'skipped']));
});
