import type {
  Call,
  CheckoutAnswer,
  CheckoutRequest,
  CredentialTest,
  InputOf,
  OutputOf,
  PaymentEvent,
  paymentGateway,
  WebhookRequest,
} from '@fairlead/sdk';

export type StatusRequest = InputOf<typeof paymentGateway.getStatus>;
export type StatusAnswer = OutputOf<typeof paymentGateway.getStatus>;
export type PayoutRequest = InputOf<typeof paymentGateway.payout>;
export type PayoutAnswer = OutputOf<typeof paymentGateway.payout>;
export type VoidAnswer = OutputOf<typeof paymentGateway.void>;
export type Received = OutputOf<typeof paymentGateway.receive>;
export type Declined = Extract<PayoutAnswer, { outcome: 'declined' }>;
export type NotAttempted = Extract<CheckoutAnswer, { outcome: 'not_attempted' }>;

/** What each provider does; `payment-gateway.ts` picks one by the setting. Every method throws FairleadErrors alone. */
export interface CryptoProvider {
  /**
   * Opens a payment page. None of the providers knows idempotency keys, so a repeat opens another page. That harms
   * nobody: the first address reached no one, an unpaid invoice moves nothing, and the manifest says `dedupe: none`.
   */
  createCheckout(input: CheckoutRequest, call: Call): Promise<CheckoutAnswer>;
  getStatus(input: StatusRequest, call: Call): Promise<StatusAnswer>;
  receive(request: WebhookRequest): Promise<Received> | Received;
  /** Absent: an invoice of this provider ends by itself alone. */
  void?(providerRef: string, call: Call): Promise<VoidAnswer>;
  /** Absent: the provider has no payouts that a program can make alone. */
  payout?(input: PayoutRequest, call: Call): Promise<PayoutAnswer>;
  testCredentials(call: Call): Promise<CredentialTest>;
}

export function notAttempted(vendorCode: string, message: string): NotAttempted {
  return { outcome: 'not_attempted', vendorCode: vendorCode.slice(0, 128), message: message.slice(0, 500) };
}

export function declined(reason: Declined['reason'], vendorCode: string, message: string): Declined {
  return { outcome: 'declined', reason, vendorCode: vendorCode.slice(0, 128), message: message.slice(0, 500) };
}

export function invalid(reason: Extract<Received, { outcome: 'invalid' }>['reason'], detail: string): Received {
  return { outcome: 'invalid', reason, detail };
}

export function told(event: PaymentEvent): Received {
  return { outcome: 'events', events: [event] };
}

/** A member that is there only when there is a value: `undefined` is not JSON. */
export function optional<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [Key in Name]?: Value } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: Value };
}
