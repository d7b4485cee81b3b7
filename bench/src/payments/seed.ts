/**
 * Fills a hub's database with payments, as the hub would have written them: 97 in a hundred captured, the rest waiting for
 * the customer. Written with SQLite's bulk means, because a million commits would take longer than anything measured here.
 */
import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createStorage } from '@fairlead/core';
import { createPaymentsFlow } from '@fairlead/flow-payments';
import { newId, systemClock as clock } from '@fairlead/sdk';
import { insertDocuments, type RowShape } from '../support/bulk-rows.ts';

const day = 86_400_000;

export interface Seeded {
  /** Some ids, spread over all. */
  readonly sample: readonly string[];
}

export async function seedPayments(databaseFile: string, count: number): Promise<Seeded> {
  await mkdir(dirname(databaseFile), { recursive: true });
  const { collections } = createPaymentsFlow();
  const storage = await createStorage({ path: databaseFile, collections, clock });
  await storage.migrate();
  await storage.dispose();
  const shape = collections.find(({ name }) => name === 'payments_items') as unknown as RowShape;
  const database = new DatabaseSync(databaseFile);
  try {
    database.exec('PRAGMA synchronous=OFF; PRAGMA cache_size=-400000');
    return insertAll(database, shape, count);
  } finally {
    database.close();
  }
}

function insertAll(database: DatabaseSync, shape: RowShape, count: number): Seeded {
  const sample: string[] = [];
  const begin = clock.now() - 300 * day;
  const step = (290 * day) / count;
  // Ten payments for each, however many there are.
  const customers = Math.ceil(count / 10);
  const rows = function* () {
    for (let number = 0; number < count; number += 1) {
      const at = begin + number * step;
      const id = newId(at);
      if (number % Math.max(1, Math.floor(count / 500)) === 0) sample.push(id);
      yield { id, at, state: paymentState(id, number, at, customers) };
    }
  };
  insertDocuments(database, shape, rows());
  return { sample };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** As large as one that was made, paid and booked. */
function paymentState(id: string, number: number, at: number, customers: number): object {
  const paid = number % 100 >= 3;
  const time = new Date(at).toISOString();
  const money = (amountMinor: number) => ({ amountMinor: String(amountMinor), currency: 'EUR' });
  const amount = 100 + (number % 90_000);
  const connection = `connection-${number % 5}`;
  const fact = { fact: 'captured', movementRef: `cap_${number}`, amount: money(amount), fee: money(30), final: true };
  const entry = (entryNumber: number, key: string, to: string, from: string, minor: number) => ({
    id: `${id}-${entryNumber}`,
    key,
    at: time,
    lines: [
      { account: to, amountMinor: String(minor), currency: 'EUR' },
      { account: from, amountMinor: String(-minor), currency: 'EUR' },
    ],
  });
  return {
    intent: {
      amount: money(amount),
      capture: 'automatic',
      reference: `order-${number}`,
      description: 'A bench order',
      customer: { id: `customer-${number % customers}`, email: 'customer@example.com', country: 'DE' },
      returnUrl: 'https://shop.example/thanks',
      cancelUrl: 'https://shop.example/cart',
      metadata: { cart: String(number) },
      connections: null,
      expiresAt: new Date(at + day).toISOString(),
      subscription: null,
    },
    attempts: [
      {
        number: 1,
        connectionId: connection,
        asked: money(amount),
        charge: money(0),
        chargePaidBy: 'merchant',
        createdAt: time,
        providerRef: `co_${number}`,
        redirectUrl: `https://provider.example/pay/co_${number}`,
        checkoutExpiresAt: new Date(at + day).toISOString(),
      },
    ],
    calls: [
      {
        id: 'o1',
        kind: 'createCheckout',
        attempt: 1,
        key: `${id.replaceAll('-', '')}-o1`,
        state: 'done',
        amount: null,
        final: false,
        movementRef: null,
        reason: null,
        ref: `co_${number}`,
        problem: null,
        requestKey: null,
        startedAt: time,
        triedAt: time,
        settledAt: time,
        by: 'api-key:bench',
      },
    ],
    evidence: paid
      ? [
          {
            from: 'provider',
            key: `${connection}:evt_${number}`,
            attempt: 1,
            via: 'webhook',
            type: 'checkout.captured',
            occurredAt: time,
            recordedAt: time,
            fact,
          },
        ]
      : [],
    ledger: paid
      ? [
          entry(1, `capture:1:cap_${number}`, `clearing:${connection}`, 'customer', amount),
          entry(2, `fee:1:cap_${number}`, `fees:${connection}`, `clearing:${connection}`, 30),
        ]
      : [],
    status: paid ? 'captured' : 'requires_action',
    // Far away, so that a hub that is started on this has nothing to look at.
    watch: { nextAt: paid ? null : clock.now() + 30 * day + number, looks: 4, since: at },
    checkoutToken: hash(`token-${number}`),
    requestKey: hash(`key-${number}`),
    requestHash: hash(`request-${number}`),
    createdAt: time,
    createdBy: 'api-key:bench',
  };
}
