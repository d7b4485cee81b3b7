import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Api, type ConnectionView, createApi, eventually } from './support/api.ts';
import { type HubProcess, startHubProcess } from './support/hub-process.ts';
import { manifestOf, withSdk, writePackage } from './support/plugin-packages.ts';
import { filesOf, findSecrets, formsOf, type Guarded } from './support/secret-search.ts';
import { acceptedByStripe, refusedByStripe, type StandInVendor, standInVendor } from './support/stand-in-vendor.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const inProcess = 'channel-loud';
const secretMember = { type: 'string', minLength: 1, 'x-wire': 'secret', 'x-fairlead-secret': true };
const settings = {
  type: 'object',
  properties: { apiBase: { type: 'string', title: 'Address' }, apiKey: { ...secretMember, title: 'Key' } },
  required: ['apiBase', 'apiKey'],
  additionalProperties: false,
};

/** It tells its key to whoever listens, keeps things, and asks its vendor. */
const entry = `
import { definePlugin, FairleadError, Secret } from '@fairlead/sdk';
export default definePlugin({ id: '${inProcess}', settings: ${JSON.stringify(settings)} })({
  capabilities: {
    channel: (context) => ({
      fetch: async () => ({ messages: [], cursor: '1', more: false }),
      async testCredentials() {
        const key = context.settings.apiKey.reveal();
        context.log.warn('asked with ' + key, { key });
        console.error('printed ' + key);
        await context.state.put('seen', { key });
        await context.secrets.put('token', new Secret(key + '-token'));
        const answer = await context.http.fetch(new URL('/v1/account', context.settings.apiBase).href, {
          headers: { authorization: 'Bearer ' + key },
        });
        if (answer.status === 401) throw new FairleadError('credentials_invalid', { message: 'No such key: ' + key });
        return { account: { id: 'acct_1' }, mode: 'test' };
      },
    }),
  },
});
`;

const guarded = (name: string): Guarded => {
  const value = `${name}_${randomBytes(18).toString('base64url')}`;
  return { name, value, shownStart: name.length, shownEnd: 4 };
};

interface Said {
  readonly outcome: string;
  readonly code?: string;
  readonly message?: string;
}

