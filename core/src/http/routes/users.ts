import { type Static, Type } from 'typebox';
import { type Access, roles, type User } from '../../access/index.ts';
import {
  defineRoute,
  listQuery,
  mapPage,
  pageOf,
  pageOptions,
  type Route,
  reply,
  versioned,
} from '../../flow-api/index.ts';
import type { Stored } from '../../storage/index.ts';
import { email } from './auth-schemas.ts';
import { closed, idParams, noContent } from './schemas.ts';

const role = Type.Enum([...roles]);

const userView = Type.Object({
  id: Type.String(),
  email: Type.String(),
  role,
  disabled: Type.Boolean(),
  passwordIsTemporary: Type.Boolean(),
  totpEnabled: Type.Boolean({ description: 'Signing in asks for a code of an authenticator as well.' }),
  createdAt: Type.String(),
  updatedAt: Type.String(),
});

const password = Type.String({ description: 'Shown in this answer and never again. To be changed after signing in.' });

/** Accounts of people. What is above one’s own role can be read and not touched. */
export function userRoutes({ access }: { readonly access: Pick<Access, 'users' | 'totp'> }): readonly Route[] {
  const { users, totp } = access;
  const shown = async (user: Stored<User>) => show(user, await totp.enabledAmong([user.id]));
  const tagged = async (user: Stored<User>) => versioned(await shown(user), user.version);
  return [
    defineRoute({
      method: 'GET',
      path: '/api/users',
      permission: 'users.read',
      summary: 'All users, the disabled ones included.',
      query: listQuery({ role: Type.Optional(role) }),
      responses: { 200: pageOf(userView) },
      handler: async ({ query }) => {
        const page = await users.list({ ...pageOptions(query), role: query.role });
        const enabled = await totp.enabledAmong(page.items.map(({ id }) => id));
        return mapPage(page, (user) => show(user, enabled));
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/users',
      permission: 'users.write',
      audit: {
        action: 'user.create',
        target: (_request, answer) => answer?.id,
        details: ({ body }) => ({ email: body.email, role: body.role }),
      },
      idempotent: 'answer-withheld',
      summary: 'Add a user, with a one-time password that is shown in this answer and never again.',
      body: Type.Object({ email, role }, closed),
      responses: { 201: Type.Object({ ...userView.properties, password }) },
      handler: async ({ body, actor }) => {
        const made = await users.create(body, actor);
        return reply({
          status: 201,
          headers: { 'cache-control': 'no-store', location: `/api/users/${made.user.id}` },
          body: { ...(await shown(made.user)), password: made.password },
        });
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/users/{id}',
      permission: 'users.read',
      summary: 'One user.',
      params: idParams,
      responses: { 200: userView },
      handler: async ({ params }) => tagged(await users.get(params.id)),
    }),
    defineRoute({
      method: 'PATCH',
      path: '/api/users/{id}',
      permission: 'users.write',
      audit: {
        action: 'user.update',
        details: ({ body }) =>
          Object.fromEntries(Object.entries(body).map(([name, value]): [string, string] => [name, String(value)])),
      },
      summary: 'Change e-mail address or role, disable or enable; If-Match takes the ETag that was seen.',
      description:
        'Another role or being disabled ends the user’s sessions at once. The last owner stays an owner, and nobody gives or changes a role above their own.',
      params: idParams,
      body: Type.Object(
        { email: Type.Optional(email), role: Type.Optional(role), disabled: Type.Optional(Type.Boolean()) },
        closed,
      ),
      responses: { 200: userView },
      handler: async ({ params, body, actor, ifMatch }) =>
        tagged(await users.update(params.id, body, { by: actor, ifMatch })),
    }),
    defineRoute({
      method: 'DELETE',
      path: '/api/users/{id}',
      permission: 'users.write',
      audit: { action: 'user.remove' },
      summary: 'Remove a user for good, with their sessions and API keys. The audit log stays.',
      params: idParams,
      responses: { 204: noContent },
      handler: async ({ params, actor, ifMatch }) => {
        await users.remove(params.id, { by: actor, ifMatch });
        return reply({ status: 204 });
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/users/{id}/reset-password',
      permission: 'users.write',
      audit: { action: 'user.reset-password' },
      idempotent: 'answer-withheld',
      summary: 'Give another user a one-time password, shown in this answer alone. Their sessions end.',
      params: idParams,
      responses: { 200: Type.Object({ password }) },
      handler: async ({ params, actor }) =>
        reply({
          headers: { 'cache-control': 'no-store' },
          body: { password: await users.resetPassword(params.id, actor) },
        }),
    }),
    defineRoute({
      method: 'DELETE',
      path: '/api/users/{id}/totp',
      permission: 'users.write',
      audit: { action: 'user.reset-totp' },
      summary: 'Ask another user for no code any more: their authenticator is lost. Their sessions end.',
      params: idParams,
      responses: { 204: noContent },
      handler: async ({ params, actor }) => {
        await users.resetTotp(params.id, actor);
        return reply({ status: 204 });
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/users/{id}/sign-out',
      permission: 'users.write',
      audit: { action: 'user.sign-out' },
      idempotent: 'none',
      summary: 'End all sessions of a user. Repeating it is harmless.',
      params: idParams,
      responses: { 204: noContent },
      handler: async ({ params, actor }) => {
        await users.signOut(params.id, actor);
        return reply({ status: 204 });
      },
    }),
  ];
}

function show({ id, state, ...times }: Stored<User>, enabled: ReadonlySet<string>): Static<typeof userView> {
  const { email: address, role: has, disabled, passwordIsTemporary } = state;
  const { createdAt, updatedAt } = times;
  const totpEnabled = enabled.has(id);
  return { id, email: address, role: has, disabled, passwordIsTemporary, totpEnabled, createdAt, updatedAt };
}
