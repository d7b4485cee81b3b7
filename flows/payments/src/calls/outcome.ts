import type { PaymentEvent } from '@fairlead/sdk';
import type { ProviderCall } from '../model/payment.ts';

/** How a call ended, whatever it was for. */
export interface CallOutcome {
  readonly state: Exclude<ProviderCall['state'], 'intended'>;
  readonly problem?: { readonly code: string; readonly text: string };
  /** The provider's id of what the call made: the payment, the movement, the refund. */
  readonly ref?: string;
  readonly redirectUrl?: string;
  readonly checkoutExpiresAt?: string;
  /** What the answer says of the payment; its times are the provider's. */
  readonly events?: readonly PaymentEvent[];
  /** What the answer says without a time of the provider's. */
  readonly untimed?: readonly PaymentEvent[];
}
