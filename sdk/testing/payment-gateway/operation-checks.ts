import assert from 'node:assert/strict';
import { paymentGateway } from '../../src/capabilities/payment-gateway.ts';
import { builtInCapabilities } from '../../src/capabilities/registry.ts';
import { checkPlugin } from '../../src/host/serve-plugin.ts';
import type { InputOf } from '../../src/contract/operation.ts';
import type { Money } from '../../src/values/money.ts';
import type { Check } from '../conformance/check.ts';
import {
  inputOf,
  keyedOperations,
  type KeyedOperation,
  offered,
  onStage,
  type Outcome,
  type PaymentGatewaySubject,
} from './stage.ts';

/** What each operation answers, amounts, idempotency keys, and refusals as results. */
export function operationChecks(subject: PaymentGatewaySubject): readonly Check[] {
  const operations = offered(subject);
  const keyed = keyedOperations.filter((operation) => operations.includes(operation));
  return [
    manifestCheck(subject),
    ...keyed.flatMap((operation) => [successCheck(subject, operation), ...keyChecks(subject, operation)]),
    ...keyed
      .filter((operation) => subject.vendor.declines[operation])
      .map((operation) => declineCheck(subject, operation)),
    atLeastOneDecline(subject),
    ...(subject.vendor.refuses ?? []).map((operation) => refusedCheck(subject, operation)),
    ...(operations.includes('cancelSubscription') ? [] : [subscriptionCheck(subject)]),
    ...currenciesOf(subject).flatMap((currency) => amountChecks(subject, currency, keyed)),
    ...(operations.includes('getRefund') ? [refundStatusCheck(subject)] : []),
    ...(operations.includes('listEvents') ? [eventPagesCheck(subject)] : []),
    credentialCheck(subject),
    pathCheck(subject),
  ];
}

export function answerOf(outcome: Outcome): Record<string, unknown> {
  if (outcome.kind === 'answer') return outcome.answer;
  throw new Error(`The call ended with ${outcome.error.code}: ${outcome.error.message}`);
}

function currenciesOf({ vendor }: PaymentGatewaySubject): readonly string[] {
  return vendor.currencies ?? ['JPY', 'EUR', 'KWD'];
}

function manifestCheck({ plugin, manifest }: PaymentGatewaySubject): Check {
  return {
    title: 'implements exactly the operations that its manifest names',
    run: async () => assert.deepEqual(checkPlugin(plugin, manifest, builtInCapabilities), []),
  };
}

function successCheck(subject: PaymentGatewaySubject, operation: KeyedOperation): Check {
  return onStage(
    subject,
    `${operation} answers that the vendor did it, with the vendor’s ids and the amount`,
    async (stage) => {
      const values = stage.values();
      stage.succeed(operation, values);
      const answer = answerOf(await stage.call(operation, values));
      stage.counterparty.assertExpected();
      const { refs } = stage.vendor;
      switch (operation) {
        case 'createCheckout':
          assert.equal(answer['outcome'], 'created');
          assert.equal(answer['providerRef'], refs.providerRef);
          return;
        case 'confirm': {
          assert.equal(answer['outcome'], 'confirmed');
          const events = answer['events'] as readonly {
            providerRef: string;
            evidence: { fact: string; amount?: Money };
          }[];
          for (const { providerRef } of events) assert.equal(providerRef, refs.providerRef);
          const told = events.find(({ evidence }) => /^(captured|authorized|processing)$/.test(evidence.fact));
          assert.ok(told !== undefined, 'no fact says that money was taken, or is on its way');
          if (told.evidence.amount !== undefined) assert.deepEqual(told.evidence.amount, values.amount);
          return;
        }
        case 'cancelSubscription':
        case 'void':
          assert.equal(answer['outcome'], 'succeeded');
          return;
        case 'refund':
          assert.equal(answer['outcome'], 'accepted');
          assert.partialDeepStrictEqual(answer['refund'], { refundRef: refs.refundRef, amount: values.amount });
          return;
        case 'capture':
        case 'payout':
          assert.match(String(answer['outcome']), /^(succeeded|pending)$/);
          assert.deepEqual(answer['amount'], values.amount);
      }
    },
  );
}

