import type { PaymentFact } from '@fairlead/sdk';

/** Why a payment was refused, in Fairlead's words. */
export type DeclineReason = Extract<PaymentFact, { fact: 'failed' }>['reason'];

/**
 * Stripe's decline codes and error codes. What is not listed is `declined` when a bank said it, else `other`.
 * Sources: https://docs.stripe.com/declines/codes and https://docs.stripe.com/error-codes
 */
const byCode: ReadonlyMap<string, DeclineReason> = new Map(
  Object.entries({
    insufficient_funds:
      'insufficient_funds balance_insufficient withdrawal_count_limit_exceeded card_velocity_exceeded',
    authentication_failed:
      'authentication_required authentication_not_handled payment_intent_authentication_failure setup_intent_authentication_failure offline_pin_required online_or_offline_pin_required incorrect_pin invalid_pin pin_try_exceeded incorrect_cvc invalid_cvc',
    fraud: 'fraudulent lost_card stolen_card merchant_blacklist pickup_card security_violation highest_risk_level',
    invalid_method:
      'expired_card incorrect_number invalid_number invalid_account invalid_expiry_month invalid_expiry_year card_not_supported currency_not_supported incorrect_zip incorrect_address new_account_information_available payment_method_invalid_parameter payment_method_unactivated invalid_card_type bank_account_unusable',
    declined:
      'card_declined generic_decline do_not_honor call_issuer transaction_not_allowed payment_intent_payment_attempt_failed payment_method_provider_decline',
  } satisfies Partial<Record<DeclineReason, string>>).flatMap(([reason, codes]) =>
    codes.split(' ').map((code) => [code, reason as DeclineReason] as const),
  ),
);

/** @param declineCode the issuer's code, where there is one; it says more than `code` */
export function declineReason(declineCode: string | undefined, code: string | undefined): DeclineReason {
  if (declineCode !== undefined) return byCode.get(declineCode) ?? 'declined';
  return (code === undefined ? undefined : byCode.get(code)) ?? 'other';
}
