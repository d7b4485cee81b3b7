const name = 'fairlead_refresh';

/** Where the refresh cookie goes, and nowhere else. */
const path = '/api/auth';

/** `Secure` is left out only where the hub itself is reached over plain HTTP. */
export function refreshCookie(
  token: string,
  options: { readonly lifetimeMs: number; readonly secure: boolean },
): string {
  const age = Math.max(0, Math.floor(options.lifetimeMs / 1_000));
  return `${name}=${token}; Path=${path}; Max-Age=${age}; HttpOnly; SameSite=Strict${options.secure ? '; Secure' : ''}`;
}

export function clearedCookie(secure: boolean): string {
  return refreshCookie('', { lifetimeMs: 0, secure });
}

export function refreshTokenOf(cookieHeader: string | readonly string[] | undefined): string | undefined {
  const text = Array.isArray(cookieHeader) ? cookieHeader.join('; ') : (cookieHeader ?? '');
  for (const pair of String(text).split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim() || undefined;
  }
  return undefined;
}