function keyChecks(subject: PaymentGatewaySubject, operation: KeyedOperation): readonly Check[] {
  const support = subject.manifest.capabilities['payment-gateway']?.operations[operation];
  // The manifest says that the vendor cannot recognise a key.
  if (support?.dedupe !== undefined) return [];
  return [
    onStage(
      subject,
      `${operation} sends the call’s idempotency key, the same on a repeat and another for another call`,
      async (stage) => {
        const values = stage.values();
        stage.succeed(operation, values);
        for (const idempotencyKey of ['key-one', 'key-one', 'key-two'])
          await stage.call(operation, values, { idempotencyKey });
        const [first, second, third] = stage
          .requestsOf(operation)
          .map((request) => stage.vendor.idempotencyKeyOf(request));
        assert.ok(first !== undefined && first !== '', 'the request carries no idempotency key');
        assert.equal(second, first, 'a repeat of the call carries another key');
        assert.notEqual(third, first, 'another call carries the same key');
      },
    ),
    onStage(subject, `${operation} repeats with the same key after an answer was lost`, async (stage) => {
      const values = stage.values();
      stage.succeed(operation, values);
      const match = stage.matchOf(operation);
      stage.counterparty.once(match, { fault: 'late' });
      const lost = stage.call(operation, values, { idempotencyKey: 'key-one', timeoutMs: 1_000 });
      await stage.counterparty.received(1, match);
      await stage.clock.advance(1_000);
      await lost;
      answerOf(await stage.call(operation, values, { idempotencyKey: 'key-one', attempt: 2 }));
      const keys = stage.requestsOf(operation).map((request) => stage.vendor.idempotencyKeyOf(request));
      assert.equal(new Set(keys).size, 1, 'the repeat carries another key');
    }),
  ];
}

function declineCheck(subject: PaymentGatewaySubject, operation: KeyedOperation): Check {
  return onStage(
    subject,
    `${operation} answers a refusal of the vendor as a result, not as an error`,
    async (stage) => {
      const values = stage.values();
      stage.vendor.declines[operation]?.(stage.counterparty, values);
      const answer = answerOf(await stage.call(operation, values));
      const refusals = operation === 'createCheckout' ? ['declined', 'not_attempted'] : ['declined'];
      assert.ok(refusals.includes(String(answer['outcome'])), `the outcome is “${String(answer['outcome'])}”`);
    },
  );
}

/** A checkout that took the first period would leave the others to nobody. */
function subscriptionCheck(subject: PaymentGatewaySubject): Check {
  return onStage(
    subject,
    'createCheckout attempts no subscription while cancelSubscription is not offered',
    async (stage) => {
      const values = stage.values();
      stage.succeed('createCheckout', values);
      const plain = inputOf('createCheckout', values, stage.vendor) as InputOf<typeof paymentGateway.createCheckout>;
      const input = { ...plain, subscription: { every: 1, unit: 'month' as const, name: 'Membership' } };
      const answer = await stage.plugin.invoke(paymentGateway.operations.createCheckout, input);
      assert.equal(answer.outcome, 'not_attempted');
      assert.equal(stage.requestsOf('createCheckout').length, 0, 'the vendor was asked for a checkout all the same');
    },
  );
}

function atLeastOneDecline({ vendor }: PaymentGatewaySubject): Check {
  return {
    title: 'the vendor adapter shows at least one refusal',
    run: async () => assert.ok(Object.keys(vendor.declines).length > 0),
  };
}

/** One manifest for several vendors: what only another of them has. */
function refusedCheck(subject: PaymentGatewaySubject, operation: KeyedOperation): Check {
  return onStage(
    subject,
    `${operation}, which this vendor does not have, is declined with a code and without a request`,
    async (stage) => {
      const answer = answerOf(await stage.call(operation, stage.values()));
      assert.equal(answer['outcome'], 'declined');
      assert.ok(typeof answer['vendorCode'] === 'string', 'the refusal has no vendorCode');
      assert.equal(stage.counterparty.requests.length, 0, 'the vendor was called');
    },
  );
}

