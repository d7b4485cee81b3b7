import { type Amount, moneyText } from '../../../components/money.tsx';

/**
 * Why a payment is in review, for a person. A reason is a code with its figures behind colons, amounts in minor units:
 * `amount_mismatch:1299:1000`.
 */
export function reasonText(reason: string, currency: string): string {
  const [code = '', ...parts] = reason.split(':');
  return texts[code]?.(parts, (amountMinor) => money({ amountMinor: amountMinor ?? '', currency })) ?? reason;
}

type Tell = (parts: readonly string[], show: (amountMinor: string | undefined) => string) => string;

const texts: { readonly [code: string]: Tell } = {
  amount_mismatch: ([asked, came], show) => `${show(asked)} were asked for, and ${show(came)} were captured.`,
  authorized_mismatch: ([asked, came], show) => `${show(asked)} were asked for, and ${show(came)} are held.`,
  currency_mismatch: ([, amountMinor = '', currency = '']) =>
    `It was paid in another currency: ${money({ amountMinor, currency })}.`,
  paid_more_than_once: (parts, show) =>
    `It was paid more than once: ${parts
      .map((part) => part.split('='))
      .map(([attempt, captured]) => `${show(captured)} by attempt ${attempt}`)
      .join(', ')}.`,
  refunded_too_much: ([captured, refunded], show) =>
    `More went back than came: ${show(refunded)} were refunded of ${show(captured)}.`,
  returned_too_much: ([captured, refunded, reversed], show) =>
    `More went back than came: of ${show(captured)}, ${show(refunded)} were refunded and ${show(reversed)} taken back.`,
  underpaid_at_end: (received) => `Its time was over, and only ${assets(received)} had come.`,
  underpaid_at_expiry: (received) => `Its time was over, and only ${assets(received)} had come.`,
  stuck: ([what]) => `Nobody could find out what became of it: ${acts[what ?? ''] ?? what}.`,
  said_captured: ([status = '', captured], show) =>
    `It was said to be captured, and now it is “${status.replaceAll('_', ' ')}”, with ${show(captured)} captured.`,
};

const acts: { readonly [kind: string]: string } = {
  createCheckout: 'the opening of a checkout',
  confirm: 'the confirmation of what the customer approved',
  capture: 'a capture',
  void: 'a void',
  refund: 'a refund',
};

/** `0.5:BTC:0.1:BTC` → “0.5 BTC, 0.1 BTC”. */
function assets(parts: readonly string[]): string {
  return parts
    .flatMap((part, index) => (index % 2 === 0 ? [`${part} ${parts[index + 1] ?? ''}`.trim()] : []))
    .join(', ');
}

function money(amount: Amount): string {
  return /^-?\d+$/.test(amount.amountMinor) ? moneyText(amount) : amount.amountMinor;
}
