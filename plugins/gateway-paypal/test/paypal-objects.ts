/** PayPal's objects as its documentation shows them (https://developer.paypal.com/docs/api/orders/v2/, …/payments/v2/). */

export type Members = { readonly [name: string]: unknown };

export const ids = {
  order: '5O190127TN364715T',
  authorization: '0VF52814937998046',
  capture: '3C679366HH908993F',
  refund: '1JU08902781691411',
  dispute: 'PP-D-4012',
  batch: '5UXD2E8A7EBQJ',
} as const;

const api = 'https://api.sandbox.paypal.com';
const link = (rel: string, path: string, method = 'GET') => ({ href: api + path, rel, method });

export interface Case {
  readonly reference: string;
  /** As PayPal writes it. */
  readonly amount: { readonly currency_code: string; readonly value: string };
  /** RFC 3339, to the second, as PayPal writes times. */
  readonly at: string;
}

export function captureObject({ reference, amount, at }: Case, members: Members = {}): Members {
  return {
    id: ids.capture,
    status: 'COMPLETED',
    amount,
    final_capture: true,
    custom_id: reference,
    seller_protection: { status: 'NOT_ELIGIBLE' },
    seller_receivable_breakdown: {
      gross_amount: amount,
      paypal_fee: { currency_code: amount.currency_code, value: '1' },
      net_amount: amount,
    },
    create_time: at,
    update_time: at,
    links: [
      link('self', `/v2/payments/captures/${ids.capture}`),
      link('refund', `/v2/payments/captures/${ids.capture}/refund`, 'POST'),
      link('up', `/v2/checkout/orders/${ids.order}`),
    ],
    ...members,
  };
}

export function authorizationObject({ reference, amount, at }: Case, members: Members = {}): Members {
  return {
    id: ids.authorization,
    status: 'CREATED',
    amount,
    custom_id: reference,
    expiration_time: new Date(Date.parse(at) + 29 * 86_400_000).toISOString(),
    create_time: at,
    update_time: at,
    links: [
      link('self', `/v2/payments/authorizations/${ids.authorization}`),
      link('up', `/v2/checkout/orders/${ids.order}`),
    ],
    ...members,
  };
}

export function refundObject({ reference, amount, at }: Case, members: Members = {}): Members {
  return {
    id: ids.refund,
    status: 'COMPLETED',
    amount,
    custom_id: `${reference}.${ids.order}`,
    seller_payable_breakdown: { gross_amount: amount, net_amount: amount, total_refunded_amount: amount },
    create_time: at,
    update_time: at,
    links: [link('self', `/v2/payments/refunds/${ids.refund}`), link('up', `/v2/payments/captures/${ids.capture}`)],
    ...members,
  };
}

export function orderObject({ reference, amount, at }: Case, members: Members = {}, payments?: Members): Members {
  return {
    id: ids.order,
    intent: 'CAPTURE',
    status: 'COMPLETED',
    purchase_units: [
      {
        reference_id: 'default',
        amount,
        payee: { merchant_id: '2BP3WP8PK6566' },
        custom_id: reference,
        ...(payments === undefined ? {} : { payments }),
      },
    ],
    create_time: at,
    update_time: at,
    links: [
      link('self', `/v2/checkout/orders/${ids.order}`),
      { href: `https://www.sandbox.paypal.com/checkoutnow?token=${ids.order}`, rel: 'payer-action', method: 'GET' },
    ],
    ...members,
  };
}

export function disputeObject({ reference, amount, at }: Case, members: Members = {}): Members {
  return {
    dispute_id: ids.dispute,
    create_time: at,
    update_time: at,
    disputed_transactions: [
      { seller_transaction_id: ids.capture, custom: reference, gross_amount: amount, transaction_status: 'COMPLETED' },
    ],
    reason: 'MERCHANDISE_OR_SERVICE_NOT_RECEIVED',
    status: 'WAITING_FOR_SELLER_RESPONSE',
    dispute_amount: amount,
    dispute_life_cycle_stage: 'CHARGEBACK',
    seller_response_due_date: new Date(Date.parse(at) + 10 * 86_400_000).toISOString(),
    ...members,
  };
}

export function eventObject(type: string, resource: Members, members: Members = {}): Members {
  const id = 'WH-58D329510W468432D-8HN650336L201105X';
  return {
    id,
    event_version: '1.0',
    create_time: resource['update_time'] ?? resource['create_time'] ?? '2026-01-01T00:00:00Z',
    resource_type: 'capture',
    resource_version: '2.0',
    event_type: type,
    summary: 'Something happened for $ 5.00 USD',
    resource,
    links: [link('self', `/v1/notifications/webhooks-events/${id}`)],
    ...members,
  };
}

/** https://developer.paypal.com/api/rest/responses/#failed-requests */
export function errorBody(name: string, issue: string, description: string, members: Members = {}): Members {
  return {
    name,
    message: 'The requested action could not be performed, semantically incorrect, or failed business validation.',
    debug_id: 'f1e2d3c4b5a69',
    details: [{ issue, description }],
    links: [{ href: `https://developer.paypal.com/docs/api/orders/v2/#error-${issue}`, rel: 'information_link' }],
    ...members,
  };
}

export const refusal = (issue: string, description = 'Refused.', status = 422) => ({
  status,
  headers: { 'paypal-debug-id': 'f1e2d3c4b5a69' },
  body: errorBody(status === 422 ? 'UNPROCESSABLE_ENTITY' : 'INVALID_REQUEST', issue, description),
});
