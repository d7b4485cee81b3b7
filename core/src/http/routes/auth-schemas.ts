import { Type } from 'typebox';
import { longestPassword, shortestPassword } from '../../access/index.ts';

const closed = { additionalProperties: false } as const;

/** Not the rules of the standard: enough to catch a password typed into the wrong field. */
export const email = Type.String({ minLength: 3, maxLength: 254, pattern: '^[^\\s@]+@[^\\s@]+$' });
const tokenDelivery = Type.Optional(
  Type.Enum(['cookie', 'body'], {
    default: 'cookie',
    description: 'Where the refresh token goes: a cookie that no script sees, or the body, for machines.',
  }),
);

const password = Type.String({ minLength: 1, maxLength: longestPassword });
const code = Type.String({
  minLength: 1,
  maxLength: 40,
  description: 'Six digits of the authenticator, or a recovery code. Spaces and hyphens do not matter.',
});

export const signInBody = Type.Object({ email, password, totp: Type.Optional(code), tokenDelivery }, closed);

export const refreshBody = Type.Object(
  {
    refreshToken: Type.Optional(
      Type.String({ minLength: 1, maxLength: 2_048, description: 'Only when it was given in a body.' }),
    ),
  },
  closed,
);

export const signedIn = Type.Object(
  {
    accessToken: Type.String({ description: 'For “Authorization: Bearer …”.' }),
    tokenType: Type.Literal('Bearer'),
    expiresIn: Type.Integer({ description: 'Seconds for which the access token counts.' }),
    refreshToken: Type.Optional(Type.String()),
  },
  closed,
);

export const passwordBody = Type.Object(
  {
    currentPassword: password,
    newPassword: Type.String({ minLength: shortestPassword, maxLength: longestPassword }),
  },
  closed,
);

export const me = Type.Object({
  kind: Type.Enum(['user', 'api-key', 'local-cli', 'anonymous']),
  id: Type.String(),
  name: Type.String(),
  role: Type.Optional(Type.String()),
  permissions: Type.Array(Type.String()),
  passwordIsTemporary: Type.Optional(Type.Boolean()),
  totpEnabled: Type.Optional(Type.Boolean({ description: 'Signing in asks for a code. Of people alone.' })),
});

export const totpPasswordBody = Type.Object({ password }, closed);
export const totpCodeBody = Type.Object({ code }, closed);
export const proofBody = Type.Object({ password, code }, closed);

export const totpStatus = Type.Object({
  enabled: Type.Boolean(),
  since: Type.Optional(Type.String()),
  recoveryCodesLeft: Type.Optional(Type.Integer()),
});

export const totpSetup = Type.Object({
  secret: Type.String({ description: 'Base32, for typing into an authenticator.' }),
  uri: Type.String({ description: 'otpauth://…, for a QR code. Holds the secret.' }),
});

export const recoveryCodes = Type.Object({
  recoveryCodes: Type.Array(Type.String(), { description: 'Each signs in once, in place of a code.' }),
});

export const sessionView = Type.Object({
  id: Type.String(),
  current: Type.Boolean(),
  ip: Type.String(),
  userAgent: Type.String(),
  createdAt: Type.String(),
  lastUsedAt: Type.String(),
  expiresAt: Type.String(),
});
