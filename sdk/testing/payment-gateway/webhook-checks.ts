import assert from 'node:assert/strict';
import { paymentGateway } from '../../src/capabilities/payment-gateway.ts';
import type { PaymentEvent, PaymentFact } from '../../src/capabilities/payment-evidence.ts';
import type { WebhookRequest } from '../../src/webhook/contract.ts';
import type { Check } from '../conformance/check.ts';
import { jsonFaults, spread } from '../conformance/single-faults.ts';
import { answerOf } from './operation-checks.ts';
import { onStage, type PaymentGatewaySubject, type Stage } from './stage.ts';
import type { CaseValues, Signing, Situation } from './vendor.ts';

/** The fact, one of which a situation is told by. */
const factsOf: { readonly [Name in Situation]: readonly PaymentFact['fact'][] } = {
  open: ['requires_action', 'processing'],
  approved: ['approved'],
  processing: ['processing'],
  authorized: ['authorized'],
  paid: ['captured'],
  failed: ['failed'],
  cancelled: ['cancelled', 'voided'],
  expired: ['expired'],
  refunded: ['refund'],
  disputed: ['dispute'],
  underpaid: ['underpaid'],
};

/** Verification, dedupe keys, facts, and that both ways of learning agree. */
export function webhookChecks(subject: PaymentGatewaySubject): readonly Check[] {
  const { webhooks, situations } = subject.vendor;
  return [
    ...webhooks.situations.map((situation) => factCheck(subject, situation)),
    ...situations.map((situation) => statusCheck(subject, situation)),
    ...webhooks.situations
      .filter((situation) => situations.includes(situation))
      .map((situation) => agreementCheck(subject, situation)),
    onStage(subject, 'receive: the same bytes twice give the same dedupe key, another event another', async (stage) => {
      const [first, second] = [await receive(stage, 'paid'), await receive(stage, 'paid')];
      assert.deepEqual(keysOf(first), keysOf(second));
      const other = await receive(stage, 'unknown');
      assert.ok(!keysOf(other).some((key) => keysOf(first).includes(key)), 'another event has the same key');
    }),
    onStage(subject, 'receive: an event of an unknown kind is kept as the fact “none”', async (stage) => {
      const events = await receive(stage, 'unknown');
      assert.ok(events.length > 0, 'the event is not told at all');
      assert.deepEqual(new Set(events.map(({ evidence }) => evidence.fact)), new Set(['none']));
    }),
    ...forgeryChecks(subject),
    malformedCheck(subject),
    garbledCheck(subject),
  ];
}

function requestFor(
  stage: Stage,
  event: Situation | 'unknown',
  given: Partial<Signing> = {},
  values?: CaseValues,
): WebhookRequest {
  const signing = { signer: 'first', atMs: stage.clock.now(), ...given } as const;
  return stage.vendor.webhooks.request(event, values ?? stage.values(), signing);
}

async function receive(stage: Stage, event: Situation | 'unknown', given?: Partial<Signing>): Promise<PaymentEvent[]> {
  const answer = await stage.plugin.invoke(paymentGateway.operations.receive, requestFor(stage, event, given));
  if (answer.outcome === 'events') return answer.events;
  throw new Error(`A genuine webhook is not believed: ${answer.reason} (${answer.detail ?? 'no detail'}).`);
}

const keysOf = (events: readonly PaymentEvent[]) => events.map(({ dedupeKey }) => dedupeKey);

function factCheck(subject: PaymentGatewaySubject, situation: Situation): Check {
  return onStage(subject, `receive: tells of a payment that is ${situation}`, async (stage) => {
    const values = stage.values();
    const events = await receive(stage, situation);
    expectFact(events, situation, values);
    const told = events.find(({ evidence }) => evidence.fact !== 'none');
    // Some events name no checkout, and carry the reference that it was given.
    const found =
      told?.providerRef === null
        ? told.reference === values.reference
        : told?.providerRef === stage.vendor.refs.providerRef;
    assert.ok(found, 'neither providerRef nor, without one, the reference is that of createCheckout');
    assert.ok(
      Math.abs(Date.parse(told?.occurredAt ?? '') - values.nowMs) <= 86_400_000,
      'occurredAt is not the vendor’s time',
    );
  });
}

