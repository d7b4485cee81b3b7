import type { AnyCollection } from '../storage/index.ts';
import { apiKeys } from './api-keys.ts';
import { auditRows } from './audit-row.ts';
import { auditSeals } from './audit-seal.ts';
import { tokenKeys } from './sealed-token-keys.ts';
import { sessions } from './sessions.ts';
import { totpRecords } from './totp-record.ts';
import { users } from './users.ts';

export { type Access, type AccessOptions, type Credentials, createAccess, type OwnerResult } from './access.ts';
export { anonymous, type Caller } from './actor.ts';
export type { ApiKey, ApiKeyPatch, NewApiKey } from './api-keys.ts';
export type { Audit, AuditFilter } from './audit.ts';
export { type AuditRow, auditRows } from './audit-row.ts';
export { type AuditSeal, auditLine, auditSeals } from './audit-seal.ts';
export type { AuditSeals } from './audit-seals.ts';
export type { AuditFault, AuditVerdict, ExpectedSeal, VerifyProgress } from './audit-verification.ts';
export { type LocalToken, writeLocalToken } from './local-token.ts';
export { longestPassword, shortestPassword } from './passwords.ts';
export {
  type CorePermission,
  corePermissions,
  createPermissionTable,
  type DeclaredPermissions,
  type PermissionTable,
  personalPermissions,
  type Role,
  roles,
} from './permissions.ts';
export { derivedKey, type SealedTokenKeysOptions, sealedTokenKeys, tokenKeyHolder } from './sealed-token-keys.ts';
export type { Session } from './sessions.ts';
export type { SignedIn } from './user-sessions.ts';
export { processTokenKeys, type TokenKey, type TokenKeys } from './token-keys.ts';
export type { Totp, TotpStatus } from './totp.ts';
export { totpHolder } from './totp-record.ts';
export { type User, users } from './users.ts';

/** What `createStorage` must be given for access. */
export const accessCollections: readonly AnyCollection[] = [
  users,
  sessions,
  apiKeys,
  auditRows,
  auditSeals,
  tokenKeys,
  totpRecords,
];
