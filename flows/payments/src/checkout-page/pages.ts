import type { PaymentIntent } from '../model/payment.ts';
import type { StoredMoney } from '../model/stored.ts';
import { amountText, momentText } from './amount-text.ts';
import { type Html, html } from './html.ts';
import type { Method } from './methods.ts';
import type { PageParts } from './page-shell.ts';
import type { Stage } from './stage.ts';

export interface PageFrame {
  readonly intent: PaymentIntent;
  /** Path of the payment's page. */
  readonly path: string;
  /** Loads itself again so soon; undefined for a page that stays as it is. */
  readonly refreshSeconds: number | undefined;
  /** Which page it then is. */
  readonly refreshTo: string;
}

export interface ChoicePage {
  readonly methods: readonly Method[];
  /** What the payer should read first. */
  readonly note: string | undefined;
  readonly leave: string | undefined;
}

/** Amount, what it is for, and the ways of paying. */
export function choicePage({ intent, path }: PageFrame, { methods, note, leave }: ChoicePage): PageParts {
  const amount = amountText(intent.amount);
  return {
    title: `Pay ${amount}`,
    content: html`<h1>Pay ${amount}</h1>
${aboutOf(intent)}
${note === undefined ? undefined : html`<p role="alert">${note}</p>`}
${methods.length === 0 ? noMethods(path) : methodForm(path, methods)}
<p class="soft after">This link can be used until <time datetime="${intent.expiresAt}">${momentText(intent.expiresAt)}</time>.</p>
${leave === undefined ? undefined : html`<p class="after"><a href="${leave}">Go back without paying</a></p>`}`,
  };
}

function methodForm(path: string, methods: readonly Method[]): Html {
  return html`<form method="post" action="${path}">
<fieldset>
<legend>How do you want to pay?</legend>
${methods.map((method, index) => methodChoice(method, index === 0))}
</fieldset>
<button>Continue to payment</button>
</form>
<p class="soft after">You pay on the page of the provider that you choose.</p>`;
}

function methodChoice({ key, label, charge, total, begun }: Method, first: boolean): Html {
  return html`<label class="method">
<input type="radio" name="method" value="${key}" required${first ? html` checked` : undefined}>
<span class="name">${label}${begun ? html`<small>Begun: you can go on there</small>` : undefined}</span>
<span class="price">${amountText(total)}<small>${chargeText(charge)}</small></span>
</label>`;
}

function chargeText(charge: StoredMoney | undefined): string {
  return charge === undefined ? 'no extra charge' : `of which charge: ${amountText(charge)}`;
}

function noMethods(path: string): Html {
  return html`<p>No way of paying is available at the moment. Please try again in a few minutes.</p>
<p><a class="button" href="${path}">Try again</a></p>`;
}

export interface ResultPage {
  readonly stage: Exclude<Stage, 'choose'> | 'waiting';
  /** What was asked for, the charge included. */
  readonly total: StoredMoney;
  /** The product's page. */
  readonly back: string | undefined;
  /** Where to pay the rest. */
  readonly payRest: string | undefined;
}

/** How it stands, once the payer has chosen. */
export function resultPage(frame: PageFrame, { stage, total, back, payRest }: ResultPage): PageParts {
  const { heading, text } = words[stage];
  const { intent, path, refreshTo, refreshSeconds } = frame;
  const moves = moving.has(stage);
  return {
    title: heading,
    refresh: moves && refreshSeconds !== undefined ? { afterSeconds: refreshSeconds, to: refreshTo } : undefined,
    content: html`<h1>${heading}</h1>
<p role="status">${text}</p>
${aboutOf(intent, [html`<dt>Amount</dt><dd>${amountText(total)}</dd>`])}
${payRest === undefined ? undefined : html`<p><a class="button" href="${payRest}">Pay the rest</a></p>`}
${moves ? html`<p><a href="${refreshTo}">Look again</a></p>` : undefined}
${stage === 'waiting' ? html`<p><a href="${path}">Choose how to pay</a></p>` : undefined}
${back === undefined ? undefined : html`<p><a class="button" href="${back}">Back to the shop</a></p>`}`,
  };
}

/** For an address that is nobody's; it is the same whatever stands in it. */
export const unknownPage: PageParts = {
  title: 'This link is not valid',
  content: html`<h1>This link is not valid</h1>
<p>There is nothing to pay at this address. Check that the link is complete, or ask whoever sent it for a new one.</p>`,
};

function aboutOf({ description, reference }: PaymentIntent, before: readonly Html[] = []): Html | undefined {
  const line = (name: string, value: string | null) =>
    value === null ? [] : [html`<dt>${name}</dt><dd>${value}</dd>`];
  const lines = [...before, ...line('For', description), ...line('Reference', reference)];
  return lines.length === 0 ? undefined : html`<dl>${lines}</dl>`;
}

/** Stages that go on by themselves. */
const moving: ReadonlySet<ResultPage['stage']> = new Set([
  'opening',
  'unknown',
  'confirming',
  'processing',
  'waiting',
  'underpaid',
]);

const words: { readonly [Each in ResultPage['stage']]: { readonly heading: string; readonly text: string } } = {
  opening: { heading: 'One moment', text: 'The provider’s page is being opened. This page goes on by itself.' },
  waiting: {
    heading: 'Waiting for your payment',
    text: 'We have not heard of your payment yet. If you have just paid, please wait: this page shows it by itself.',
  },
  unknown: {
    heading: 'We are finding out',
    text: 'The provider has not told us whether this was paid. Please do not pay again: we ask until we know. You can close this page and come back later.',
  },
  confirming: { heading: 'One moment', text: 'Your payment is being confirmed. This page goes on by itself.' },
  processing: {
    heading: 'Your payment is on its way',
    text: 'The provider is working on it. Please do not pay again. You can close this page and come back later.',
  },
  checking: {
    heading: 'Your payment is being checked',
    text: 'Somebody looks at it, since something about it needs care. Please do not pay again.',
  },
  underpaid: {
    heading: 'A part of your payment has arrived',
    text: 'Less came than was asked for. Please pay the rest.',
  },
  paid: { heading: 'Thank you: this is paid', text: 'Your payment has arrived. There is nothing more to do.' },
  reserved: {
    heading: 'Thank you: your payment is confirmed',
    text: 'The amount is reserved, and taken later. There is nothing more to do.',
  },
  returned: { heading: 'The money was sent back', text: 'This was paid, and the money was sent back to you.' },
  expired: {
    heading: 'This link has expired',
    text: 'It can no longer be paid here. Ask for a new link if you still want to pay.',
  },
  cancelled: { heading: 'This payment was cancelled', text: 'There is nothing to pay here any more.' },
  closed: {
    heading: 'Nothing can be paid here any more',
    text: 'Ask for a new link if you still want to pay.',
  },
};