function statusCheck(subject: PaymentGatewaySubject, situation: Situation): Check {
  return onStage(subject, `getStatus: tells of a payment that is ${situation}`, async (stage) => {
    const values = stage.values();
    expectFact(await statusEvents(stage, situation, values), situation, values);
  });
}

async function statusEvents(stage: Stage, situation: Situation, values: CaseValues): Promise<PaymentEvent[]> {
  stage.vendor.knows(stage.counterparty, situation, values);
  return answerOf(await stage.call('getStatus', values))['events'] as PaymentEvent[];
}

function expectFact(events: readonly PaymentEvent[], situation: Situation, { amount }: CaseValues): void {
  const facts = events.map(({ evidence }) => evidence);
  const fitting = facts.find(({ fact }) => factsOf[situation].includes(fact));
  assert.ok(fitting !== undefined, `the facts are ${facts.map(({ fact }) => fact).join(', ') || 'none at all'}`);
  if ('amount' in fitting) assert.deepEqual(fitting.amount, amount);
  const paid = facts.some(({ fact }) => fact === 'captured');
  const mayBePaid: readonly Situation[] = ['paid', 'refunded', 'disputed'];
  assert.ok(!paid || mayBePaid.includes(situation), 'a payment that is not paid is told as captured');
}

function agreementCheck(subject: PaymentGatewaySubject, situation: Situation): Check {
  return onStage(
    subject,
    `receive and getStatus agree on the money of a payment that is ${situation}`,
    async (stage) => {
      const values = stage.values();
      const told = (await receive(stage, situation)).map(moneyOf).filter((money) => money !== undefined);
      const known = (await statusEvents(stage, situation, values)).map(moneyOf);
      for (const money of told)
        assert.ok(known.includes(money), `the webhook tells ${money}, getStatus ${known.join(' and ')}`);
    },
  );
}

/** A movement as one text: the same movement told twice has to be recognised by it. */
function moneyOf({ evidence }: PaymentEvent): string | undefined {
  switch (evidence.fact) {
    case 'authorized':
    case 'captured':
      return `${evidence.fact} ${evidence.movementRef} ${evidence.amount.amountMinor} ${evidence.amount.currency}`;
    case 'refund':
      return `refund ${evidence.refundRef} ${evidence.amount.amountMinor} ${evidence.amount.currency} ${evidence.status}`;
    default:
      return undefined;
  }
}

