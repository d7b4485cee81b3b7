import { type Amount, moneyText } from '../../../components/money.tsx';
import type { TimelineEntry } from '../use-payments.ts';
import { accountText } from '../ledger/account-text.ts';

type Entry = Pick<TimelineEntry, 'kind' | 'title' | 'details'>;
type Details = Entry['details'];

/** What happened, for a person. What is not known here is told as the hub tells it. */
export function sentenceOf(entry: Entry, provider: string): string {
  const { kind, title, details } = entry;
  switch (kind) {
    case 'created':
      return `The payment of ${amountIn(details) ?? 'some amount'} was created.`;
    case 'call':
      return callSentence(details, provider) ?? title;
    case 'fact':
      return factSentence(details, provider) ?? title;
    case 'decision':
      return decisionSentence(title, details);
    case 'ledger':
      return ledgerSentence(details) ?? title;
  }
}

const acts: { readonly [letter: string]: string } = {
  o: 'open a checkout',
  k: 'confirm what the customer approved',
  c: 'capture',
  v: 'void',
  r: 'refund',
};

/** The first letter of a call’s id says of which kind it is. */
function callSentence(details: Details, provider: string): string | undefined {
  const act = acts[textIn(details, 'call')?.[0] ?? ''];
  if (act === undefined) return undefined;
  const what = [act, amountIn(details)].filter((part) => part !== undefined).join(' ');
  const problem = problemIn(details);
  switch (textIn(details, 'state')) {
    case undefined:
      return `${provider} was asked to ${what}.`;
    case 'done':
      return `${provider} agreed to ${what}.`;
    case 'declined':
      return `${provider} declined to ${what}${problem}`;
    case 'not_attempted':
      return `${provider} did not try to ${what}${problem}`;
    case 'not_made':
      return `It surely did not happen: ${what}${problem}`;
    case 'unknown':
      return `It may have happened: ${what}${problem}`;
    default:
      return undefined;
  }
}

function problemIn({ problem }: Details): string {
  const text = isRecord(problem) ? problem['text'] : undefined;
  return typeof text === 'string' && text !== '' ? `: ${text.replace(/\.$/, '')}.` : '.';
}

type Tell = (details: Details, provider: string) => string;

const facts: { readonly [fact: string]: Tell } = {
  requires_action: (_, provider) => `${provider} waits for the customer to pay.`,
  approved: () => 'The customer approved it. No money has moved yet.',
  processing: (details) => `The money is on its way${said(details, 'detail')}`,
  authorized: (details, provider) => `${provider} holds ${amountIn(details)} for us.`,
  captured: (details, provider) => `${provider} took ${amountIn(details)} for us${feeIn(details)}.`,
  underpaid: (details) =>
    `Less came than was asked for: ${assetIn(details, 'received')} of ${assetIn(details, 'expected')}.`,
  voided: (_, provider) => `${provider} gave the authorization back.`,
  failed: (details) =>
    `The customer’s try failed: ${textIn(details, 'message') ?? wordIn(details, 'reason')}.`.replace('..', '.'),
  cancelled: () => 'The checkout was cancelled.',
  expired: () => 'The checkout expired.',
  refund: (details) => refundSentence(details),
  reversed: (details) => `${amountIn(details)} was taken back by the provider or the bank.`,
  dispute: (details) =>
    `The customer disputes ${amountIn(details)}: ${wordIn(details, 'status')}${said(details, 'reason')}`,
  subscription: (details) => `The subscription is ${wordIn(details, 'status')}.`,
  invoice_paid: (details) => `A period of the subscription was paid: ${amountIn(details)}.`,
  invoice_failed: (details) => `A period of the subscription could not be collected: ${amountIn(details)}.`,
};

function factSentence(details: Details, provider: string): string | undefined {
  return facts[textIn(details, 'fact') ?? '']?.(details, provider);
}

function refundSentence(details: Details): string {
  const amount = amountIn(details);
  const why = said(details, 'reason');
  switch (textIn(details, 'status')) {
    case 'succeeded':
      return `${amount} went back to the customer${why}`;
    case 'pending':
      return `The refund of ${amount} is under way${why}`;
    case 'failed':
      return `The refund of ${amount} failed${why}`;
    default:
      return `The refund of ${amount} is ${wordIn(details, 'status')}${why}`;
  }
}

function decisionSentence(title: string, details: Details): string {
  const note = textIn(details, 'note');
  switch (title) {
    case 'expired.':
      return 'Its time was over, so that nobody can pay it any more.';
    case 'cancelled.':
      return 'The payment was cancelled.';
    case 'stuck.':
      return 'Nothing was learnt for so long that a person should look.';
    case 'resolved.':
      return `Somebody decided that it is ${wordIn(details, 'status')}${note === undefined ? '.' : `: “${note}”`}`;
    default:
      return title;
  }
}

/** “Booked: 12.99 USD from customers to what Sandbox holds.” Of two lines the one with a plus gets it. */
function ledgerSentence({ lines }: Details): string | undefined {
  const found = Array.isArray(lines) ? lines.filter(isLine) : [];
  const to = found.find(({ amountMinor }) => !amountMinor.startsWith('-'));
  const from = found.find((line) => line !== to);
  if (to === undefined || from === undefined || found.length !== 2) return undefined;
  return `Booked: ${moneyText(to)} from ${accountText(from.account)} to ${accountText(to.account)}.`;
}

function isLine(value: unknown): value is Amount & { readonly account: string } {
  return isAmount(value) && 'account' in value && typeof value.account === 'string';
}

function amountIn({ amount }: Details): string | undefined {
  return isAmount(amount) ? moneyText(amount) : undefined;
}

function feeIn({ fee }: Details): string {
  return isAmount(fee) ? `, and keeps ${moneyText(fee)} of it` : '';
}

function assetIn(details: Details, name: string): string {
  const asset = details[name];
  return isRecord(asset) ? `${String(asset['amount'])} ${String(asset['asset'])}` : 'some';
}

function said(details: Details, name: string): string {
  const text = textIn(details, name);
  return text === undefined ? '.' : `: ${plain(text).replace(/\.$/, '')}.`;
}

/** `requested_by_customer` → “requested by customer”; what a person wrote stays. */
function plain(text: string): string {
  return /^[a-z]+(_[a-z]+)+$/.test(text) ? text.replaceAll('_', ' ') : text;
}

function wordIn(details: Details, name: string): string {
  return plain(textIn(details, name) ?? 'not known');
}

function textIn(details: Details, name: string): string | undefined {
  const value = details[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isAmount(value: unknown): value is Amount {
  return isRecord(value) && /^-?\d+$/.test(String(value['amountMinor'])) && typeof value['currency'] === 'string';
}

function isRecord(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null;
}
