import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeClock } from '@fairlead/sdk/testing';
import { eventCheck } from '../../events/index.ts';
import {
  accessCollections,
  createAccess,
  createPermissionTable,
  type LocalToken,
  processTokenKeys,
} from '../../access/index.ts';
import type { DeclaredPermissions } from '../../access/index.ts';
import { type AnyCollection, createStorage } from '../../storage/index.ts';
import { createMasterKey, createVault, KeyRing } from '../../vault/index.ts';
import { createHttpApp, type HttpAppOptions } from '../app.ts';
import { idempotencyKeys, processFingerprintKey } from '../idempotency.ts';
import { authRoutes } from '../routes/auth.ts';

export const ownerEmail = 'owner@example.com';
export const ownerPassword = 'correct horse battery staple';

export interface TestAppOptions extends Partial<Omit<HttpAppOptions, 'extensions' | 'routes'>> {
  readonly collections?: readonly AnyCollection[];
  readonly permissions?: DeclaredPermissions;
  readonly localToken?: LocalToken;
  /** Default false: there is an owner. */
  readonly withoutOwner?: boolean;
  /** Default false. */
  readonly withoutSignIn?: boolean;
  /** Routes and extensions besides those of sign-in. */
  readonly parts?: (base: TestBase) => TestParts | Promise<TestParts>;
}

type TestParts = Pick<HttpAppOptions, 'extensions' | 'routes'>;

export type TestBase = Awaited<ReturnType<typeof testBase>>;

async function testBase(options: TestAppOptions) {
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-http-'));
  const clock = new FakeClock();
  const collections = [...accessCollections, idempotencyKeys, ...(options.collections ?? [])];
  const storage = await createStorage({
    path: join(folder, 'hub.sqlite'),
    collections,
    clock,
    checkEvent: eventCheck(),
  });
  await storage.migrate();
  const permissions = createPermissionTable(options.permissions ?? {});
  const keyRing = new KeyRing([createMasterKey('k1')]);
  const vault = createVault({ keyRing });
  const access = createAccess({
    storage,
    clock,
    keys: processTokenKeys(),
    permissions,
    vault: vault.for('totp'),
    ...(options.localToken === undefined ? {} : { localToken: options.localToken }),
  });
  if (options.withoutOwner !== true) await access.ensureOwner({ email: ownerEmail, password: ownerPassword });
  return { folder, clock, storage, access, keyRing, vault };
}

/** A real server over a real database in a folder of its own; only time is moved by hand. */
export async function createTestApp(options: TestAppOptions = {}) {
  const base = await testBase(options);
  const { folder, clock, storage, access } = base;
  const { routes = [], extensions = [] } = (await options.parts?.(base)) ?? {};
  const {
    collections: _1,
    permissions: _2,
    localToken: _3,
    parts: _4,
    withoutSignIn: _5,
    withoutOwner: _6,
    ...given
  } = options;
  const { server, idempotency } = await createHttpApp({
    access,
    storage,
    clock,
    fingerprintKey: processFingerprintKey(),
    checkAnswers: true,
    callsPerMinute: 100_000,
    ...given,
    // Parts that bring routes of their own bring those of sign-in as well.
    routes:
      options.withoutSignIn === true ? routes : [...authRoutes({ access, clock, secureCookies: false }), ...routes],
    extensions,
  });
  return {
    ...base,
    server,
    idempotency,
    /** Signs the owner in and answers the header that says so. */
    async signedIn(): Promise<{ authorization: string }> {
      const answer = await server.inject({
        method: 'POST',
        url: '/api/auth/sign-in',
        payload: { email: ownerEmail, password: ownerPassword },
      });
      return { authorization: `Bearer ${answer.json<{ accessToken: string }>().accessToken}` };
    },
    async dispose(): Promise<void> {
      await server.close();
      await storage.dispose();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type TestApp = Awaited<ReturnType<typeof createTestApp>>;
