import { type Call, type CheckoutAnswer, type CheckoutRequest, FairleadError } from '@fairlead/sdk';
import { toPayPalAmount } from './amounts.ts';
import type { PayPalClient } from './client.ts';
import { after, orderLifeMs } from './object-facts.ts';
import { idOf, type Json, linkTo, optional, timeAt } from './reading.ts';
import type { RememberedOrders } from './remembered-orders.ts';

/** `custom_id`, `invoice_id` and `description` of a purchase unit. */
const longestText = 127;
/** What PayPal's pattern for `email_address` takes for certain; another address is left for the customer to type. */
const plainEmail = /^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/;

/** Opens an order: `POST /v2/checkout/orders` (https://developer.paypal.com/docs/api/orders/v2/#orders_create). */
export function checkoutCreator(client: PayPalClient, orders: RememberedOrders) {
  return async (input: CheckoutRequest, call: Call): Promise<CheckoutAnswer> => {
    if (input.subscription !== undefined) {
      return notAttempted('subscriptions_not_offered', 'Subscriptions through PayPal are not offered.');
    }
    const amount = toPayPalAmount(input.amount);
    if ('refused' in amount) return notAttempted(amount.code, amount.refused);
    const body = orderOf(input, { currency_code: amount.currency, value: amount.value });
    const { done, refused } = await client.act(call, '/v2/checkout/orders', body);
    if (refused !== undefined) return notAttempted(refused.vendorCode, refused.message);
    const providerRef = idOf(done);
    const redirectUrl = linkTo(done, 'payer-action', 'approve');
    if (providerRef === undefined || redirectUrl === undefined) throw new FairleadError('answer_unreadable');
    await orders.add(providerRef);
    const expiresAt = after(timeAt(done, 'create_time'), orderLifeMs);
    return { outcome: 'created', providerRef, redirectUrl, ...optional('expiresAt', expiresAt) };
  };
}

function orderOf(input: CheckoutRequest, amount: Json): Json {
  const automatic = input.capture === 'automatic';
  const reference = fitting(input.reference);
  return {
    intent: automatic ? 'CAPTURE' : 'AUTHORIZE',
    purchase_units: [
      {
        amount,
        ...optional('custom_id', reference),
        // PayPal refuses a second payment of the same invoice, so that an order made twice is paid once. Several
        // captures of one authorization would be refused as well, and so carry none.
        ...(automatic ? optional('invoice_id', reference) : {}),
        ...optional('description', shortened(input.description)),
      },
    ],
    payment_source: {
      paypal: {
        ...optional('email_address', emailOf(input)),
        experience_context: {
          return_url: input.returnUrl,
          cancel_url: input.cancelUrl,
          user_action: 'PAY_NOW',
          // The hub knows nothing of shipping.
          shipping_preference: 'NO_SHIPPING',
        },
      },
    },
  };
}

/** A reference that would be cut is left out: then the payment is known by its order alone. */
function fitting(reference: string): string | undefined {
  return /^[\x20-\x7e]{1,127}$/.test(reference) ? reference : undefined;
}

/** Never in the middle of a character. */
function shortened(description: string | undefined): string | undefined {
  if (description === undefined || description.length <= longestText) return description;
  return description.slice(0, longestText).replace(/[\uD800-\uDBFF]$/, '');
}

function emailOf({ customer }: CheckoutRequest): string | undefined {
  const email = customer?.email;
  return email !== undefined && plainEmail.test(email) ? email : undefined;
}

function notAttempted(vendorCode: string, message: string): CheckoutAnswer {
  return { outcome: 'not_attempted', vendorCode, message };
}
