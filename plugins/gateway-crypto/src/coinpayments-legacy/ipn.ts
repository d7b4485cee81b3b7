import { hmac, macEquals, type PaymentEvent, timestamp, type WebhookRequest } from '@fairlead/sdk';
import { plainDecimal, priceOf } from '../decimals.ts';
import { needed } from '../map-errors.ts';
import { invalid, optional, type Received, told } from '../provider.ts';
import type { Context } from '../settings.ts';
import { legacyFact } from './facts.ts';
import { payoutFact, type PayoutMemory } from './payouts.ts';

/**
 * Verifies and reads Instant Payment Notifications: a form, with hex HMAC-SHA512 of its raw bytes, by the IPN secret, in
 * the header `HMAC`. They carry no time of their own, so the time of arrival has to do.
 * Source: https://www.coinpayments.net/merchant-tools-ipn
 * @returns a function that throws FairleadError `settings_invalid` while secret or merchant id are missing
 */
export function ipnReceiver(context: Context, payouts: PayoutMemory): (request: WebhookRequest) => Promise<Received> {
  const { settings, clock } = context;
  return async ({ rawBody, headers, receivedAt }) => {
    const secrets = needed(settings.ipnSecrets?.length ? settings.ipnSecrets : undefined, 'ipnSecrets');
    const merchantId = needed(settings.merchantId, 'merchantId');
    const claimed = headers['hmac'];
    if (claimed === undefined || claimed === '') return invalid('signature_missing', 'The request has no header HMAC.');
    // CoinPayments’ own examples trim the secret, and people paste spaces.
    if (!secrets.some((secret) => macEquals(hmac('sha512', secret.reveal().trim(), rawBody), claimed, 'hex'))) {
      return invalid('signature_wrong', 'No IPN secret of this connection made this signature over this body.');
    }
    const form = readForm(rawBody);
    if (form === undefined) return invalid('malformed', 'The body is not a form with each field once.');
    if (form.get('ipn_mode') !== 'hmac') return invalid('malformed', 'The field ipn_mode is not hmac.');
    if (form.get('merchant') !== merchantId) return invalid('foreign', 'The notification is for another merchant.');
    const head = headOf(form, receivedAt ?? timestamp(clock));
    if (head === undefined) return invalid('malformed', 'The notification has no ipn_id.');
    return told(
      form.get('ipn_type') === 'withdrawal' ? await payoutEvent(form, head, payouts) : paymentEvent(form, head),
    );
  };
}

type Form = ReadonlyMap<string, string>;
type Head = Pick<PaymentEvent, 'type' | 'occurredAt'> & { readonly ipnId: string };

/** A field that is there twice would be read otherwise by PHP, which takes the last, than by others. */
function readForm(rawBody: Uint8Array): Form | undefined {
  const fields = [...new URLSearchParams(new TextDecoder().decode(rawBody))];
  const form = new Map(fields);
  return form.size === fields.length ? form : undefined;
}

function headOf(form: Form, occurredAt: string): Head | undefined {
  const ipnId = form.get('ipn_id') ?? '';
  if (!/^[\w-]{1,128}$/.test(ipnId)) return undefined;
  const type = /^\w{1,32}$/.exec(form.get('ipn_type') ?? '')?.[0] ?? 'other';
  return { ipnId, occurredAt, type: `ipn.${type}` };
}

function none({ ipnId, ...head }: Head): PaymentEvent {
  return { ...head, dedupeKey: `ipn:${ipnId}`, providerRef: null, evidence: { fact: 'none' } };
}

/** Payments made through the API are ours; buttons, carts and deposits of the same merchant are not. */
function paymentEvent(form: Form, head: Head): PaymentEvent {
  const txnId = form.get('txn_id') ?? '';
  const status = statusOf(form);
  if (form.get('ipn_type') !== 'api' || !/^\w{1,128}$/.test(txnId) || status === undefined) return none(head);
  const { ipnId, ...event } = head;
  return {
    ...event,
    dedupeKey: `ipn:${ipnId}:${txnId}:${status}`,
    providerRef: txnId,
    ...optional('reference', form.get('invoice')?.slice(0, 128) || undefined),
    evidence: legacyFact({
      txnId,
      status,
      statusText: form.get('status_text'),
      price: priceOf(form.get('amount1'), form.get('currency1')),
      asset: form.get('currency2') || undefined,
      expected: plainDecimal(form.get('amount2') ?? ''),
      received: plainDecimal(form.get('received_amount') ?? ''),
    }),
  };
}

async function payoutEvent(form: Form, head: Head, payouts: PayoutMemory): Promise<PaymentEvent> {
  const id = form.get('id') ?? '';
  const status = statusOf(form);
  if (!/^\w{1,128}$/.test(id) || status === undefined) return none(head);
  const made = await payouts.recall(id);
  // A withdrawal that was not begun here, or so long ago that it is forgotten.
  if (made === undefined) return none(head);
  const { ipnId, ...event } = head;
  const evidence = payoutFact(id, status, made, form.get('status_text'));
  return { ...event, dedupeKey: `ipn:${ipnId}:${id}:${status}`, providerRef: null, evidence };
}

function statusOf(form: Form): number | undefined {
  const text = form.get('status') ?? '';
  return /^-?\d{1,4}$/.test(text) ? Number(text) : undefined;
}