describe.each([
  {
    host: 'inline',
    plugin: 'gateway-stripe',
    more: { webhookSecrets: ['whsec_0123456789abcdef'] },
    withoutHosts: { outcome: 'failed', code: 'address_forbidden' },
    logged: /"level":"info"/,
  },
  {
    host: 'process',
    plugin: inProcess,
    more: {},
    withoutHosts: { outcome: 'ok' },
    logged: /asked with \[secret\]/,
  },
])('in the $host host, before anything is saved', ({ plugin, more, withoutHosts, logged }) => {
  const cleanup = new AsyncDisposableStack();
  const answers: string[] = [];
  const [good, bad, stored, renewed] = [guarded('good'), guarded('bad'), guarded('stored'), guarded('renewed')];
  const keys: string[] = [];
  let dataDir: string;
  let hub: HubProcess;
  let api: Api;
  let vendor: StandInVendor;
  let thief: StandInVendor;

  beforeAll(async () => {
    dataDir = cleanup.use(await temporaryFolder()).path;
    vendor = cleanup.use(await standInVendor(acceptedByStripe));
    thief = cleanup.use(await standInVendor(acceptedByStripe));
    vendor.answer = ({ headers }) => {
      const key = String(headers.authorization).split(' ')[1] ?? '';
      keys.push(key);
      return key === bad.value ? refusedByStripe(key) : acceptedByStripe;
    };
    await withSdk(dataDir);
    const egress = ['loopback', '{settings.apiBase}'];
    const manifest = { ...manifestOf(inProcess), egress, host: { prefers: 'process' } };
    await writePackage(join(dataDir, 'plugins'), inProcess, { entry, manifest, settings: JSON.stringify(settings) });
    hub = await startHubProcess({ dataDir, env: { FAIRLEAD_LOG_LEVEL: 'trace' } });
    cleanup.defer(async () => void (await hub.stop()));
    api = createApi(hub.url, (text) => answers.push(text));
    await api.signIn();
    if (plugin === inProcess) {
      await api.ok('POST', `/api/plugins/${plugin}/enable`, { body: {} });
      const status = () => api.ok<{ status: string }>('GET', `/api/plugins/${plugin}`);
      await eventually(status, (one) => one.status === 'running');
    }
  });
  afterAll(() => cleanup.disposeAsync());

  const body = ({ value }: Guarded) => ({
    plugin,
    settings: { apiBase: vendor.url },
    secrets: { apiKey: value, ...more },
    allowedPrivateHosts: ['127.0.0.1'],
  });

  test('a new connection is told what the vendor says of its key, and leaves nothing', async () => {
    expect(await api.ok<Said>('POST', '/api/connections/try', { body: body(good) })).toMatchObject({ outcome: 'ok' });
    const refused = await api.ok<Said>('POST', '/api/connections/try', { body: body(bad) });
    expect(refused).toMatchObject({ outcome: 'failed', code: 'credentials_invalid' });
    expect(keys).toEqual([good.value, bad.value]);
    expect(await api.all('/api/connections')).toEqual([]);
    // The plugin in a process asks for “loopback” in its manifest.
    const { allowedPrivateHosts: _hosts, ...inside } = body(good);
    expect(await api.ok<Said>('POST', '/api/connections/try', { body: inside })).toMatchObject(withoutHosts);
  });

  test('a change is tried beside the connection that goes on, and its stored key goes to no other address', async () => {
    const { id } = await api.ok<ConnectionView>('POST', '/api/connections', {
      body: { ...body(stored), name: 'Shop' },
    });
    const before = await api.ok('GET', `/api/connections/${id}`);
    const tried = (patch: object) => api.call('POST', `/api/connections/${id}/try`, { body: patch });
    expect((await tried({ secrets: { apiKey: bad.value } })).json()).toMatchObject({ outcome: 'failed' });
    expect((await tried({ secrets: { apiKey: renewed.value } })).json()).toMatchObject({ outcome: 'ok' });
    expect((await tried({})).json()).toMatchObject({ outcome: 'ok' });
    // The connection itself is looked at by its hub meanwhile, with the key that it has.
    expect(keys.filter((key) => key !== stored.value).slice(-2)).toEqual([bad.value, renewed.value]);
    const stolen = await tried({ settings: { apiBase: thief.url } });
    expect(stolen.json()).toMatchObject({
      status: 400,
      errors: expect.arrayContaining([
        { path: '/body/secrets/apiKey', message: expect.stringContaining('entered again') },
      ]),
    });
    expect(thief.asked).toEqual([]);
    expect(await api.ok('GET', `/api/connections/${id}`)).toEqual(before);
    const { items } = await api.ok<{ items: { outcome: string }[] }>('GET', `/api/connections/${id}/calls`);
    expect(items.filter(({ outcome }) => outcome !== 'success')).toEqual([]);
  });

  test('no key that was tried is in a log, an answer, the audit log or a file', async () => {
    await api.ok('GET', `/api/plugins/${plugin}/log`);
    expect(await api.all('/api/audit', { action: 'connection.try' })).toHaveLength(7);
    expect((await hub.stop()).code).toBe(0);
    expect(hub.stderr()).toMatch(logged);
    const secrets = [good, bad, stored, renewed];
    // What the plugin keeps for a connection that is saved is its own affair; for a try nothing is kept.
    const kept = { 'fairlead.db': ['stored'], 'fairlead.db-wal': ['stored'] };
    const texts = [hub.stdout(), hub.stderr(), ...answers].map((text) => ({
      where: text.slice(0, 200),
      bytes: Buffer.from(text),
    }));
    expect(findSecrets(secrets, [...texts, ...(await filesOf(dataDir, kept))])).toEqual([]);
    expect(formsOf(good).size).toBeGreaterThan(10);
  });
});
