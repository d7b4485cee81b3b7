import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FaultHub, patiently, startFaultHub } from './fault-hub.ts';
import { compareRounds, isUndisturbed } from './fault-rounds.ts';
import { babbler, endings, escapist, printStorm, rejectionStorm } from './faulty-plugins.ts';

const environmentSecret = 'never-to-be-seen-by-a-plugin';
const giganticBytes = 256 * 1_048_576;

const cleanup = new AsyncDisposableStack();
let shared: FaultHub;
beforeAll(async () => {
  const plugins = [...Object.values(endings), rejectionStorm, escapist, babbler];
  shared = cleanup.use(await startFaultHub({ plugins, env: { SOMETHING_OF_THE_HUB: environmentSecret } }));
});
afterAll(() => cleanup.disposeAsync());

async function hubRssBytes(): Promise<number> {
  const metrics = await (
    await fetch(`${shared.hub.url}/metrics`, { headers: { authorization: `Bearer ${shared.api.token}` } })
  ).text();
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(metrics)?.[1] ?? Number.NaN);
}

describe('a plugin that ends its own process', () => {
  test.each(Object.entries(endings))(
    '%s: the cause is recorded with its last words, it comes back, and others notice nothing',
    {
      timeout: 240_000,
    },
    async (_name, fault) => {
      const { lastWords = /^About to misbehave$/ } = fault;
      const patient = await shared.connect(fault);
      const before = await hubRssBytes();
      let ended = 0;
      const rounds = await compareRounds(shared, patient, {
        async misbehave(round) {
          await patient.misbehave(round);
          ended = round;
          await patiently(patient.plugin, ({ exits }) => exits.length >= round);
        },
      });
      expect(rounds.some(isUndisturbed), JSON.stringify(rounds)).toBe(true);
      const { exits } = await patient.plugin();
      expect(exits).toHaveLength(ended);
      for (const { code, lastOutput } of exits) {
        expect(fault.causes).toContain(code);
        expect(lastOutput).toContainEqual(expect.stringMatching(lastWords));
      }
      expect((await hubRssBytes()) - before).toBeLessThan(giganticBytes);
      await patient.recovered();
      expect(await patient.plugin()).toMatchObject({ status: 'running', host: 'process' });
      expect(shared.hub.running()).toBe(true);
      expect(shared.load.refused).toEqual([]);
      await shared.api.ok('POST', `/api/plugins/${fault.id}/disable`);
    },
  );
});

test('a storm of errors that nothing caught, at every start anew, ends in quarantine, and others notice nothing', {
  timeout: 240_000,
}, async () => {
  const { id } = rejectionStorm;
  await shared.api.ok('POST', `/api/plugins/${id}/enable`, { body: {} });
  const plugin = () =>
    shared.api.ok<{ status: string; exits: readonly { code: string; message: string }[] }>('GET', `/api/plugins/${id}`);
  const { exits } = await patiently(plugin, (view) => view.status === 'quarantined' && view.exits.length >= 5);
  expect(exits).toHaveLength(5);
  for (const exit of exits) {
    expect(exit).toMatchObject({ code: 'crashed', message: expect.stringContaining('Storm 0') });
  }
  expect(shared.load.refused).toEqual([]);
});

test('of a storm of printed lines the log keeps some, and says how many it left out', async () => {
  const { id } = printStorm;
  const { items } = await shared.api.ok<{ items: readonly { message: string }[] }>(
    'GET',
    `/api/plugins/${id}/log?limit=200`,
  );
  const lines = items.map(({ message }) => message);
  expect(lines).toContainEqual(expect.stringMatching(/^line \d+ x/));
  expect(lines).toContainEqual(expect.stringMatching(/^\[\d+ lines left out\]$/));
});

