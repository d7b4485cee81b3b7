import { verify } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type {
  CaseValues,
  Counterparty,
  PaymentGatewayVendor,
  RecordedRequest,
  Reply,
  Situation,
} from '@fairlead/sdk/testing';
import {
  authorizationObject,
  captureObject,
  type Case,
  disputeObject,
  errorBody,
  eventObject,
  ids,
  type Members,
  orderObject,
  refundObject,
  refusal,
} from './paypal-objects.ts';
import { authority, type Issued, issue, leafName, signedHeaders, webhookId } from './signing.ts';

/** PayPal as its documentation describes it, one answer at a time, for the conformance suite. */

const secrets = {
  clientId: 'AeA1QIZXiflr1_-r0U2UbWTziOWX1GRQer5jkUq4ZfWT5qwb6qQRPq7jDtv57TL4POEEezGLdutcxnkJ',
  clientSecret: 'ECYYrrSHdKfk_Q0EdvzdGkzj58a66kKaUQ5dZAEv4HvvtDId2_DpSuYDB088BZxGuMji7G4OFUnPog6p',
};

/** Without decimals at PayPal (https://developer.paypal.com/api/rest/reference/currency-codes/); the ISO decimals of each. */
const isoDecimals: Readonly<Record<string, number>> = { EUR: 2, JPY: 0 };

function amountOf({ amount }: CaseValues): Case['amount'] {
  const digits = amount.amountMinor.toString();
  const decimals = isoDecimals[amount.currency] ?? 2;
  const value = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return { currency_code: amount.currency, value };
}

function caseOf(values: CaseValues): Case {
  const at = new Date(values.nowMs).toISOString().replace(/\.\d+Z$/, 'Z');
  return { reference: values.reference, amount: amountOf(values), at };
}

/** The order of a payment in a situation, and the event that tells of it. */
function payment(situation: Situation, values: CaseValues): { order: Members; event: Members } {
  const it = caseOf(values);
  const capture = captureObject(it, { supplementary_data: { related_ids: { order_id: ids.order } } });
  const authorization = authorizationObject(it, { supplementary_data: { related_ids: { order_id: ids.order } } });
  const refund = refundObject(it);
  const manual = { intent: 'AUTHORIZE' };
  switch (situation) {
    case 'open': {
      const order = orderObject(it, { status: 'PAYER_ACTION_REQUIRED' });
      return { order, event: eventObject('CHECKOUT.ORDER.SAVED', order) };
    }
    case 'approved': {
      const order = orderObject(it, { status: 'APPROVED' });
      return { order, event: eventObject('CHECKOUT.ORDER.APPROVED', order) };
    }
    case 'processing': {
      const pending = { ...capture, status: 'PENDING', status_details: { reason: 'PENDING_REVIEW' } };
      return {
        order: orderObject(it, {}, { captures: [pending] }),
        event: eventObject('PAYMENT.CAPTURE.PENDING', pending),
      };
    }
    case 'authorized':
      return {
        order: orderObject(it, manual, { authorizations: [authorization] }),
        event: eventObject('PAYMENT.AUTHORIZATION.CREATED', authorization),
      };
    case 'paid':
      return {
        order: orderObject(it, {}, { captures: [capture] }),
        event: eventObject('PAYMENT.CAPTURE.COMPLETED', capture),
      };
    case 'failed': {
      const declined = { ...capture, status: 'DECLINED' };
      return {
        order: orderObject(it, { status: 'APPROVED' }, { captures: [declined] }),
        event: eventObject('PAYMENT.CAPTURE.DECLINED', declined),
      };
    }
    case 'cancelled': {
      const voided = { ...authorization, status: 'VOIDED' };
      return {
        order: orderObject(it, manual, { authorizations: [voided] }),
        event: eventObject('PAYMENT.AUTHORIZATION.VOIDED', voided),
      };
    }
    case 'refunded':
      return {
        order: orderObject(it, {}, { captures: [{ ...capture, status: 'REFUNDED' }], refunds: [refund] }),
        event: eventObject('PAYMENT.CAPTURE.REFUNDED', refund),
      };
    case 'disputed':
      return {
        order: orderObject(it, {}, { captures: [capture] }),
        event: eventObject('CUSTOMER.DISPUTE.CREATED', disputeObject(it)),
      };
    case 'expired':
    case 'underpaid':
      throw new Error(`PayPal does not tell that a payment is ${situation}.`);
  }
}

