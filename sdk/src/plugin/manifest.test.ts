import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatJson } from '../../testing/format-json.ts';
import { compileCheck } from '../../testing/validate.ts';
import { manifestSchema } from './manifest.ts';

const check = compileCheck(manifestSchema);
const right = {
  id: 'gateway-acme',
  displayName: 'Acme',
  description: 'Takes payments with Acme.',
  sdk: '^0.1.0',
  capabilities: { channel: { version: 1, operations: { fetch: {}, testCredentials: { timeoutMs: 60_000 } } } },
  settings: './settings.schema.json',
  settingsVersion: 1,
  egress: ['api.acme.example'],
  host: { prefers: 'process', memoryLimitMb: 128 },
};

describe('the schema of a manifest', () => {
  it('takes one with everything', () => {
    const whole = {
      ...right,
      icon: './icon.svg',
      docs: 'https://acme.example/docs',
      webhooks: { scheme: 'hmac-sha256', eventId: 'the member id' },
      egress: ['api.acme.example', '*.acme.example', '*', 'loopback', '{settings.apiBase}', '203.0.113.7'],
      health: { probeIntervalMs: 60_000 },
      breakingChanges: { '2.0.0': 'Connections have to be authorised anew.' },
    };
    expect(check(whole)).toEqual([]);
  });

  it.each(Object.keys(right))('wants “%s”', (name) => {
    const without = Object.fromEntries(Object.entries(right).filter(([key]) => key !== name));
    expect(check(without)).toEqual([`/ must have required property '${name}'`]);
  });

  it.each([
    ['/ ', { licence: 'MIT' }],
    ['/id', { id: 'acme' }],
    ['/id', { id: 'Gateway-Acme' }],
    ['/id', { id: '../gateway-acme' }],
    ['/id', { id: `gateway-${'a'.repeat(64)}` }],
    ['/displayName', { displayName: '' }],
    ['/displayName', { displayName: 'x'.repeat(81) }],
    ['/description', { description: 7 }],
    ['/icon', { icon: 'icon.svg' }],
    ['/icon', { icon: './icon.exe' }],
    ['/docs', { docs: 'javascript:alert(1)' }],
    ['/sdk', { sdk: '' }],
    ['/capabilities', { capabilities: {} }],
    ['/capabilities', { capabilities: { 'Not A Name': { version: 1, operations: {} } } }],
    ['/capabilities/channel', { capabilities: { channel: { operations: {} } } }],
    ['/capabilities/channel/version', { capabilities: { channel: { version: 0, operations: {} } } }],
    ['/capabilities/channel/operations', { capabilities: { channel: { version: 1, operations: { 'no name': {} } } } }],
    [
      '/capabilities/channel/operations/send',
      { capabilities: { channel: { version: 1, operations: { send: { retries: 3 } } } } },
    ],
    [
      '/capabilities/channel/operations/send/dedupe',
      { capabilities: { channel: { version: 1, operations: { send: { dedupe: 'key' } } } } },
    ],
    [
      '/capabilities/channel/operations/send/timeoutMs',
      { capabilities: { channel: { version: 1, operations: { send: { timeoutMs: 300_001 } } } } },
    ],
    [
      '/capabilities/channel/operations/send/keyLifetimeMs',
      { capabilities: { channel: { version: 1, operations: { send: { keyLifetimeMs: 0 } } } } },
    ],
    ['/settings', { settings: '/etc/settings.json' }],
    ['/settings', { settings: './settings.js' }],
    ['/settingsVersion', { settingsVersion: 1.5 }],
    ['/webhooks', { webhooks: { scheme: 'hmac' } }],
    ['/egress/0', { egress: ['https://api.acme.example'] }],
    ['/egress/0', { egress: ['api.acme.example:443'] }],
    ['/egress/0', { egress: ['localhost'] }],
    ['/egress/0', { egress: ['api.*.example'] }],
    ['/egress/0', { egress: ['{settings.api base}'] }],
    ['/egress', { egress: Array.from({ length: 65 }, () => '*') }],
    ['/egress', { egress: 'api.acme.example' }],
    ['/host/prefers', { host: { prefers: 'worker' } }],
    ['/host/memoryLimitMb', { host: { prefers: 'process', memoryLimitMb: 16 } }],
    ['/health/probeIntervalMs', { health: { probeIntervalMs: 9_999 } }],
    ['/breakingChanges/2.0.0', { breakingChanges: { '2.0.0': '' } }],
  ])('says that %s is wrong in %j', (path, change) => {
    const faults = check({ ...right, ...change });
    expect(faults.join('\n')).toMatch(new RegExp(`^${path}`, 'm'));
  });

  it.each([undefined, null, [], 'text', 7])('refuses %j', (value) => {
    expect(check(value)).not.toEqual([]);
  });

  // After a change of the schema: npx -y pnpm@12 unit sdk/src/plugin/manifest.test.ts -u
  it('is committed as a file, for editors', async () => {
    const file = {
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: 'The “fairlead” member of a plugin’s package.json',
      description: 'Generated from sdk/src/plugin/manifest.ts; do not edit.',
      ...manifestSchema,
    };
    await expect(formatJson(file)).toMatchFileSnapshot('../../manifest.schema.json');
  });
});

describe('docs/reference/manifest.md', () => {
  const page = readFileSync(new URL('../../../docs/reference/manifest.md', import.meta.url), 'utf8');
  const members = [...(page.split('\n## ')[0] ?? '').matchAll(/^\| `(\w+)` \| (yes|no) \|/gm)];

  it('lists every member, and which are required', () => {
    const { properties, required } = manifestSchema;
    const listed = members.map(([, name, isRequired]) => [name, isRequired === 'yes']);
    expect(listed).toEqual(Object.keys(properties).map((name) => [name, (required as string[]).includes(name)]));
  });

  it('names every member of the members', () => {
    for (const name of memberNames(manifestSchema)) expect(page).toContain(`\`${name}\``);
  });
});

function memberNames(schema: object): readonly string[] {
  const own = Object.keys((schema as { properties?: object }).properties ?? {});
  const inner = Object.values(schema).filter((value) => typeof value === 'object' && value !== null) as object[];
  return [...own, ...inner.flatMap(memberNames)];
}
