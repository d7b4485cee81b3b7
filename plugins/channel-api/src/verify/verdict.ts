import type { channel, OutputOf } from '@fairlead/sdk';

export type Received = OutputOf<typeof channel.receive>;
export type Invalid = Extract<Received, { outcome: 'invalid' }>;

/** What a genuine request vouches for besides its body. */
export interface Proof {
  readonly outcome: 'genuine';
  /** The sender’s id of this delivery, the same when it is sent again. Only what nobody else could have changed. */
  readonly deliveryId: string | undefined;
  /** The signed time, as it was written. */
  readonly signedAt: string | undefined;
}

export type Verdict = Proof | Invalid;

export function invalid(reason: Invalid['reason'], detail: string): Invalid {
  return { outcome: 'invalid', reason, detail: detail.slice(0, 500).toWellFormed() };
}
