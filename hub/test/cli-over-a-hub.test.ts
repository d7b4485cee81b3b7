import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HubProcess, startHubProcess } from './support/hub-process.ts';
import { json } from './support/resting-hub.ts';
import { runCommand } from './support/run-command.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const apiKey = 'sk_test_Nobody_may_see_this_0123456789';

describe('the command line over a running hub', { timeout: 240_000 }, () => {
  const cleanup = new AsyncDisposableStack();
  let dataDir: string;
  let hub: HubProcess;
  beforeAll(async () => {
    dataDir = cleanup.use(await temporaryFolder()).path;
    hub = await startHubProcess({ dataDir, byCommand: true });
    cleanup.defer(async () => void (await hub.stop()));
  });
  afterAll(() => cleanup.disposeAsync());

  test('plugins are listed, disabled and enabled', async () => {
    const status = async () => {
      const { stdout } = await runCommand(['plugins', 'list', '--json'], { dataDir });
      const { items } = json<{ items: readonly { id: string; status: string }[] }>(stdout);
      return items.find(({ id }) => id === 'channel-rss')?.status;
    };
    expect(await status()).toBe('running');
    expect((await runCommand(['plugins', 'disable', 'channel-rss'], { dataDir })).code).toBe(0);
    expect(await status()).toBe('disabled');
    expect((await runCommand(['plugins', 'enable', 'channel-rss'], { dataDir })).code).toBe(0);
    expect(await status()).toBe('running');
    const unknown = await runCommand(['plugins', 'enable', 'nobody'], { dataDir });
    expect(unknown).toMatchObject({ code: 1, stdout: '', stderr: 'No plugin “nobody” is known.\n' });
  });

  test('a secret on the command line is refused and not repeated; a missing one is named', async () => {
    const add = ['connections', 'add', 'gateway-stripe', '--name', 'Shop'];
    const seen = await runCommand([...add, '--setting', `apiKey=${apiKey}`], { dataDir });
    expect(seen).toMatchObject({ code: 2, stdout: '' });
    expect(seen.stderr).toContain('“apiKey” is a secret');
    expect(seen.stderr).not.toContain(apiKey);
    const missing = await runCommand(add, { dataDir });
    expect(missing).toMatchObject({ code: 1, stdout: '', stderr: '/secrets/apiKey is required.\n' });
    const garbage = await runCommand([...add, '--secrets-stdin'], { dataDir, input: apiKey });
    expect(garbage.code).toBe(2);
    expect(garbage.stderr).not.toContain(apiKey);
    const nobody = await runCommand(['connections', 'test', 'Nobody'], { dataDir });
    expect(nobody).toMatchObject({ code: 1, stdout: '' });
    expect(nobody.stderr).toContain('There is no connection “Nobody”.');
  });

  test('a connection whose vendor does not answer fails its test with a sentence and 1', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => closed.once('listening', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const url = `url=http://127.0.0.1:${port}/feed.xml`;
    const add = ['connections', 'add', 'channel-rss', '--name', 'News', '--setting', url];
    expect((await runCommand([...add, '--allow-private-host', '127.0.0.1'], { dataDir })).code).toBe(0);
    const { code, stderr } = await runCommand(['connections', 'test', 'News'], { dataDir });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The test of “News” failed: .+\n$/);
  });

  test('an API key is made, shown once, listed without itself, and revoked', async () => {
    const add = ['api-keys', 'add', '--name', 'reports', '--scope', 'connections.read'];
    const made = await runCommand(add, { dataDir });
    expect(made.code).toBe(0);
    const key = made.stdout.trim();
    expect(key).toMatch(/^fl_[a-z0-9]{8}_/);
    const listed = await runCommand(['api-keys', 'list', '--json'], { dataDir });
    expect(listed.stdout).not.toContain(key);
    const [item] = json<{ items: readonly { id: string; scopes: readonly string[] }[] }>(listed.stdout).items;
    expect(item?.scopes).toEqual(['connections.read']);
    const use = () => fetch(`${hub.url}/api/connections`, { headers: { authorization: `Bearer ${key}` } });
    expect((await use()).status).toBe(200);
    expect((await runCommand(['api-keys', 'revoke', item?.id ?? ''], { dataDir })).code).toBe(0);
    expect((await use()).status).toBe(401);
    const unknown = await runCommand(['api-keys', 'add', '--name', 'x', '--scope', 'no.such'], { dataDir });
    expect(unknown).toMatchObject({ code: 1, stdout: '' });
    expect(unknown.stderr).toContain('“no.such” is not a permission');
  });
});
