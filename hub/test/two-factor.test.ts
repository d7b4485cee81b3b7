import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Api, createApi, type Problem } from './support/api.ts';
import { type HubProcess, ownerEmail, ownerPassword, startHubProcess } from './support/hub-process.ts';
import { runCommand } from './support/run-command.ts';
import { filesOf, findSecrets, type Place } from './support/secret-search.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { totpCode } from './support/totp-code.ts';

interface KeyRow {
  readonly id: string;
  readonly active: boolean;
}

const cleanup = new AsyncDisposableStack();
let dataDir: string;
let hub: HubProcess;
let api: Api;
let secret: string;
let recoveryCodes: readonly string[];
let output = '';

async function start(): Promise<void> {
  hub = await startHubProcess({ dataDir, env: { FAIRLEAD_LOG_LEVEL: 'trace' } });
  api = createApi(hub.url);
}
async function stop(): Promise<void> {
  await hub.stop();
  output += hub.stdout() + hub.stderr();
}
const signIn = (totp?: string) =>
  api.call('POST', '/api/auth/sign-in', { body: { email: ownerEmail, password: ownerPassword, totp }, token: null });
const command = async (...args: readonly string[]) => {
  const done = await runCommand(args, { dataDir });
  expect(done, args.join(' ')).toMatchObject({ code: 0 });
  return done.stdout;
};

beforeAll(async () => {
  dataDir = cleanup.use(await temporaryFolder()).path;
  await start();
  cleanup.defer(async () => void (await hub.stop()));
  await api.signIn();
  const begun = await api.ok<{ secret: string }>('POST', '/api/auth/totp/begin', { body: { password: ownerPassword } });
  secret = begun.secret;
  const body = { code: totpCode(secret, Date.now()) };
  ({ recoveryCodes } = await api.ok<{ recoveryCodes: string[] }>('POST', '/api/auth/totp/confirm', { body }));
});
afterAll(() => cleanup.disposeAsync());

test('codes go on counting when the master key was rotated and the one before retired', {
  timeout: 240_000,
}, async () => {
  const [before] = JSON.parse(await command('keys', 'list', '--json')).items as readonly KeyRow[];
  await command('keys', 'add');
  await command('keys', 'rotate');
  await command('keys', 'retire', before?.id ?? '');
  await stop();
  await start();
  expect((await signIn()).json<Problem>()).toMatchObject({ status: 401, code: 'totp_required' });
  // The step after that of the clock counts as well, and is one that confirming cannot have used.
  const code = totpCode(secret, Date.now() + 30_000);
  expect((await signIn(code)).status).toBe(200);
  expect((await signIn(code)).json<Problem>()).toMatchObject({ status: 401, code: 'sign_in_failed' });
});

test('secret and recovery codes are in no log line and no file', async () => {
  await signIn(recoveryCodes[0]);
  await stop();
  const places: Place[] = [{ where: 'the output', bytes: Buffer.from(output) }, ...(await filesOf(dataDir, {}))];
  const guarded = [secret, ...recoveryCodes, ...recoveryCodes.map((one) => one.replaceAll('-', ''))];
  expect(
    findSecrets(
      guarded.map((value) => ({ name: 'two-factor', value, shownStart: 0, shownEnd: 0 })),
      places,
    ),
  ).toEqual([]);
});

test('without the master key a code is answered by 423, and a recovery code signs in', async () => {
  await rm(join(dataDir, 'master.key'));
  const ring = { FAIRLEAD_MASTER_KEYS: `other:${randomBytes(32).toString('base64')}` };
  hub = await startHubProcess({ dataDir, env: ring });
  api = createApi(hub.url);
  const refused = (await signIn(totpCode(secret, Date.now()))).json<Problem>();
  expect(refused).toMatchObject({ status: 423, code: 'locked' });
  expect(refused.detail).toMatch(/^Codes cannot be checked\. The master key “.+” is missing\./);
  expect((await signIn()).json<Problem>()).toMatchObject({ code: 'totp_required' });
  expect((await signIn(recoveryCodes[1])).status).toBe(200);
});
