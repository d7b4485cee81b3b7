import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeClock } from '@fairlead/sdk/testing';
import { generateSync } from 'otplib';
import { createStorage } from '../../storage/index.ts';
import { createMasterKey, createVault, KeyRing } from '../../vault/index.ts';
import { accessCollections, createAccess, createPermissionTable, processTokenKeys } from '../index.ts';

export const email = 'owner@example.com';
export const password = 'correct horse battery staple';

/** Access over a real database with an owner. `reopen` is a restart of the hub: nothing in memory is left. */
export async function openAccess() {
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-access-'));
  const clock = new FakeClock();
  const keys = processTokenKeys();
  const master = createMasterKey('k1');
  const path = join(folder, 'hub.sqlite');
  const open = async (keyRing: KeyRing) => {
    const storage = await createStorage({ path, collections: accessCollections, clock });
    await storage.migrate();
    const vault = createVault({ keyRing });
    const access = createAccess({
      storage,
      clock,
      keys,
      permissions: createPermissionTable(),
      vault: vault.for('totp'),
    });
    return { storage, vault, access };
  };
  const present = { ...(await open(new KeyRing([master]))) };
  await present.access.ensureOwner({ email, password });
  const owner = await present.storage.repository({ name: 'users' } as never).findOne({});
  const origin = { ip: '192.0.2.7', userAgent: '' };
  return {
    clock,
    master,
    userId: owner?.id ?? '',
    get access() {
      return present.access;
    },
    get storage() {
      return present.storage;
    },
    async reopen(keyRing = new KeyRing([master])): Promise<void> {
      await present.storage.dispose();
      Object.assign(present, await open(keyRing));
    },
    /** Another address each time: what is counted here is the account. */
    signIn: (totp?: string, ip = origin.ip) =>
      present.access.signIn.withPassword({ email, password, totp }, { ...origin, ip }),
    codeOf: (secret: string) => generateSync({ secret, epoch: Math.floor(clock.now() / 1_000) }),
    /** Turns the second factor on, with a code that is used up. */
    async enable() {
      const { totp } = present.access;
      const secret = (await totp.begin({ id: owner?.id ?? '', email })).secret.reveal();
      const code = generateSync({ secret, epoch: Math.floor(clock.now() / 1_000) });
      const recoveryCodes = await totp.confirm({ userId: owner?.id ?? '', sessionId: undefined, code });
      return { secret, code, recoveryCodes };
    },
    async [Symbol.asyncDispose](): Promise<void> {
      await present.storage.dispose();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
