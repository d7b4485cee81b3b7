import { defineCollection, type Repository } from '../storage/index.ts';

/** One sign-in, from its first token to its end: a family of refresh tokens of which the newest counts. */
export interface Session {
  readonly userId: string;
  /** Number of the current refresh token; older ones were used. */
  readonly generation: number;
  /** SHA-256 of the current refresh token, hex. */
  readonly tokenHash: string;
  /** ISO 8601, UTC; so are the others. */
  readonly rotatedAt: string;
  /** The session ends then, whatever is refreshed. */
  readonly expiresAt: string;
  readonly ip: string;
  readonly userAgent: string;
  readonly endedAt?: string;
  readonly endedBecause?: EndReason;
}

export type EndReason =
  | 'signed_out'
  | 'revoked'
  | 'password_changed'
  | 'totp_enabled'
  | 'token_reused'
  | 'user_changed';

const sessionsIndex = { userId: 'string', active: 'boolean', expiresAt: 'string' } as const;
export type Sessions = Repository<Session, typeof sessionsIndex>;

export const sessions = defineCollection({
  name: 'sessions',
  index: sessionsIndex,
  compound: [['userId', 'active']],
  project: (session: Session) => ({
    userId: session.userId,
    active: session.endedAt === undefined,
    expiresAt: session.expiresAt,
  }),
});

export function ended(session: Session, because: EndReason, at: string): Session {
  return session.endedAt === undefined ? { ...session, endedAt: at, endedBecause: because } : session;
}
