import type { Clock } from '@fairlead/sdk';
import type { Access, SignedIn } from '../../access/index.ts';
import { HubError } from '../../errors/index.ts';
import { defineRoute, listQuery, mapPage, pageOf, pageOptions, type Route, reply } from '../../flow-api/index.ts';
import { me, passwordBody, refreshBody, sessionView, signedIn, signInBody } from './auth-schemas.ts';
import { idParams, noContent } from './schemas.ts';
import { clearedCookie, refreshCookie, refreshTokenOf } from './cookies.ts';
import { totpRoutes } from './totp.ts';

export interface AuthRouteOptions {
  readonly access: Access;
  readonly clock: Clock;
  /** The hub is reached over HTTPS: the refresh cookie is `Secure`. */
  readonly secureCookies: boolean;
}

/** Sign-in, its renewal and its end; one's own account and sessions. */
export function authRoutes({ access, clock, secureCookies: secure }: AuthRouteOptions): readonly Route[] {
  function tokens(signed: SignedIn, delivery: 'cookie' | 'body') {
    const body = {
      accessToken: signed.accessToken,
      tokenType: 'Bearer' as const,
      expiresIn: Math.floor(signed.accessLifetimeMs / 1_000),
      ...(delivery === 'body' ? { refreshToken: signed.refreshToken } : {}),
    };
    const lifetimeMs = signed.refreshExpiresAtMs - clock.now();
    return reply({
      body,
      headers: {
        'cache-control': 'no-store',
        ...(delivery === 'cookie' ? { 'set-cookie': refreshCookie(signed.refreshToken, { lifetimeMs, secure }) } : {}),
      },
    });
  }

  return [
    defineRoute({
      method: 'POST',
      path: '/api/auth/sign-in',
      permission: 'public',
      publicBecause: 'One signs in here.',
      audit: { action: 'session.sign-in', target: () => undefined, details: ({ body }) => ({ email: body.email }) },
      idempotent: 'none',
      callsPerMinute: 30,
      summary: 'Sign in with e-mail address, password and, where the account asks for one, a code.',
      description: 'The code `totp_required` says that the password is right and `totp` is missing.',
      body: signInBody,
      responses: { 200: signedIn },
      handler: async ({ body, ip, headers }) => {
        const userAgent = String(headers['user-agent'] ?? '');
        const signed = await access.signIn.withPassword(body, { ip, userAgent });
        return tokens(signed, body.tokenDelivery ?? 'cookie');
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/auth/refresh',
      permission: 'public',
      publicBecause: 'The refresh token says who it is; the access token has expired by now.',
      audit: { action: 'session.refresh' },
      idempotent: 'none',
      callsPerMinute: 60,
      summary: 'Exchange the refresh token for a new pair; the old one is used up.',
      description: 'A refresh token that was used before ends its whole session.',
      body: refreshBody,
      responses: { 200: signedIn },
      handler: async ({ body, headers }) => {
        const token = body.refreshToken ?? refreshTokenOf(headers.cookie);
        if (token === undefined) throw new HubError('unauthenticated', { detail: 'There is no refresh token.' });
        return tokens(await access.sessions.refresh(token), body.refreshToken === undefined ? 'cookie' : 'body');
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/auth/sign-out',
      permission: 'public',
      publicBecause: 'Signing out works with an expired access token as well.',
      audit: { action: 'session.sign-out' },
      idempotent: 'none',
      summary: 'End the session of the token, the cookie or the body.',
      body: refreshBody,
      responses: { 204: noContent },
      handler: async ({ body, headers, actor }) => {
        const token = body.refreshToken ?? refreshTokenOf(headers.cookie);
        if (token !== undefined) await access.sessions.endByRefreshToken(token);
        if (actor.sessionId !== undefined) await access.sessions.end(actor.sessionId, 'signed_out');
        return reply({ status: 204, headers: { 'set-cookie': clearedCookie(secure) } });
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/auth/me',
      permission: 'account.self',
      summary: 'Who you are and what you may do.',
      responses: { 200: me },
      handler: async ({ actor }) => {
        const user = actor.kind === 'user' ? await access.user(actor.id) : undefined;
        return {
          kind: actor.kind,
          id: actor.id,
          name: actor.name,
          permissions: access.permissions.names.filter((permission) => actor.can(permission)),
          ...(user === undefined
            ? {}
            : {
                role: user.role,
                passwordIsTemporary: user.passwordIsTemporary,
                totpEnabled: (await access.totp.status(actor.id)).enabled,
              }),
        };
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/auth/password',
      permission: 'account.self',
      audit: { action: 'account.change-password', target: ({ actor }) => actor.id },
      idempotent: 'none',
      callsPerMinute: 10,
      summary: 'Change your password; all your other sessions end.',
      body: passwordBody,
      responses: { 204: noContent },
      handler: async ({ body, actor, ip }) => {
        if (actor.kind !== 'user') throw new HubError('conflict', { detail: 'Only people have passwords.' });
        await access.signIn.changePassword({
          userId: actor.id,
          sessionId: actor.sessionId,
          present: body.currentPassword,
          next: body.newPassword,
          ip,
        });
        return reply({ status: 204 });
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/auth/sessions',
      permission: 'account.self',
      summary: 'Your sessions that have not ended.',
      query: listQuery(),
      responses: { 200: pageOf(sessionView) },
      handler: async ({ actor, query }) =>
        mapPage(await access.sessions.list(actor.id, pageOptions(query)), ({ id, state, createdAt }) => ({
          id,
          current: id === actor.sessionId,
          ip: state.ip,
          userAgent: state.userAgent,
          createdAt,
          lastUsedAt: state.rotatedAt,
          expiresAt: state.expiresAt,
        })),
    }),
    defineRoute({
      method: 'DELETE',
      path: '/api/auth/sessions/{id}',
      permission: 'account.self',
      audit: { action: 'session.revoke' },
      summary: 'End one of your sessions.',
      params: idParams,
      responses: { 204: noContent },
      handler: async ({ actor, params }) => {
        const session = await access.sessions.sessionOf(actor.id, params.id);
        if (session === undefined) throw new HubError('not_found', { detail: 'You have no session of this id.' });
        await access.sessions.end(session.id, 'revoked');
        return reply({ status: 204 });
      },
    }),
    ...totpRoutes({ access }),
  ];
}