const paths = {
  token: '/v1/oauth2/token',
  orders: '/v2/checkout/orders',
  order: `/v2/checkout/orders/${ids.order}`,
  confirm: `/v2/checkout/orders/${ids.order}/capture`,
  capture: `/v2/payments/authorizations/${ids.authorization}/capture`,
  void: `/v2/payments/authorizations/${ids.authorization}/void`,
  refund: `/v2/payments/captures/${ids.capture}/refund`,
  getRefund: `/v2/payments/refunds/${ids.refund}`,
  events: '/v1/notifications/webhooks-events',
  payouts: '/v1/payments/payouts',
  postback: '/v1/notifications/verify-webhook-signature',
};

/** What PayPal does when it is asked: the event is taken as the text that stands there. */
function postback(request: RecordedRequest, signer: Issued): Reply {
  const asked = request.json() as Record<string, string>;
  const text = request.text();
  const start = text.indexOf('"webhook_event":') + '"webhook_event":'.length;
  const raw = Buffer.from(text.slice(start, text.lastIndexOf('}')));
  const message = `${asked['transmission_id']}|${asked['transmission_time']}|${asked['webhook_id']}|${crc32(raw)}`;
  const signature = Buffer.from(asked['transmission_sig'] ?? '', 'base64');
  const genuine =
    asked['webhook_id'] === webhookId && verify('sha256', Buffer.from(message), signer.publicKey, signature);
  return { body: { verification_status: genuine ? 'SUCCESS' : 'FAILURE' } };
}

export const pki = authority();
const stranger = issue({ name: leafName });

