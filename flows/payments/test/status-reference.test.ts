import { describe, expect, it } from 'vitest';
import { type PaymentStatus, paymentStatuses } from '../src/model/payment.ts';
import { exploreTransitions, steps } from './explore-status.ts';

// After a change of the function: npx -y pnpm@12 unit flows/payments/test/status-reference.test.ts -u

/** Facts that are looked at together, at most: nothing new is found with more. */
const most = 4;
/** What would list nearly everything is cut off. */
const mostReasons = 5;

const found = new Map<string, Set<string>>();
for (const mode of ['automatic', 'manual'] as const) {
  for (const [change, by] of exploreTransitions(mode, most)) {
    found.set(change, new Set([...(found.get(change) ?? []), ...by]));
  }
}

type Plan = Partial<Record<PaymentStatus, readonly PaymentStatus[]>>;

const beforeMoney: readonly PaymentStatus[] = [
  'authorized',
  'partially_captured',
  'captured',
  'underpaid',
  'failed',
  'cancelled',
  'expired',
  'unknown',
];

/** The table that the flow was designed to. */
const planned: Plan = {
  created: ['requires_action', 'processing', 'unknown'],
  requires_action: beforeMoney,
  processing: beforeMoney,
  unknown: [...beforeMoney.filter((status) => status !== 'unknown'), 'requires_action', 'processing', 'review'],
  authorized: ['partially_captured', 'captured', 'cancelled', 'expired'],
  partially_captured: ['captured', 'closed_partial', 'partially_refunded', 'refunded'],
  underpaid: ['captured', 'refunded', 'expired', 'review'],
  captured: ['partially_refunded', 'refunded', 'reversed', 'review'],
  partially_refunded: ['refunded'],
  refunded: ['captured'],
  failed: ['captured', 'review'],
  expired: ['captured', 'review'],
  cancelled: ['captured', 'review'],
  review: ['captured', 'failed', 'cancelled', 'expired', 'refunded'],
};

/** What was planned and cannot happen, with the reason. */
const differing: Readonly<Record<string, string>> = {
  'requires_action unknown':
    'A call whose answer may be lost is made once the customer has agreed, and then the payment is `processing` or `authorized`: it goes from there to `unknown`.',
  'underpaid expired':
    'Money came, too little of it. When the time is over it goes to `review` and a person decides; `expired` is one of the answers. See [decision 0081](../decisions/0081-underpaid-money-at-the-end-goes-to-a-person.md).',
};

const pairs = (plan: Plan) =>
  Object.entries(plan).flatMap(([from, targets]) => targets.map((to): readonly [string, string] => [from, to]));
const inPlan = pairs(planned).map(([from, to]) => `${from} ${to}`);

describe('the transitions of a payment', () => {
  it('contain all that were planned, but for those that the page gives a reason for', () => {
    expect(inPlan.filter((change) => !found.has(change))).toEqual(Object.keys(differing));
  });

  it('are all found with sets of one fact less', () => {
    for (const mode of ['automatic', 'manual'] as const) {
      const [fewer, all] = [exploreTransitions(mode, most - 1), exploreTransitions(mode, most)];
      expect([...all.keys()].filter((change) => !fewer.has(change))).toEqual([]);
    }
  });

  it('never lead back to created', () => {
    expect([...found.keys()].filter((change) => change.endsWith(' created'))).toEqual([]);
  });

  it('leave captured only for money that came back, or for a person', () => {
    const after = [...found.keys()].filter((change) => change.startsWith('captured ')).map((change) => change.slice(9));
    expect(after.toSorted()).toEqual(['partially_refunded', 'refunded', 'reversed', 'review']);
  });

  it('are those of docs/reference/payment-status.md', async () => {
    await expect(`${page()}\n`).toMatchFileSnapshot('../../../docs/reference/payment-status.md');
  });
});

function page(): string {
  return [head, diagram(), tableHead, ...tables(), differs(), foot].join('\n\n');
}

const head = `<!-- Generated from flows/payments/src/standing by flows/payments/test/status-reference.test.ts; do not edit. -->

# Status of a payment

A payment's status is worked out anew from everything that is known of it: what providers said, with their own times; how calls to
them ended; and what the hub or an operator decided. It is a function of the set of all this, so that the order of arrival and
repetitions change nothing. Late or weaker news is kept, and changes nothing either.

The tables below are found by trying: all sets of up to ${most} out of ${steps.length} facts, calls and decisions about one attempt, with automatic
and with manual capture, and what each further one does. A decision of the hub is only tried where the hub would make it.

The picture shows the usual way; the tables show everything, what comes late or out of order included.`;

function diagram(): string {
  const drawn = inPlan.filter((change) => found.has(change) && change !== 'unknown review');
  const lines = drawn.map((change) => `    ${change.replace(' ', ' --> ')}`);
  return ['```mermaid', 'stateDiagram-v2', '    [*] --> created', ...lines, '```'].join('\n');
}

const tableHead = `## What leads from where to where

“Planned” are the transitions that the flow was designed to. All others follow from the same function: most of them are news that
came early or late, such as a refund that is told before the capture.`;

function tables(): readonly string[] {
  return paymentStatuses.flatMap((from) => {
    const rows = paymentStatuses.flatMap((to) => {
      const by = found.get(`${from} ${to}`);
      return by === undefined ? [] : [`| \`${to}\` | ${inPlan.includes(`${from} ${to}`) ? 'yes' : ''} | ${list(by)} |`];
    });
    return rows.length === 0
      ? []
      : [[`### From \`${from}\``, '', '| to | planned | by |', '|---|---|---|', ...rows].join('\n')];
  });
}

function list(by: ReadonlySet<string>): string {
  const all = steps.map(({ label }) => label).filter((label) => by.has(label));
  const more = all.length - mostReasons;
  return more <= 1 ? all.join('; ') : `${all.slice(0, mostReasons).join('; ')}; ${more} more`;
}

function differs(): string {
  const rows = Object.entries(differing).map(([change, why]) => `- \`${change.replace(' ', '` → `')}\`: ${why}`);
  return ['## Planned, and cannot happen', '', ...rows].join('\n');
}

const foot = `## What besides the table is worth knowing

- \`captured\` means exactly the amount that was asked for, in its currency, once. Anything else is \`review\`, with reasons that name
  the figures: an operator's answer holds for those figures, and other figures are a new reason.
- What an operator called \`captured\` without the money being there is \`review\` again (\`said_captured\`) when the reason goes away
  and the money still did not come: it was delivered by then.
- \`unknown\` never becomes \`failed\`, \`expired\` or \`cancelled\` by the passing of time. Only a provider's word or a person's does that.
- Two attempts that both hold money are \`review\` (\`paid_more_than_once\`), and \`overpaid\` says by how much. Where one holds money and
  the other is only open or authorized, the other is ended.
- \`refunded_too_much\` and \`returned_too_much\` are \`review\`: more went back (by refunds, or by refunds, reversals and lost disputes
  together) than was captured.
- A checkout in which a try failed may still be paid. The payment is \`failed\`, is looked at like an open one, and is \`expired\` when its
  time is over.
- An authorization that the provider voids, cancels or lets expire is gone; of one of which a part was captured the rest is, which
  makes \`closed_partial\`.
- A dispute changes the status only when it is lost. Open ones are shown as an amount, \`disputed\`.`;
