import type { Checkout } from './model.ts';

/** What a customer can choose on the page, and what it is called. */
const choices = [
  ['pay', 'Pay'],
  ['decline', 'Pay with a card that is declined'],
  ['three_d_secure', 'Pay with a 3-D Secure step'],
  ['delay', 'Pay, and let the bank take its time'],
  ['cancel', 'Cancel'],
] as const;

/** The checkout page: plain forms, so that it works without JavaScript and by curl. */
export function checkoutPage(checkout: Checkout, note = ''): string {
  const payable = ['open', 'processing', 'underpaid'].includes(checkout.status);
  return page(
    `Pay ${checkout.amount} ${checkout.currency}`,
    `<p>${escape(checkout.description ?? checkout.reference)}</p>
<p>Amount in minor units: <strong id="amount">${checkout.amount} ${checkout.currency}</strong></p>
<p>Status: <strong id="status">${checkout.status}</strong></p>
${note === '' ? '' : `<p role="alert">${escape(note)}</p>`}
${payable ? buttons(checkout.id, choices) : `<p><a href="${escape(checkout.return_url)}">Back to the shop</a></p>`}`,
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

function buttons(id: string, list: readonly (readonly [outcome: string, label: string])[]): string {
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