export function paypalVendor(verification: 'certificate' | 'postback'): PaymentGatewayVendor {
  const known = (counterparty: Counterparty, situation: Situation, values: CaseValues) =>
    counterparty.on({ method: 'GET', path: paths.order }, { body: payment(situation, values).order });
  const onPost = (counterparty: Counterparty, path: string, reply: Reply) =>
    counterparty.on({ method: 'POST', path }, reply);
  const completed = (values: CaseValues) => payment('paid', values).order;
  return {
    settings: (counterparty) => ({
      ...secrets,
      environment: 'sandbox',
      apiBase: counterparty.url,
      webhookId,
      verification,
    }),
    refs: { providerRef: ids.order, movementRef: ids.capture, refundRef: ids.refund },
    currencies: ['EUR', 'JPY'],
    prepare(counterparty) {
      onPost(counterparty, paths.token, {
        body: {
          access_token: 'A21AAFEpH4PsADK7',
          token_type: 'Bearer',
          app_id: 'APP-80W284485P519543T',
          expires_in: 31_668,
        },
      });
      counterparty.on({ method: 'POST', path: paths.postback }, (request) => postback(request, pki.leaf));
      // What an event that names no order may lead to: of these captures PayPal knows nothing.
      const body = errorBody('RESOURCE_NOT_FOUND', 'INVALID_RESOURCE_ID', 'Specified resource ID does not exist.');
      counterparty.on({ method: 'GET', path: /^\/v2\/payments\/(captures|authorizations)\// }, { status: 404, body });
      counterparty.on(
        { method: 'GET', path: `/v1/notifications/webhooks/${webhookId}` },
        { body: { id: webhookId, url: 'https://hub.example/hooks/test', event_types: [{ name: '*' }] } },
      );
    },
    requests: {
      createCheckout: { method: 'POST', path: paths.orders },
      getStatus: { method: 'GET', path: paths.order },
      confirm: { method: 'POST', path: paths.confirm },
      capture: { method: 'POST', path: paths.capture },
      void: { method: 'POST', path: paths.void },
      refund: { method: 'POST', path: paths.refund },
      getRefund: { method: 'GET', path: paths.getRefund },
      listEvents: { method: 'GET', path: paths.events },
      payout: { method: 'POST', path: paths.payouts },
      testCredentials: { method: 'POST', path: paths.token },
    },
    succeeds: {
      createCheckout: (counterparty, values) =>
        onPost(counterparty, paths.orders, { status: 201, body: payment('open', values).order }),
      confirm: (counterparty, values) => onPost(counterparty, paths.confirm, { status: 201, body: completed(values) }),
      capture(counterparty, values) {
        known(counterparty, 'authorized', values);
        onPost(counterparty, paths.capture, { status: 201, body: captureObject(caseOf(values)) });
      },
      void(counterparty, values) {
        known(counterparty, 'authorized', values);
        onPost(counterparty, paths.void, { status: 204 });
      },
      refund(counterparty, values) {
        known(counterparty, 'paid', values);
        onPost(counterparty, paths.refund, { status: 201, body: refundObject(caseOf(values)) });
      },
      getRefund: (counterparty, values) =>
        counterparty.on({ method: 'GET', path: paths.getRefund }, { body: refundObject(caseOf(values)) }),
      payout: (counterparty) =>
        onPost(counterparty, paths.payouts, {
          status: 201,
          body: { batch_header: { payout_batch_id: ids.batch, batch_status: 'PENDING', sender_batch_header: {} } },
        }),
      testCredentials: () => undefined,
    },
    declines: {
      createCheckout: (counterparty) => onPost(counterparty, paths.orders, refusal('PAYEE_ACCOUNT_RESTRICTED')),
      confirm: (counterparty) => onPost(counterparty, paths.confirm, refusal('INSTRUMENT_DECLINED')),
      capture(counterparty, values) {
        known(counterparty, 'authorized', values);
        onPost(counterparty, paths.capture, refusal('AUTHORIZATION_EXPIRED'));
      },
      void(counterparty, values) {
        known(counterparty, 'authorized', values);
        onPost(counterparty, paths.void, refusal('PREVIOUSLY_CAPTURED'));
      },
      refund(counterparty, values) {
        known(counterparty, 'paid', values);
        onPost(counterparty, paths.refund, refusal('CAPTURE_FULLY_REFUNDED'));
      },
      payout: (counterparty) =>
        onPost(counterparty, paths.payouts, {
          status: 422,
          body: errorBody('INSUFFICIENT_FUNDS', 'INSUFFICIENT_FUNDS', 'No.'),
        }),
    },
    situations: ['open', 'approved', 'processing', 'authorized', 'paid', 'failed', 'cancelled', 'refunded'],
    knows: known,
    eventPages(counterparty, values) {
      const event = (count: number) => ({ ...payment('paid', values).event, id: `WH-PAGE-${count}` });
      const pages = [[1, 2], [3, 4], [5]].map((page) => page.map(event));
      counterparty.on({ method: 'GET', path: paths.events }, ({ query }) => {
        const index = Number(query['start_index'] ?? 0);
        const href = `https://api.sandbox.paypal.com${paths.events}?page_size=100&start_index=${index + 1}`;
        const links = index + 1 < pages.length ? [{ href, rel: 'next', method: 'GET' }] : [];
        return { body: { events: pages[index] ?? [], count: 5, links } };
      });
      return pages.map((page) => page.map(({ id }) => id));
    },
    failures: {
      rateLimited: (seconds) => ({
        status: 429,
        headers: { 'retry-after': String(seconds) },
        body: { name: 'RATE_LIMIT_REACHED', message: 'Too many requests. Blocked due to rate limiting.' },
      }),
      unauthorized: () => ({
        status: 401,
        body: { error: 'invalid_token', error_description: 'Token signature failed' },
      }),
      serverError: () => ({
        status: 500,
        body: {
          name: 'INTERNAL_SERVER_ERROR',
          message: 'An internal server error has occurred.',
          debug_id: 'f1e2d3c4',
        },
      }),
    },
    idempotencyKeyOf: ({ headers }) => headers['paypal-request-id'],
    amountOf(request, operation) {
      const body = request.json() as {
        purchase_units?: [{ amount: Case['amount'] }];
        amount?: Case['amount'];
        items?: [{ amount: { currency: string; value: string } }];
      };
      const item = body.items?.[0].amount;
      const sent =
        operation === 'payout'
          ? { currency_code: item?.currency ?? '', value: item?.value ?? '' }
          : (body.purchase_units?.[0].amount ?? body.amount ?? { currency_code: '', value: '' });
      return { amountMinor: BigInt(sent.value.replace('.', '')), currency: sent.currency_code };
    },
    webhooks: {
      // `open` has no event that tells anything, and of a dispute there is nothing in the order.
      situations: ['approved', 'processing', 'authorized', 'paid', 'failed', 'cancelled', 'refunded', 'disputed'],
      signatureHeaders: [
        'paypal-transmission-id',
        'paypal-transmission-time',
        'paypal-transmission-sig',
        'paypal-cert-url',
        'paypal-auth-algo',
      ],
      rotates: false,
      request(situation, values, { signer, atMs, rawBody }) {
        const event =
          situation === 'unknown'
            ? eventObject('CATALOG.PRODUCT.CREATED', { id: 'PROD-1' }, { id: 'WH-UNKNOWN' })
            : { ...payment(situation, values).event, id: `WH-${situation.toUpperCase()}` };
        const body = rawBody ?? new TextEncoder().encode(JSON.stringify(event));
        const at = new Date(atMs).toISOString().replace(/\.\d+Z$/, 'Z');
        const key = signer === 'stranger' ? stranger.privateKey : pki.leaf.privateKey;
        return {
          method: 'POST',
          rawBody: body,
          headers: signedHeaders(body, key, { 'paypal-transmission-time': at }),
          query: {},
          publicUrl: 'https://hub.example/hooks/test',
        };
      },
    },
  };
}
