import { type Answer, type Body, createClient, HubProblem, ok } from '@fairlead/client';

export type Me = Answer<'/api/auth/me'>;

/** `checking` until the refresh cookie was tried; `out` with a reason when a session has ended by itself. */
export type SessionState =
  | { readonly kind: 'checking' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'out'; readonly because?: string }
  | { readonly kind: 'in'; readonly me: Me };

export interface Session {
  state(): SessionState;
  subscribe(listener: () => void): () => void;
  /** Tries the refresh cookie: whoever was signed in still is. */
  resume(): Promise<void>;
  signIn(credentials: Body<'/api/auth/sign-in', 'post'>): Promise<void>;
  /** @throws HubProblem or what `fetch` throws when the hub did not hear it: the session has not ended then */
  signOut(): Promise<void>;
  /** Asks anew who this is: after a change of the password, of a role. */
  reload(): Promise<void>;
  /** An access token that counts for a while yet; renewed where it is about to expire. Undefined when signed out. */
  token(): Promise<string | undefined>;
}

/** Renewed so long before its end: a clock may be wrong, a network slow. */
const marginMs = 60_000;
/** Says that there may be a refresh cookie, which no script sees: without it, the hub is not asked in vain. */
const wasSignedIn = 'fairlead-signed-in';
const raceWaitMs = 300;

/** The access token lives in memory alone; what lasts is the refresh cookie, which no script sees. */
export function createSession(): Session {
  const listeners = new Set<() => void>();
  let state: SessionState = { kind: 'checking' };
  let access: { readonly token: string; readonly untilMs: number } | undefined;
  let renewing: Promise<void> | undefined;
  const open = createClient({ url: location.origin });
  const own = createClient({ url: location.origin, token: () => access?.token });

  function become(next: SessionState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function take({ accessToken, expiresIn }: Answer<'/api/auth/sign-in', 'post'>): void {
    access = { token: accessToken, untilMs: performance.now() + expiresIn * 1_000 };
    localStorage.setItem(wasSignedIn, 'yes');
  }

  async function refreshed(): Promise<void> {
    try {
      take(await ok(open.POST('/api/auth/refresh', { body: {} })));
    } catch (error) {
      if (!(error instanceof HubProblem) || error.code !== 'refresh_raced') throw error;
      await new Promise((resolve) => setTimeout(resolve, raceWaitMs));
      take(await ok(open.POST('/api/auth/refresh', { body: {} })));
    }
  }

  /** One tab at a time: a refresh token works once, and its second use ends the session. */
  async function renew(): Promise<void> {
    try {
      await inTurn(refreshed);
    } catch (error) {
      // Where no hub answered, nothing is known of the session: it is not given up.
      if (error instanceof HubProblem && error.status < 500 && error.status !== 429) {
        access = undefined;
        localStorage.removeItem(wasSignedIn);
        const because = state.kind === 'in' ? 'Your session has ended. Sign in again.' : undefined;
        become({ kind: 'out', ...(because === undefined ? {} : { because }) });
      }
      throw error;
    }
  }

  async function whoAmI(): Promise<void> {
    become({ kind: 'in', me: await ok(own.GET('/api/auth/me')) });
  }

  async function token(): Promise<string | undefined> {
    if (access === undefined) return undefined;
    if (access.untilMs - performance.now() < marginMs) {
      renewing ??= renew().finally(() => {
        renewing = undefined;
      });
      await renewing;
    }
    return access?.token;
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async resume() {
      if (localStorage.getItem(wasSignedIn) === null) return become({ kind: 'out' });
      try {
        await renew();
        await whoAmI();
      } catch (error) {
        if (state.kind !== 'out') become(error instanceof HubProblem ? { kind: 'out' } : { kind: 'offline' });
      }
    },
    async signIn(credentials) {
      take(await ok(open.POST('/api/auth/sign-in', { body: credentials })));
      await whoAmI();
    },
    async signOut() {
      // Without a body: the cookie says which session ends. Where that was not heard, nobody is told that it has ended.
      await ok(open.POST('/api/auth/sign-out', { body: {} }));
      access = undefined;
      localStorage.removeItem(wasSignedIn);
      become({ kind: 'out' });
    },
    reload: whoAmI,
    token,
  };
}

/** Tabs take turns. Over plain HTTP from another machine browsers have no locks: then the hub sorts out who was first. */
async function inTurn(work: () => Promise<void>): Promise<void> {
  const { locks } = navigator as { readonly locks?: LockManager };
  await (locks === undefined ? work() : locks.request('fairlead-refresh', work));
}
