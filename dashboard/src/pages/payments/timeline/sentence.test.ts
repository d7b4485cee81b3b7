import { describe, expect, it } from 'vitest';
import { sentenceOf } from './sentence.ts';

const usd = (amountMinor: string) => ({ amountMinor, currency: 'USD' });
const tell = (kind: Parameters<typeof sentenceOf>[0]['kind'], details: Record<string, unknown>, title = 'As told.') =>
  sentenceOf({ kind, details, title }, 'Sandbox').replaceAll('\u00a0', ' ');

describe('an entry of the timeline', () => {
  it.each([
    ['created', { amount: usd('1299') }, 'The payment of 12.99 USD was created.'],
    ['call', { call: 'o1', ref: 'co_1' }, 'Sandbox was asked to open a checkout.'],
    ['call', { call: 'r1', amount: usd('300') }, 'Sandbox was asked to refund 3.00 USD.'],
    ['call', { call: 'r1', amount: usd('300'), state: 'done' }, 'Sandbox agreed to refund 3.00 USD.'],
    [
      'call',
      { call: 'c2', amount: usd('300'), state: 'declined', problem: { code: 'x', text: 'Too late.' } },
      'Sandbox declined to capture 3.00 USD: Too late.',
    ],
    ['call', { call: 'v1', state: 'unknown' }, 'It may have happened: void.'],
    [
      'fact',
      { fact: 'captured', amount: usd('1299'), fee: usd('12') },
      'Sandbox took 12.99 USD for us, and keeps 0.12 USD of it.',
    ],
    ['fact', { fact: 'failed', reason: 'insufficient_funds' }, 'The customer’s try failed: insufficient funds.'],
    ['fact', { fact: 'failed', message: 'No funds.' }, 'The customer’s try failed: No funds.'],
    [
      'fact',
      { fact: 'refund', amount: usd('300'), status: 'succeeded', reason: 'requested_by_customer' },
      '3.00 USD went back to the customer: requested by customer.',
    ],
    ['fact', { fact: 'refund', amount: usd('300'), status: 'failed' }, 'The refund of 3.00 USD failed.'],
    [
      'fact',
      {
        fact: 'underpaid',
        expected: { amount: '0.5', asset: 'BTC' },
        received: { amount: '0.4', asset: 'BTC' },
      },
      'Less came than was asked for: 0.4 BTC of 0.5 BTC.',
    ],
    [
      'ledger',
      {
        lines: [
          { account: 'clearing:c1', ...usd('1299') },
          { account: 'customer', ...usd('-1299') },
        ],
      },
      'Booked: 12.99 USD from customers to what the gateway holds.',
    ],
  ] as const)('of kind %s with %j reads “%s”', (kind, details, sentence) => {
    expect(tell(kind, details)).toBe(sentence);
  });

  it('of a decision tells what was decided and why', () => {
    expect(tell('decision', { status: 'captured', note: 'Accepted.' }, 'resolved.')).toBe(
      'Somebody decided that it is captured: “Accepted.”',
    );
  });

  it.each([
    ['fact', { fact: 'something_new' }],
    ['call', { call: 'z1' }],
    ['call', {}],
    ['ledger', { lines: [] }],
    ['ledger', { lines: 'no' }],
  ] as const)('of kind %s that is not known here (%j) reads as the hub tells it', (kind, details) => {
    expect(tell(kind, details)).toBe('As told.');
  });
});
