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
