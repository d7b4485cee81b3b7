import { Type } from 'typebox';
import { declareEvent } from '../event-declaration.ts';
import { text } from './example-values.ts';

const user = (summary: string, disabled = false) =>
  declareEvent({
    summary,
    subject: 'the id of the user',
    /** Without the address: events are read by many who may not read users. */
    data: Type.Object({ userId: text, role: text, disabled: Type.Boolean() }),
    example: { userId: '01k9v7g5s7t9v1w3x5y7z9a1bc', role: 'operator', disabled },
  });

const twoFactor = (summary: string) =>
  declareEvent({
    summary,
    subject: 'the id of the user',
    data: Type.Object({ userId: text }),
    example: { userId: '01k9v7g5s7t9v1w3x5y7z9a1bc' },
  });

export const userEvents = {
  'user.created': user('A user was added.'),
  'user.updated': user('The name, the address or the role of a user was changed.'),
  'user.disabled': user('A user was disabled, and signed out everywhere.', true),
  'user.enabled': user('A user who was disabled may sign in again.'),
  'user.password_reset': user('An admin gave a user another password.'),
  'user.totp_enabled': twoFactor('A user is asked for a code at every sign-in from now on.'),
  'user.totp_disabled': twoFactor('A user signs in with the password alone again.'),
  'user.totp_delayed': twoFactor(
    'So many codes were wrong, each after the right password, that the next one has to wait. Somebody else may know the password.',
  ),
  'user.recovery_code_used': declareEvent({
    summary: 'A user signed in with a recovery code, which no longer counts.',
    subject: 'the id of the user',
    data: Type.Object({ userId: text, left: Type.Integer() }),
    example: { userId: '01k9v7g5s7t9v1w3x5y7z9a1bc', left: 9 },
  }),
  'user.removed': user('A user was removed.', true),
} as const;
