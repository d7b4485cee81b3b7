import type { PaymentFact } from '@fairlead/sdk';

/** Why a payment was refused, in Fairlead's words. */
export type DeclineReason = Extract<PaymentFact, { fact: 'failed' }>['reason'];

/**
 * The `issue` of PayPal's errors and the reasons of captures that failed; what is not listed is `other`.
 * Source: https://developer.paypal.com/api/rest/reference/orders/v2/errors/
 */
const byIssue: ReadonlyMap<string, DeclineReason> = new Map(
  Object.entries({
    declined:
      'INSTRUMENT_DECLINED TRANSACTION_REFUSED PAYER_CANNOT_PAY REDIRECT_PAYER_FOR_ALTERNATE_FUNDING TRANSACTION_LIMIT_EXCEEDED MAX_NUMBER_OF_PAYMENT_ATTEMPTS_EXCEEDED PAYMENT_SOURCE_DECLINED_BY_PROCESSOR ALIAS_DECLINED_BY_PROCESSOR PAYMENT_DENIED AUTHORIZATION_DENIED DECLINED_DUE_TO_RELATED_TXN',
    insufficient_funds: 'REFUND_FAILED_INSUFFICIENT_FUNDS INSUFFICIENT_FUNDS SENDER_INSUFFICIENT_FUNDS',
    authentication_failed: 'PAYER_ACTION_REQUIRED CONSENT_NEEDED',
    fraud: 'COMPLIANCE_VIOLATION TRANSACTION_BLOCKED_BY_PAYEE PAYEE_BLOCKED_TRANSACTION',
    invalid_method:
      'CARD_EXPIRED CARD_BRAND_NOT_SUPPORTED CARD_TYPE_NOT_SUPPORTED PAYER_ACCOUNT_RESTRICTED PAYER_ACCOUNT_LOCKED_OR_CLOSED PAYMENT_SOURCE_CANNOT_BE_USED PAYMENT_SOURCE_INFO_CANNOT_BE_VERIFIED PAYMENT_SOURCE_NOT_SUPPORTED INVALID_EXPIRY_DATE BILLING_ADDRESS_INVALID',
  } satisfies Partial<Record<DeclineReason, string>>).flatMap(([reason, issues]) =>
    issues.split(' ').map((issue) => [issue, reason as DeclineReason] as const),
  ),
);

export function declineReason(issue: string | undefined): DeclineReason {
  return (issue === undefined ? undefined : byIssue.get(issue)) ?? 'other';
}