test('every way out is refused, what it tried is counted and shown, and it goes on answering', async () => {
  const patient = await shared.connect(escapist);
  const answer = await patient.misbehave(1);
  const { outcome, environment, argv } = JSON.parse(answer) as {
    readonly outcome: Readonly<Record<string, string>>;
    readonly environment: Readonly<Record<string, string>>;
    readonly argv: readonly string[];
  };
  expect(outcome).toEqual({
    fork: 'ERR_ACCESS_DENIED',
    exec: 'ERR_ACCESS_DENIED',
    worker: 'ERR_ACCESS_DENIED',
    'read key': 'ERR_ACCESS_DENIED',
    'read database': 'ERR_ACCESS_DENIED',
    'open database': expect.stringMatching(/undefined/),
    'read token': 'ERR_ACCESS_DENIED',
    'list folder': 'ERR_ACCESS_DENIED',
    'write beside': 'ERR_ACCESS_DENIED',
    'change itself': 'ERR_ACCESS_DENIED',
    'make link': 'ERR_ACCESS_DENIED',
    'environment of the hub': 'ERR_ACCESS_DENIED',
    'memory of the hub': 'ERR_ACCESS_DENIED',
    'signal the hub': 'ERR_ACCESS_DENIED',
    'debug the hub': expect.stringMatching(/not a function/),
    'slow the hub': 'ERR_ACCESS_DENIED',
    tcp: 'address_forbidden',
    'metadata service': 'address_forbidden',
    'the hub itself': 'address_forbidden',
    'given client': 'address_forbidden',
    dns: 'address_forbidden',
    udp: 'address_forbidden',
    listen: 'address_forbidden',
  });
  expect(JSON.stringify([environment, argv])).not.toContain(environmentSecret);
  expect(
    Object.keys(environment).filter((name) => !['TZ', 'LANG', 'LC_ALL', 'NODE_EXTRA_CA_CERTS'].includes(name)),
  ).toEqual([]);
  const { refused } = await patiently(patient.health, (health) => health.refused.length >= 7);
  const shown = refused.map(({ kind, host, attempts }) => `${kind} ${host} ${attempts}`).toSorted();
  expect(shown).toEqual([
    'dns stolen-words.evil.example 1',
    'listen port 0 1',
    'tcp 127.0.0.1 1',
    'tcp 169.254.169.254 1',
    'tcp 93.184.216.34 1',
    'tcp evil.example 1',
    'udp 198.41.0.4 1',
  ]);
  expect(await readdir(shared.dataDir)).not.toContain('planted');
  expect(await readdir(join(shared.dataDir, 'plugin-files', escapist.id))).toEqual(['fault-1']);
  await patient.recovered();
  expect(await patient.plugin()).toMatchObject({ status: 'running', exits: [] });
});

test('a plugin that prints its secret, in any usual form and in pieces, shows it nowhere', async () => {
  const secret = 'tok_a/b+c="ü"-9f8e7d6c5b4a';
  const patient = await shared.connect(babbler, { token: secret });
  await patient.misbehave(1);
  const { exits } = await patiently(patient.plugin, (plugin) => plugin.exits.length > 0);
  expect(exits).toMatchObject([{ code: 'crashed', message: expect.stringContaining('Failed with [secret]') }]);
  await patient.recovered();
  const { items } = await shared.api.ok<{ items: readonly { message: string }[] }>(
    'GET',
    `/api/plugins/${babbler.id}/log?limit=200`,
  );
  const messages = items.map(({ message }) => message);
  for (const line of ['Plain: [secret]', 'Cut: [secret]', 'Logged [secret]']) expect(messages).toContain(line);
  const shown = JSON.stringify([exits, items, shared.hub.stdout(), shared.hub.stderr()]);
  const bytes = Buffer.from(secret);
  const forms = [secret, bytes.toString('base64'), bytes.toString('hex'), encodeURIComponent(secret)];
  for (const form of [...forms, ...forms.map((one) => JSON.stringify(one).slice(1, -1))]) {
    expect(shown).not.toContain(form);
    expect(shown).not.toContain(JSON.stringify(form).slice(1, -1));
  }
});

test('after all of it the same hub runs, and no event that it acknowledged is lost or doubled', {
  timeout: 240_000,
}, async () => {
  await shared.load.stop();
  expect(shared.hub.running()).toBe(true);
  expect(shared.load.acknowledged.size).toBe(shared.load.sent());
  expect(shared.load.acknowledged.size).toBeGreaterThan(1_000);
  expect(await shared.lost()).toEqual([]);
  expect((await shared.api.call('GET', '/readyz')).status).toBe(200);
});
