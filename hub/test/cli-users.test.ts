import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHubProcess } from './support/hub-process.ts';
import { json } from './support/resting-hub.ts';
import { runCommand } from './support/run-command.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const cleanup = new AsyncDisposableStack();
let dataDir: string;
beforeAll(async () => {
  dataDir = cleanup.use(await temporaryFolder()).path;
  const hub = await startHubProcess({ dataDir, byCommand: true });
  cleanup.defer(async () => void (await hub.stop()));
}, 240_000);
afterAll(() => cleanup.disposeAsync());

const keys = (...args: readonly string[]) => runCommand(['api-keys', ...args], { dataDir });
const users = (...args: readonly string[]) => runCommand(['users', ...args], { dataDir });

async function anna() {
  const { items } = json<{ items: readonly { email: string; role: string; disabled: boolean }[] }>(
    (await users('list', '--json')).stdout,
  );
  return items.find(({ email }) => email === 'anna@example.com');
}

test('a user is added with a password that is shown once, disabled, enabled, and given another password', {
  timeout: 240_000,
}, async () => {
  const added = await users('add', 'anna@example.com', '--role', 'operator');
  expect(added.stdout).toMatch(/^(\w{5}-){3}\w{5}\n$/);
  expect((await users('disable', 'Anna@example.com')).code).toBe(0);
  expect(await anna()).toMatchObject({ role: 'operator', disabled: true });
  expect((await users('enable', 'anna@example.com')).code).toBe(0);
  expect(await anna()).toMatchObject({ disabled: false });
  const reset = await users('reset-password', 'anna@example.com');
  expect(reset.stdout).toMatch(/^(\w{5}-){3}\w{5}\n$/);
  expect(reset.stdout).not.toBe(added.stdout);
  expect(await users('add', 'x@example.com', '--role', 'king')).toMatchObject({ code: 1, stdout: '' });
  const nobody = await users('disable', 'nobody@example.com');
  expect(nobody).toMatchObject({ code: 1, stdout: '' });
  expect(nobody.stderr).toContain('There is no user “nobody@example.com”.');
});

test('the second factor of a user is reset by name, and an unknown name is told', { timeout: 240_000 }, async () => {
  await users('add', 'ben@example.com', '--role', 'viewer');
  const reset = await users('reset-totp', 'Ben@example.com');
  expect(reset).toMatchObject({ code: 0 });
  expect(reset.stdout).toContain('ben@example.com signs in with the password alone');
  expect((await users('reset-totp', 'nobody@example.com')).stderr).toContain('There is no user “nobody@example.com”.');
});

test('an API key is bound to addresses, listed with them, bound to others, and freed', {
  timeout: 240_000,
}, async () => {
  const made = await keys('add', '--name', 'shop', '--scope', 'events.read', '--allow', '192.0.2.7', '--allow', '::1');
  expect(made.stdout).toMatch(/^fl_\w{8}_\S{43}\n$/);
  const bad = await keys('add', '--name', 'shop', '--scope', 'events.read', '--allow', 'office');
  expect(bad).toMatchObject({ code: 1, stdout: '' });
  expect(bad.stderr).toContain('/allowedAddresses/0');
  const listed = () => keys('list', '--json').then(({ stdout }) => json<{ items: readonly Key[] }>(stdout).items[0]);
  expect(await listed()).toMatchObject({ name: 'shop', allowedAddresses: ['192.0.2.7', '::1'] });
  const id = (await listed())?.id ?? '';
  expect((await keys('allow', id, '--allow', '198.51.100.0/24')).stdout).toContain('counts from 198.51.100.0/24.');
  expect(await keys('allow', id)).toMatchObject({ code: 1, stdout: '' });
  expect(await keys('allow', id, '--anywhere', '--allow', '::1')).toMatchObject({ code: 1, stdout: '' });
  expect((await keys('allow', id, '--anywhere')).stdout).toContain('counts from anywhere.');
  expect((await listed())?.allowedAddresses).toBeUndefined();
});

interface Key {
  readonly id: string;
  readonly allowedAddresses?: readonly string[];
}
