/** Amounts are whole minor units as decimal text. Times are ISO 8601, UTC. These objects are what the API answers. */
export interface Amount {
  readonly amount: string;
  readonly currency: string;
}

export interface Authorization extends Amount {
  readonly id: string;
  readonly created_at: string;
  readonly capturable_until: string;
  readonly voided_at?: string;
}

export interface Capture extends Amount {
  readonly id: string;
  readonly fee: string;
  readonly final: boolean;
  readonly created_at: string;
  /** When it was paid in the crypto asset. */
  readonly expected?: string;
  readonly received?: string;
  readonly asset?: string;
}

export interface Decline {
  readonly id: string;
  readonly code: string;
  readonly reason: string;
  readonly message: string;
  readonly created_at: string;
}

export interface Refund extends Amount {
  readonly id: string;
  readonly checkout: string;
  readonly capture: string;
  readonly reference: string;
  readonly status: 'pending' | 'succeeded' | 'failed' | 'cancelled';
  readonly reason?: string;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface Dispute extends Amount {
  readonly id: string;
  readonly status: 'inquiry' | 'needs_response' | 'under_review' | 'won' | 'lost' | 'closed';
  readonly reason: string;
  readonly respond_by: string;
  readonly created_at: string;
  readonly updated_at: string;
}

/** Decimal amounts of the asset. The capture that follows a top-up has the same id. */
export interface Underpayment {
  readonly id: string;
  readonly expected: string;
  readonly received: string;
  readonly asset: string;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface Reversal extends Amount {
  readonly id: string;
  readonly created_at: string;
}

/** What a checkout asks for when it is to be charged again each period. */
export interface SubscriptionPlan {
  readonly every: number;
  readonly unit: 'day' | 'week' | 'month' | 'year';
  readonly name: string;
}

export interface Invoice extends Amount {
  /** Of the first, the id of the checkout's capture: it is the same money. */
  readonly id: string;
  readonly subscription: string;
  readonly first: boolean;
  readonly status: 'paid' | 'open' | 'uncollectible';
  readonly fee: string;
  readonly attempts: number;
  readonly period_starts_at: string;
  readonly period_ends_at: string;
  /** Absent when nothing is tried any more. */
  readonly next_attempt_at?: string;
  readonly updated_at: string;
}

export interface Subscription extends SubscriptionPlan {
  readonly id: string;
  readonly checkout: string;
  readonly status: 'active' | 'past_due' | 'paused' | 'cancelled';
  /** From which every period is counted, so that the 31st does not wander. */
  readonly started_at: string;
  /** How many periods were billed. */
  readonly periods: number;
  readonly period_ends_at: string;
  /** It is not renewed after this. */
  readonly ends_at?: string;
  readonly updated_at: string;
  readonly invoices: readonly Invoice[];
}

export type CheckoutStatus =
  | 'open'
  | 'approved'
  | 'processing'
  | 'authorized'
  | 'partially_captured'
  | 'paid'
  | 'underpaid'
  | 'cancelled'
  | 'expired';

export interface Checkout extends Amount {
  readonly id: string;
  readonly status: CheckoutStatus;
  /** Nothing but refunds, disputes and reversals can follow. */
  readonly final: boolean;
  readonly reference: string;
  readonly capture: 'automatic' | 'manual';
  /** `required`: the customer's yes is an approval, and `confirm` moves the money. Default `automatic`. */
  readonly confirmation?: 'automatic' | 'required';
  readonly plan?: SubscriptionPlan;
  readonly description?: string;
  readonly return_url: string;
  readonly cancel_url: string;
  readonly webhook_url?: string;
  readonly url: string;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly created_at: string;
  readonly expires_at: string;
  readonly ended_at?: string;
  readonly processing_at?: string;
  readonly approved_at?: string;
  /** Until when an approval can be confirmed. */
  readonly confirm_by?: string;
  readonly confirmed_at?: string;
  readonly authorization?: Authorization;
  readonly captures: readonly Capture[];
  readonly declines: readonly Decline[];
  readonly refunds: readonly Refund[];
  readonly disputes: readonly Dispute[];
  readonly reversals: readonly Reversal[];
  readonly underpayment?: Underpayment;
  readonly subscription?: Subscription;
}

export interface Payout extends Amount {
  readonly id: string;
  readonly reference: string;
  readonly destination: string;
  readonly status: 'pending' | 'succeeded' | 'failed' | 'cancelled';
  readonly reason?: string;
  readonly webhook_url?: string;
  readonly arrives_at: string;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface ProviderEvent {
  readonly id: string;
  readonly type: string;
  readonly created_at: string;
  readonly checkout?: string;
  readonly reference?: string;
  readonly data: unknown;
}

/** An answer of the API that is not a success, thrown where it arises. */
export class ApiFailure extends Error {
  readonly status: number;
  readonly code: string;
  readonly reason: string | undefined;

  constructor(status: number, code: string, message: string, reason?: string) {
    super(message);
    this.status = status;
    this.code = code;
    this.reason = reason;
  }
}
