import type { Clock } from '@fairlead/sdk';
import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import type { TokenKeys } from './token-keys.ts';

/** The one algorithm that is signed with and accepted. https://www.rfc-editor.org/rfc/rfc8725#section-3.1 */
const algorithm = 'HS256';
const issuer = 'fairlead';

export interface Claims {
  readonly userId: string;
  readonly sessionId: string;
  /** Refresh tokens only: their number within the session. */
  readonly generation?: number;
  /** Milliseconds since 1970. */
  readonly expiresAtMs: number;
}

/** `access` goes with every request; `refresh` only buys the next pair. One is never taken for the other (`typ`). */
export type TokenUse = 'access' | 'refresh';

export interface Tokens {
  sign(use: TokenUse, claims: Claims): Promise<string>;
  /** Undefined for a text that is no token of this use, was signed by another key, or has expired. */
  verify(use: TokenUse, token: string): Promise<Claims | undefined>;
}

export function createTokens({ keys, clock }: { readonly keys: TokenKeys; readonly clock: Clock }): Tokens {
  return {
    sign: async (use, { userId, sessionId, generation, expiresAtMs }) => {
      const key = await keys.current();
      return new SignJWT({ sid: sessionId, ...(generation === undefined ? {} : { gen: generation }) })
        .setProtectedHeader({ alg: algorithm, typ: typeOf(use), kid: key.id })
        .setIssuer(issuer)
        .setSubject(userId)
        .setIssuedAt(new Date(clock.now()))
        .setExpirationTime(new Date(expiresAtMs))
        .sign(key.bytes);
    },
    verify: async (use, token) => {
      try {
        const { payload } = await jwtVerify(
          token,
          async ({ kid }) => {
            const key = kid === undefined ? undefined : await keys.byId(kid);
            if (key === undefined) throw new errors.JWKSNoMatchingKey();
            return key.bytes;
          },
          { algorithms: [algorithm], typ: typeOf(use), issuer, currentDate: new Date(clock.now()) },
        );
        return claimsOf(payload);
      } catch (error) {
        if (error instanceof errors.JOSEError) return undefined;
        throw error;
      }
    },
  };
}

const typeOf = (use: TokenUse) => `fairlead-${use}+jwt`;

function claimsOf({ sub, sid, gen, exp }: JWTPayload): Claims | undefined {
  if (typeof sub !== 'string' || typeof sid !== 'string' || typeof exp !== 'number') return undefined;
  return {
    userId: sub,
    sessionId: sid,
    expiresAtMs: exp * 1_000,
    ...(typeof gen === 'number' ? { generation: gen } : {}),
  };
}
