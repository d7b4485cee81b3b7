import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startHubProcess } from './support/hub-process.ts';
import { json, restingHub, whileRunning } from './support/resting-hub.ts';
import { runCommand } from './support/run-command.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

/** Every file below a folder with the hash of what is in it. */
async function fingerprint(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hashes = await Promise.all(
    files.sort().map(async (path) => {
      const { mtimeMs, mode } = await stat(path);
      const hash = createHash('sha256').update(await readFile(path));
      return [path, `${hash.digest('hex')} ${mtimeMs} ${mode}`] as const;
    }),
  );
  return Object.fromEntries(hashes);
}

describe('doctor', { timeout: 240_000 }, () => {
  interface Report {
    readonly settings: readonly { readonly name: string; readonly value: string; readonly source: string }[];
    readonly checks: readonly { readonly name: string; readonly status: string; readonly detail: string }[];
  }
  const statusOf = ({ checks }: Report, name: string) => checks.find((check) => check.name === name)?.status;

  test('looks at an empty folder, and at none at all, and makes no file', async () => {
    await using folder = await temporaryFolder();
    for (const dataDir of [folder.path, join(folder.path, 'not', 'there')]) {
      const { code, stdout } = await runCommand(['doctor'], { dataDir });
      expect(code).toBe(0);
      expect(stdout).toContain('first start makes it');
    }
    expect(await readdir(folder.path)).toEqual([]);
  });

  test('prints each setting with its source and no secret', async () => {
    await using folder = await temporaryFolder();
    const env = { REDIS_URL: 'redis://:Hidden_word@127.0.0.1', FAIRLEAD_OWNER_PASSWORD: 'Another_hidden_word' };
    const { code, stdout } = await runCommand(['doctor', '--json'], { dataDir: folder.path, env });
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/hidden/i);
    const report = json<Report>(stdout);
    expect(report.settings).toContainEqual({ name: 'REDIS_URL', value: '[secret]', source: 'environment' });
    expect(report.settings).toContainEqual({ name: 'FAIRLEAD_HOST', value: '127.0.0.1', source: 'default' });
    expect(statusOf(report, 'REDIS_URL')).toBe('warning');
  });

  test('looks into the data of a hub at rest without changing a byte', async () => {
    await using folder = await temporaryFolder();
    await restingHub(folder.path);
    const before = await fingerprint(folder.path);
    const { code, stdout } = await runCommand(['doctor', '--json'], { dataDir: folder.path });
    expect(code).toBe(0);
    const { checks } = json<Report>(stdout);
    expect(checks.filter(({ status }) => status !== 'ok')).toEqual([]);
    expect(checks.map(({ name }) => name)).toContain('owner');
    expect(await fingerprint(folder.path)).toEqual(before);
  });

  test('looks into the data of a killed hub, what is still in its log included', async () => {
    await using folder = await temporaryFolder();
    const hub = await startHubProcess({ dataDir: folder.path, byCommand: true });
    await hub.kill('SIGKILL');
    const before = await fingerprint(folder.path);
    expect(Object.keys(before)).toContain(join(folder.path, 'fairlead.db-wal'));
    const { code, stdout } = await runCommand(['doctor'], { dataDir: folder.path });
    expect(code).toBe(0);
    expect(stdout).toMatch(/ok +owner: owner@example\.com/);
    expect(await fingerprint(folder.path)).toEqual(before);
  });

  test('names a missing, a wrong and an open master key file, a broken database and a taken port, and ends with 1', async () => {
    await using folder = await temporaryFolder();
    await restingHub(folder.path);
    const keyFile = join(folder.path, 'master.key');
    const check = async (env: Readonly<Record<string, string>>) => {
      const { code, stdout } = await runCommand(['doctor', '--json'], { dataDir: folder.path, env });
      expect(code).toBe(1);
      return json<Report>(stdout).checks.filter(({ status }) => status === 'failed');
    };
    const id = /^(key-\w+):/m.exec(await readFile(keyFile, 'utf8'))?.[1] ?? '';
    const absent = await check({ FAIRLEAD_MASTER_KEY_FILE: join(folder.path, 'elsewhere.key') });
    expect(absent).toMatchObject([{ name: 'master keys', detail: expect.stringContaining(`${id} is missing`) }]);
    const otherKey = Buffer.alloc(32, 'another key, ').toString('base64');
    const wrong = await check({ FAIRLEAD_MASTER_KEYS: `${id}:${otherKey}` });
    expect(wrong).toMatchObject([{ name: 'master keys', detail: expect.stringContaining(`${id} is wrong`) }]);
    await writeFile(join(folder.path, 'open.key'), await readFile(keyFile), { mode: 0o644 });
    const open = await check({ FAIRLEAD_MASTER_KEY_FILE: join(folder.path, 'open.key') });
    expect(open).toMatchObject([{ name: 'master keys', detail: expect.stringContaining('chmod 600') }]);
    await writeFile(join(folder.path, 'broken.db'), 'This is no database. '.repeat(100));
    const broken = await check({ DATABASE_URL: `sqlite:${join(folder.path, 'broken.db')}` });
    expect(broken).toMatchObject([{ name: 'database' }]);
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const taken = await check({ FAIRLEAD_PORT: String((other.address() as AddressInfo).port) });
    expect(taken).toMatchObject([{ name: 'port', detail: expect.stringContaining('another program') }]);
    await new Promise((resolve) => other.close(resolve));
  });

  test('asks the hub that runs', async () => {
    await using folder = await temporaryFolder();
    const hub = await startHubProcess({ dataDir: folder.path, byCommand: true });
    await whileRunning(hub, async () => {
      const env = { FAIRLEAD_PORT: String(hub.port) };
      const { code, stdout } = await runCommand(['doctor'], { dataDir: folder.path, env });
      expect(code).toBe(0);
      expect(stdout).toContain(`ok       running hub: ${hub.url}`);
      expect(stdout).toContain(`${hub.port} is used by the hub of this data folder`);
      expect(stdout).toContain('gateway-stripe 0.1.0 (running)');
    });
  });
});
