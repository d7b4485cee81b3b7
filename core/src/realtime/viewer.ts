import type { Clock } from '@fairlead/sdk';

/** Who follows. Access's caller is one. */
export interface Viewer {
  readonly kind: string;
  readonly id: string;
  readonly sessionId?: string;
  /** Milliseconds since 1970 at which the token ends. */
  readonly expiresAtMs?: number;
  can(permission: string): boolean;
}

/** Whether the viewer's session or key still counts. */
export type StillAllowed = (viewer: Viewer) => Promise<boolean>;

/** Why a stream ends. A client may come back after each, with a fresh token where that is the reason. */
export type EndReason = 'token_expired' | 'access_ended' | 'too_slow' | 'hub_stops' | 'failed';

const recheckMs = 60_000;

/** Tells when a viewer may no longer look: at the token's end, and within a minute of a revocation. */
export function createWatch(viewer: Viewer, clock: Clock, stillAllowed: StillAllowed) {
  let checkedAt = clock.monotonic();
  return {
    /** Milliseconds until the token ends; undefined for never. */
    leftMs: () => (viewer.expiresAtMs === undefined ? undefined : viewer.expiresAtMs - clock.now()),
    async reason(): Promise<EndReason | undefined> {
      if (viewer.expiresAtMs !== undefined && viewer.expiresAtMs <= clock.now()) return 'token_expired';
      if (clock.monotonic() - checkedAt < recheckMs) return undefined;
      checkedAt = clock.monotonic();
      return (await stillAllowed(viewer)) ? undefined : 'access_ended';
    },
  };
}
