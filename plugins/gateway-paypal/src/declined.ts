import type { DeclineReason } from './decline-reasons.ts';
import type { Refusal } from './map-errors.ts';

/** A refusal as the operations answer it. */
export interface Declined {
  readonly outcome: 'declined';
  readonly reason: DeclineReason;
  readonly vendorCode?: string;
  readonly message?: string;
}

export function declinedBy({ reason, vendorCode, message }: Refusal): Declined {
  return { outcome: 'declined', reason, vendorCode, message };
}

/** A refusal of ours, before PayPal is asked. */
export function decline(vendorCode: string, message: string): Declined {
  return { outcome: 'declined', reason: 'other', vendorCode, message };
}
