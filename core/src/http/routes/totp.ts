import type { Access, User } from '../../access/index.ts';
import { HubError } from '../../errors/index.ts';
import { type Actor, defineRoute, type Route, reply } from '../../flow-api/index.ts';
import { proofBody, recoveryCodes, totpCodeBody, totpPasswordBody, totpSetup, totpStatus } from './auth-schemas.ts';
import { noContent } from './schemas.ts';

const secretly = { 'cache-control': 'no-store' } as const;
const target = ({ actor }: { readonly actor: Actor }) => actor.id;

/** The second factor of one's own account. */
export function totpRoutes({ access }: { readonly access: Access }): readonly Route[] {
  const { totp, signIn } = access;

  async function self(actor: Actor): Promise<User> {
    const user = actor.kind === 'user' ? await access.user(actor.id) : undefined;
    if (user === undefined) throw new HubError('conflict', { detail: 'Only people sign in with codes.' });
    return user;
  }

  return [
    defineRoute({
      method: 'GET',
      path: '/api/auth/totp',
      permission: 'account.self',
      summary: 'Whether signing in asks you for a code, and how many recovery codes are left.',
      responses: { 200: totpStatus },
      handler: async ({ actor }) => ({ ...(await totp.status(actor.id)) }),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/auth/totp/begin',
      permission: 'account.self',
      audit: { action: 'account.begin-totp', target },
      idempotent: 'none',
      callsPerMinute: 10,
      summary: 'Make a secret for an authenticator, shown in this answer alone. It counts once a code confirmed it.',
      body: totpPasswordBody,
      responses: { 200: totpSetup },
      handler: async ({ body, actor, ip }) => {
        const { email } = await self(actor);
        await signIn.provePassword({ userId: actor.id, password: body.password, ip });
        const { secret, uri } = await totp.begin({ id: actor.id, email });
        return reply({ headers: secretly, body: { secret: secret.reveal(), uri: uri.reveal() } });
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/auth/totp/confirm',
      permission: 'account.self',
      audit: { action: 'account.enable-totp', target },
      idempotent: 'none',
      callsPerMinute: 10,
      summary:
        'Ask for a code at every sign-in from now on. Answers the recovery codes, this once; other sessions end.',
      body: totpCodeBody,
      responses: { 200: recoveryCodes },
      handler: async ({ body, actor }) => {
        await self(actor);
        const codes = await totp.confirm({ userId: actor.id, sessionId: actor.sessionId, code: body.code });
        return reply({ headers: secretly, body: { recoveryCodes: [...codes] } });
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/auth/totp/disable',
      permission: 'account.self',
      audit: { action: 'account.disable-totp', target },
      idempotent: 'none',
      callsPerMinute: 10,
      summary: 'Sign in with the password alone again. The secret and the recovery codes are gone.',
      body: proofBody,
      responses: { 204: noContent },
      handler: async ({ body, actor, ip }) => {
        await self(actor);
        await signIn.proveBoth({ userId: actor.id, ...body, ip });
        await totp.turnOff(actor.id);
        return reply({ status: 204 });
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/auth/totp/recovery-codes',
      permission: 'account.self',
      audit: { action: 'account.renew-recovery-codes', target },
      idempotent: 'none',
      callsPerMinute: 10,
      summary: 'Ten new recovery codes, shown in this answer alone; those before no longer count.',
      body: proofBody,
      responses: { 200: recoveryCodes },
      handler: async ({ body, actor, ip }) => {
        await self(actor);
        await signIn.proveBoth({ userId: actor.id, ...body, ip });
        const codes = await totp.renewRecoveryCodes(actor.id);
        return reply({ headers: secretly, body: { recoveryCodes: [...codes] } });
      },
    }),
  ];
}