function forgeryChecks(subject: PaymentGatewaySubject): readonly Check[] {
  const { webhooks } = subject.vendor;
  const { toleranceMs } = webhooks;
  const invalid = (title: string, forge: (stage: Stage) => WebhookRequest) =>
    onStage(subject, `receive: ${title} is not believed`, async (stage) => expectInvalid(stage, forge(stage)));
  const flip = (request: WebhookRequest, index: number): WebhookRequest => {
    const rawBody = Uint8Array.from(request.rawBody);
    rawBody[index] = (rawBody[index] ?? 0) ^ 1;
    return { ...request, rawBody };
  };
  return [
    invalid('a body with its first byte changed', (stage) => flip(requestFor(stage, 'paid'), 0)),
    invalid('a body with its last byte changed', (stage) => {
      const request = requestFor(stage, 'paid');
      return flip(request, request.rawBody.length - 1);
    }),
    onStage(subject, 'receive: a body with any one byte changed is not believed', async (stage) => {
      const request = requestFor(stage, 'paid');
      const indexes = spread([...request.rawBody.keys()], 50);
      for (const index of indexes) await expectInvalid(stage, flip(request, index), `byte ${index}`);
    }),
    ...(webhooks.signsContent === true
      ? []
      : [
          invalid('a body with a space after it', (stage) => {
            const request = requestFor(stage, 'paid');
            return { ...request, rawBody: Buffer.concat([request.rawBody, Buffer.from(' ')]) };
          }),
        ]),
    invalid('a signature by somebody else', (stage) => requestFor(stage, 'paid', { signer: 'stranger' })),
    ...webhooks.signatureHeaders.flatMap((header) => [
      invalid(`a request without the header ${header}`, (stage) => {
        const request = requestFor(stage, 'paid');
        return {
          ...request,
          headers: Object.fromEntries(Object.entries(request.headers).filter(([name]) => name !== header)),
        };
      }),
      ...['', ',', 'x', '\u0000', 't=,v1=', 'A'.repeat(10_000)].map((text) =>
        invalid(`the header ${header} reading ${JSON.stringify(text.slice(0, 8))}`, (stage) => {
          const request = requestFor(stage, 'paid');
          return { ...request, headers: { ...request.headers, [header]: text } };
        }),
      ),
    ]),
    ...(toleranceMs === undefined
      ? []
      : [
          invalid('a signature older than the tolerance', (stage) =>
            requestFor(stage, 'paid', { atMs: stage.clock.now() - toleranceMs - 2_000 }),
          ),
          onStage(subject, 'receive: a signature just within the tolerance is believed', async (stage) => {
            await receive(stage, 'paid', { atMs: stage.clock.now() - toleranceMs + 2_000 });
          }),
          onStage(subject, 'receive: a request that had to wait is judged by when it arrived', async (stage) => {
            const atMs = stage.clock.now() - toleranceMs - 60_000;
            const receivedAt = new Date(atMs + 1_000).toISOString();
            const request = { ...requestFor(stage, 'paid', { atMs }), receivedAt };
            const answer = await stage.plugin.invoke(paymentGateway.operations.receive, request);
            assert.equal(answer.outcome, 'events', 'a genuine request is too old because the hub took its time');
          }),
        ]),
    ...(webhooks.rotates
      ? [
          onStage(subject, 'receive: a signature by the second secret of the list is believed', async (stage) => {
            await receive(stage, 'paid', { signer: 'second' });
          }),
        ]
      : []),
  ];
}

async function expectInvalid(stage: Stage, request: WebhookRequest, hint = ''): Promise<void> {
  const answer = await stage.plugin.invoke(paymentGateway.operations.receive, request);
  assert.equal(answer.outcome, 'invalid', `a forged request is believed ${hint}`);
}

/** Genuine by signature, and yet not what the vendor documents. */
function malformedCheck(subject: PaymentGatewaySubject): Check {
  return onStage(
    subject,
    'receive: signed bytes that are no event are answered as invalid, not with an error',
    async (stage) => {
      for (const text of ['', ' ', 'null', '[]', '{}', '"text"', '7', '{"', '<html/>', 'a=1&b=2', '\u0000\uFFFD']) {
        const rawBody = new TextEncoder().encode(text);
        const answer = await stage.plugin.invoke(
          paymentGateway.operations.receive,
          requestFor(stage, 'paid', { rawBody }),
        );
        const believed = answer.outcome === 'events' && answer.events.some(({ evidence }) => evidence.fact !== 'none');
        assert.ok(!believed, `${JSON.stringify(text)} became a fact`);
      }
    },
  );
}

/** A vendor's new version, or a mistake of theirs: never an error of class `plugin_bug`, which would quarantine us. */
function garbledCheck(subject: PaymentGatewaySubject): Check {
  return onStage(
    subject,
    'receive: an event of which one member is missing or odd never makes the plugin stumble',
    async (stage) => {
      for (const situation of [...subject.vendor.webhooks.situations, 'unknown' as const]) {
        const text = Buffer.from(requestFor(stage, situation).rawBody).toString('utf8');
        let json: unknown;
        try {
          json = JSON.parse(text);
        } catch {
          // A vendor that sends forms: the plain bytes above have to do.
          continue;
        }
        for (const { what, value } of spread(jsonFaults(json), 150)) {
          const rawBody = new TextEncoder().encode(JSON.stringify(value));
          const outcome = stage.plugin.invoke(
            paymentGateway.operations.receive,
            requestFor(stage, situation, { rawBody }),
          );
          await outcome.catch((error: unknown) => {
            throw new Error(`${situation}, ${what}: ${String(error)}`, { cause: error });
          });
        }
      }
    },
  );
}
