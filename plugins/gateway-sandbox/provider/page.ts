import type { Checkout } from './model.ts';
import { type Outcome, payableStates } from './outcomes.ts';

/** What a customer can choose on the page, and what it is called. */
const choices = [
  ['pay', 'Pay'],
  ['decline', 'Pay with a card that is declined'],
  ['three_d_secure', 'Pay with a 3-D Secure step'],
  ['delay', 'Pay, and let the bank take its time'],
  ['cancel', 'Cancel'],
] as const;

/** Behind “More”: what a customer rarely does, and what happens without one. */
const rare = [
  ['pay_less', 'Be charged half of it'],
  ['pay_more', 'Be charged 100 minor units more'],
  ['pay_other_currency', 'Be charged in another currency'],
  ['pay_crypto', 'Pay in crypto'],
  ['underpay', 'Pay three quarters in crypto'],
  ['overpay', 'Pay five quarters in crypto'],
  ['expire', 'Let it expire'],
] as const;

const afterUnderpaid = [
  ['top_up_part', 'Send half of what is missing'],
  ['top_up', 'Send what is missing'],
] as const;

const afterEnd = [
  ['pay_late', 'Pay nevertheless'],
  ['pay_late_less', 'Pay half of it nevertheless'],
  ['underpay_late', 'Pay three quarters in crypto nevertheless'],
] as const;

const afterPaid = [
  ['inquiry', 'Ask the bank what this was'],
  ['dispute', 'Dispute it'],
  ['dispute_review', 'Let the bank review the dispute'],
  ['dispute_won', 'Let the shop win the dispute'],
  ['dispute_lost', 'Let the shop lose the dispute'],
  ['dispute_closed', 'Close the dispute'],
  ['reverse', 'Take the money back'],
] as const;

const ofSubscription = [
  ['bill_paid', 'Bill the next period'],
  ['bill_failed', 'Bill the next period, and fail'],
  ['bill_given_up', 'Bill the next period, fail, and give up'],
] as const;

type Choices = readonly (readonly [outcome: Outcome | 'three_d_secure', label: string])[];

function moreOf({ status, captures, subscription }: Checkout): Choices {
  if (captures.length > 0) return [...(subscription === undefined ? [] : ofSubscription), ...afterPaid];
  if (status === 'cancelled' || status === 'expired') return afterEnd;
  if (status === 'approved')
    return [
      ['cancel', 'Cancel'],
      ['expire', 'Let the approval lapse'],
    ];
  return status === 'underpaid' ? [...afterUnderpaid, ...rare] : payableStates.includes(status) ? rare : [];
}

/** The checkout page: plain forms, so that it works without JavaScript and by curl. */
export function checkoutPage(checkout: Checkout, note = ''): string {
  const payable = payableStates.includes(checkout.status);
  const more = moreOf(checkout);
  return page(
    `Pay ${checkout.amount} ${checkout.currency}`,
    `<p>${escape(checkout.description ?? checkout.reference)}</p>
<p>Amount in minor units: <strong id="amount">${checkout.amount} ${checkout.currency}</strong></p>
<p>Status: <strong id="status">${checkout.status}</strong></p>
${note === '' ? '' : `<p role="alert">${escape(note)}</p>`}
${payable ? buttons(checkout.id, choices) : `<p><a href="${escape(checkout.return_url)}">Back to the shop</a></p>`}
${more.length === 0 ? '' : `<details>\n<summary>More</summary>\n${buttons(checkout.id, more)}\n</details>`}`,
  );
}

export function authenticationPage(checkout: Checkout): string {
  return page(
    '3-D Secure',
    `<p>Your bank asks whether it is you who pays ${checkout.amount} ${checkout.currency}.</p>
${buttons(checkout.id, [
  ['authenticate', 'It is me'],
  ['authentication_failed', 'Fail the check'],
])}`,
  );
}

function buttons(id: string, list: Choices): string {
  const each = list.map(([outcome, label]) => `<p><button name="outcome" value="${outcome}">${label}</button></p>`);
  return `<form method="post" action="/pay/${id}">\n${each.join('\n')}\n</form>`;
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(title)}</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:28rem;margin:3rem auto;padding:0 1rem}button{font:inherit;padding:.5rem 1rem;width:100%}</style>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
<p>Sandbox: no money moves here.</p>
${content}
</main>
</body>
</html>
`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
