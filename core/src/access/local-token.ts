import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmod, rename, rm, writeFile } from 'node:fs/promises';

const prefix = 'fll_';

/** What proves that a caller can read the hub's data folder: the command line on the same machine. */
export interface LocalToken {
  readonly text: string;
}

/** Makes a token for this start of the hub and puts it into `path`, readable by its owner alone (0600). */
export async function writeLocalToken(path: string): Promise<LocalToken> {
  const text = `${prefix}${randomBytes(32).toString('base64url')}`;
  const fresh = `${path}.new`;
  await rm(fresh, { force: true });
  await writeFile(fresh, `${text}\n`, { mode: 0o600, flag: 'wx' });
  await chmod(fresh, 0o600);
  await rename(fresh, path);
  return { text };
}

export function isLocalToken(text: string): boolean {
  return text.startsWith(prefix);
}

/** In constant time, whatever the lengths. */
export function sameText(left: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}

/** True for an address of the machine itself: 127.0.0.0/8, ::1, and the former written as IPv6. */
export function isLoopback(address: string | undefined): boolean {
  return address !== undefined && (address === '::1' || /^(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(address));
}