function amountChecks(
  subject: PaymentGatewaySubject,
  currency: string,
  keyed: readonly KeyedOperation[],
): readonly Check[] {
  const sends = keyed.filter(
    (operation) => operation !== 'confirm' && operation !== 'void' && operation !== 'cancelSubscription',
  );
  return [
    ...sends.map((operation) =>
      onStage(subject, `${operation} sends amounts in ${currency} exactly`, async (stage) => {
        const values = stage.values(currency);
        stage.succeed(operation, values);
        answerOf(await stage.call(operation, values));
        const request = stage.requestsOf(operation)[0];
        assert.ok(request !== undefined, 'no request carried the operation out');
        assert.deepEqual(stage.vendor.amountOf(request, operation), values.amount);
      }),
    ),
    onStage(subject, `getStatus reads amounts in ${currency} exactly`, async (stage) => {
      const values = stage.values(currency);
      stage.vendor.knows(stage.counterparty, 'paid', values);
      const { events } = answerOf(await stage.call('getStatus', values)) as {
        events: { evidence: { fact: string; amount: Money } }[];
      };
      const amounts = events
        .filter(({ evidence }) => evidence.fact === 'captured')
        .map(({ evidence }) => evidence.amount);
      assert.deepEqual(amounts, [values.amount]);
    }),
  ];
}

function refundStatusCheck(subject: PaymentGatewaySubject): Check {
  return onStage(subject, 'getRefund answers the refund with its amount', async (stage) => {
    const values = stage.values();
    stage.succeed('getRefund', values);
    const answer = answerOf(await stage.call('getRefund', values));
    assert.partialDeepStrictEqual(answer, { refundRef: stage.vendor.refs.refundRef, amount: values.amount });
  });
}

function eventPagesCheck(subject: PaymentGatewaySubject): Check {
  return onStage(
    subject,
    'listEvents gives every page once, with the dedupe keys that webhooks have',
    async (stage) => {
      const values = stage.values();
      const pages = stage.vendor.eventPages?.(stage.counterparty, values);
      assert.ok(pages !== undefined && pages.length > 1, 'the vendor adapter has to script at least two pages');
      const since = new Date(values.nowMs - 86_400_000).toISOString();
      const seen: string[] = [];
      let cursor: string | null | undefined;
      for (let page = 0; cursor !== null && page <= pages.length; page++) {
        const input = { since, undeliveredOnly: false, ...(cursor === undefined ? {} : { cursor }) };
        const answer = await stage.plugin.invoke(paymentGateway.operations.listEvents, input);
        seen.push(...answer.events.map(({ dedupeKey }) => dedupeKey));
        cursor = answer.nextCursor;
      }
      assert.equal(cursor, null, 'the list does not end');
      assert.deepEqual(seen.sort(), pages.flat().sort());
    },
  );
}

function credentialCheck(subject: PaymentGatewaySubject): Check {
  return onStage(subject, 'testCredentials names the account that the credentials belong to', async (stage) => {
    const values = stage.values();
    stage.succeed('testCredentials', values);
    const { account } = answerOf(await stage.call('testCredentials', values)) as { account: { id: string } };
    assert.ok(account.id !== '');
  });
}

function pathCheck(subject: PaymentGatewaySubject): Check {
  return onStage(
    subject,
    'a reference with slashes, dots and marks in it cannot change the address that is called',
    async (stage) => {
      stage.vendor.knows(stage.counterparty, 'paid', stage.values());
      await stage.call('getStatus', stage.values());
      const usual = stage.requestsOf('getStatus')[0]?.path.split('/').length;
      for (const providerRef of ['x/../../../admin', '../admin', '..', '.', 'x?admin=1', 'x#admin', 'x/admin']) {
        const before = stage.counterparty.requests.length;
        await stage.plugin.invoke(paymentGateway.operations.getStatus, { providerRef }).catch(() => undefined);
        const called = stage.counterparty.requests[before];
        if (called === undefined) continue;
        const same =
          called.path.split('/').length === usual && !called.path.endsWith('/') && !('admin' in called.query);
        assert.ok(same, `“${providerRef}” led to ${called.path}`);
      }
    },
  );
}
