import { createHash, timingSafeEqual } from 'node:crypto';
import { Secret } from '@fairlead/sdk';
import { generateSecret, generateURI, verifySync } from 'otplib';
import { randomText } from './passwords.ts';

const stepSeconds = 30;
const recoveryCodeCount = 10;

/** What an authenticator is told. https://github.com/google/google-authenticator/wiki/Key-Uri-Format */
export interface TotpSetup {
  /** 160 bits in base32. */
  readonly secret: Secret;
  /** `otpauth://…`, for a QR code. Holds the secret. */
  readonly uri: Secret;
}

export function newSetup(email: string): TotpSetup {
  const text = generateSecret();
  const uri = generateURI({ issuer: 'Fairlead', label: email, secret: text, period: stepSeconds });
  return { secret: new Secret(text), uri: new Secret(uri) };
}

/**
 * The time step that a code of six digits belongs to: the present one, the one before or the one after, for clocks that
 * differ. Undefined for a wrong code. https://www.rfc-editor.org/rfc/rfc6238#section-5.2
 */
export function stepOf(secret: Secret, code: string, nowMs: number): number | undefined {
  const found = verifySync({
    secret: secret.reveal(),
    token: code,
    epoch: Math.floor(nowMs / 1_000),
    period: stepSeconds,
    epochTolerance: stepSeconds,
  });
  return found.valid && 'timeStep' in found ? found.timeStep : undefined;
}

/** What somebody typed where a code is asked for. */
export type GivenCode =
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'recovery'; readonly hash: string };

export function readCode(text: string): GivenCode {
  const compact = text.replaceAll(/[\s-]/g, '').toLowerCase();
  return /^\d{6}$/.test(compact) ? { kind: 'code', text: compact } : { kind: 'recovery', hash: hashOf(compact) };
}

/** Ten codes of 80 random bits each, and what is stored of them. With so many bits a plain hash does not tell them. */
export function newRecoveryCodes(): { readonly codes: readonly string[]; readonly hashes: readonly string[] } {
  const codes = Array.from({ length: recoveryCodeCount }, () => randomText({ length: 16, group: 4 }));
  return { codes, hashes: codes.map((code) => hashOf(code.replaceAll('-', ''))) };
}

/** The hashes without this one; undefined when it is none of them. Looks at all, however early it is found. */
export function withoutHash(hashes: readonly string[], hash: string): readonly string[] | undefined {
  const given = Buffer.from(hash, 'hex');
  const left = hashes.filter((one) => !timingSafeEqual(Buffer.from(one, 'hex'), given));
  return left.length < hashes.length ? left : undefined;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
