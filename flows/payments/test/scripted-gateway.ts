import {
  compileCodec,
  type ErrorCode,
  FairleadError,
  type Money,
  type Operation,
  type PaymentEvent,
  type PaymentFact,
  paymentGateway,
} from '@fairlead/sdk';
import { Value } from 'typebox/value';

/** How a call goes wrong. */
export type Fault =
  /** It happens, and the answer is lost. */
  | 'timeout_after'
  /** It does not happen, and nobody knows. */
  | 'timeout_before'
  /** The provider answers, and says no: to this key for ever. One that it has answered before is answered the same. */
  | 'declined'
  /** `createCheckout` only: the provider did not try. */
  | 'not_attempted'
  /** Nothing was sent. */
  | 'unreachable'
  | { readonly error: ErrorCode };

export interface PlannedFault {
  readonly fault: Fault;
  /** By name; default every operation. */
  readonly operation?: string;
  readonly connectionId?: string;
  /** How many calls it strikes. Default 1. */
  readonly times?: number;
}

/** A payment as the provider keeps it. */
export interface ProviderPayment {
  readonly ref: string;
  readonly connectionId: string;
  readonly reference: string;
  readonly amount: Money;
  readonly capture: 'automatic' | 'manual';
  readonly input: CheckoutInput;
  status: 'open' | 'approved' | 'authorized' | 'captured' | 'voided' | 'failed' | 'expired' | 'cancelled';
  authorized: bigint;
  captured: bigint;
  refunded: bigint;
  /** All that was ever told, in the provider's order. */
  readonly events: PaymentEvent[];
}

export interface MadeCall {
  readonly connectionId: string;
  readonly operation: string;
  readonly key: string | undefined;
  readonly input: unknown;
  /** `replayed`: the key was known, nothing happened again. */
  end: 'under_way' | 'acted' | 'replayed' | 'refused' | 'lost';
}

/** A call that is held until told. */
export interface Hold {
  /** Resolves once a call has come to it. */
  readonly reached: Promise<void>;
  release(): void;
}

interface CheckoutInput {
  readonly reference: string;
  readonly amount: Money;
  readonly capture: 'automatic' | 'manual';
  readonly [name: string]: unknown;
}

type Answer = Record<string, unknown>;
type Input = Record<string, never> & { providerRef: string };

export interface ScriptedGateway {
  readonly calls: MadeCall[];
  readonly faults: PlannedFault[];
  /** Connections that cannot be reached now. */
  readonly down: Set<string>;
  /** Connections whose credentials the provider refuses now. */
  readonly revoked: Set<string>;
  /** Milliseconds by which the provider's clock is wrong. */
  clockErrorMs: number;
  /** False for a provider that does not carry our reference along. */
  carriesReference: boolean;
  /** Captures, refunds and voids are only answered as pending where true. */
  pending: boolean;
  /** What `payouts` and subscription calls made, by reference. */
  readonly payouts: Map<string, Money>;
  readonly payments: ReadonlyMap<string, ProviderPayment>;
  /** Further ids by which the provider knows a payment, and its usual id. */
  readonly aliases: Map<string, string>;
  /** The only payment, or that of a hub's reference or a provider's id. */
  payment(name?: string): ProviderPayment;
  /** Has the next call of an operation wait: before it happens, or with its answer on the way. */
  hold(operation: string, when?: 'before' | 'after', connectionId?: string): Hold;
  /** Forgets every idempotency key, as providers do after a while. */
  forgetKeys(): void;

  /** The customer pays: `captured`, or `authorized` with manual capture. @returns the events of it */
  pay(name?: string, part?: { readonly amountMinor?: bigint; readonly currency?: string }): readonly PaymentEvent[];
  /** The customer agrees; `confirm` takes the money. */
  approve(name?: string): readonly PaymentEvent[];
  /** States any fact, with the provider's own time. @param part what to write over */
  say(fact: PaymentFact, name?: string, part?: Partial<PaymentEvent>): readonly PaymentEvent[];
  /** Events that were not handed out yet, in order; of one connection or of all. */
  take(connectionId?: string): readonly { readonly connectionId: string; readonly event: PaymentEvent }[];
  /** Charges that were made: one for each time that money was taken or reserved. */
  charges(): number;
  /** Money taken less money given back, over all payments of a currency. */
  held(currency?: string): bigint;
  callsOf(operation: string): readonly MadeCall[];

  /** For `guard`. Errors are those that the guard gives after its own tries. */
  invoke(connectionId: string, operation: Operation, input: unknown, options?: object): Promise<unknown>;
}

/**
 * A provider in memory, with several accounts: each connection is one.
 * @param world part of every id that it gives, where several providers share a database
 */
export function scriptedGateway(nowMs: () => number, world = ''): ScriptedGateway {
  const payments = new Map<string, ProviderPayment>();
  const refunds = new Map<
    string,
    { ref: string; refundRef: string; reference: string; amount: Money; status: string }
  >();
  const answers = new Map<string, { readonly operation: string; readonly answer: Answer }>();
  const outgoing: { connectionId: string; event: PaymentEvent }[] = [];
  const holds: {
    operation: string;
    when: string;
    connectionId: string | undefined;
    arrive(): void;
    wait: Promise<void>;
  }[] = [];
  let made = 0;
  let charges = 0;

  const newId = (kind: string) => `${kind}_${++made}${world}`;
  const aliases = new Map<string, string>();
  const find = (name?: string): ProviderPayment => {
    const all = [...payments.values()];
    const meant = name === undefined ? undefined : (aliases.get(name) ?? name);
    const found = meant === undefined ? all : all.filter(({ ref, reference }) => ref === meant || reference === meant);
    const [payment] = found;
    if (payment === undefined || found.length > 1)
      throw new Error(`${found.length} payments are “${name ?? 'the only one'}”.`);
    return payment;
  };
  const at = () =>
    new Date(Math.floor((nowMs() + gateway.clockErrorMs) / 1_000) * 1_000).toISOString().replace('.000', '');
  const tell = (payment: ProviderPayment, evidence: PaymentFact, part: Partial<PaymentEvent> = {}): PaymentEvent => {
    const event: PaymentEvent = {
      dedupeKey: newId('evt'),
      type: `payment.${evidence.fact}`,
      providerRef: payment.ref,
      ...(gateway.carriesReference ? { reference: payment.reference } : {}),
      occurredAt: at(),
      evidence,
      ...part,
    };
    payment.events.push(event);
    outgoing.push({ connectionId: payment.connectionId, event });
    return event;
  };
  const take = (payment: ProviderPayment, amount: Money, final: boolean) => {
    const movementRef = newId('ch');
    charges += 1;
    payment.captured += amount.amountMinor;
    payment.status = 'captured';
    return tell(payment, { fact: 'captured', movementRef, amount, final });
  };
  const reserve = (payment: ProviderPayment, amount: Money) => {
    charges += 1;
    payment.authorized += amount.amountMinor;
    payment.status = 'authorized';
    return tell(payment, { fact: 'authorized', movementRef: `au_${payment.ref}`, amount });
  };

  const operations: Record<string, (connectionId: string, input: Input) => Answer> = {
    createCheckout(connectionId, raw) {
      const input = raw as unknown as CheckoutInput;
      const ref = newId('cs');
      const { reference, amount, capture } = input;
      const empty = { authorized: 0n, captured: 0n, refunded: 0n, events: [] };
      payments.set(ref, { ref, connectionId, reference, amount, capture, input, status: 'open', ...empty });
      return { outcome: 'created', providerRef: ref, redirectUrl: `https://pay.example/${ref}` };
    },
    confirm(_connectionId, { providerRef }) {
      const payment = find(providerRef);
      if (payment.status !== 'approved') return declined;
      const event =
        payment.capture === 'manual' ? reserve(payment, payment.amount) : take(payment, payment.amount, true);
      return { outcome: 'confirmed', events: [{ ...event, dedupeKey: `answer_${event.dedupeKey}` }] };
    },
    capture(_connectionId, input) {
      const { providerRef, amount, final } = input as unknown as { providerRef: string; amount: Money; final: boolean };
      const payment = find(providerRef);
      if (payment.authorized - payment.captured < amount.amountMinor || payment.status === 'voided') return declined;
      const { evidence } = take(payment, amount, final);
      const movementRef = (evidence as { movementRef: string }).movementRef;
      return { outcome: gateway.pending ? 'pending' : 'succeeded', movementRef, amount };
    },
    void(_connectionId, { providerRef }) {
      const payment = find(providerRef);
      if (payment.captured > 0n) return declined;
      const held = payment.authorized > 0n;
      payment.status = 'voided';
      payment.authorized = 0n;
      tell(payment, held ? { fact: 'voided', movementRef: `au_${payment.ref}` } : { fact: 'cancelled' });
      return { outcome: 'succeeded' };
    },
    refund(_connectionId, input) {
      const { providerRef, amount, reference } = input as unknown as {
        providerRef: string;
        amount: Money;
        reference: string;
      };
      const payment = find(providerRef);
      if (payment.captured - payment.refunded < amount.amountMinor) return declined;
      const refundRef = newId('re');
      const status = gateway.pending ? 'pending' : 'succeeded';
      payment.refunded += amount.amountMinor;
      refunds.set(refundRef, { ref: providerRef, refundRef, reference, amount, status });
      tell(payment, { fact: 'refund', refundRef, reference, amount, status });
      return { outcome: 'accepted', refund: { refundRef, status, amount } };
    },
    getRefund(_connectionId, input) {
      const found = refunds.get((input as unknown as { refundRef: string }).refundRef);
      if (found === undefined) throw new FairleadError('not_found_at_vendor');
      return { refundRef: found.refundRef, status: found.status, amount: found.amount };
    },
    getStatus(connectionId, { providerRef }) {
      const payment = find(providerRef);
      if (payment.connectionId !== connectionId) throw new FairleadError('not_found_at_vendor');
      const opened = { ...firstEvent(payment), dedupeKey: `status:${providerRef}:open` };
      const told = payment.events.map((event) => ({ ...event, dedupeKey: `status:${event.dedupeKey}` }));
      return {
        providerRef,
        vendorStatus: payment.status,
        final: payment.status !== 'open' && payment.status !== 'approved' && payment.status !== 'authorized',
        events: told.length === 0 ? [opened] : told,
      };
    },
    listEvents(connectionId, input) {
      const { since } = input as unknown as { since: string };
      const events = [...payments.values()]
        .filter((payment) => payment.connectionId === connectionId)
        .flatMap((payment) => payment.events)
        .filter(({ occurredAt }) => Date.parse(occurredAt) >= Date.parse(since));
      return { events, nextCursor: null };
    },
    cancelSubscription(_connectionId, input) {
      const { when } = input as unknown as { when: string };
      return { outcome: 'succeeded', status: when === 'now' ? 'cancelled' : 'active' };
    },
    payout(_connectionId, input) {
      const { reference, amount } = input as unknown as { reference: string; amount: Money };
      gateway.payouts.set(reference, amount);
      return { outcome: gateway.pending ? 'pending' : 'succeeded', movementRef: newId('po'), amount };
    },
    testCredentials: () => ({ account: { id: 'acct' }, mode: 'test' }),
  };

  const firstEvent = (payment: ProviderPayment): PaymentEvent => ({
    dedupeKey: '',
    type: 'payment.open',
    providerRef: payment.ref,
    ...(gateway.carriesReference ? { reference: payment.reference } : {}),
    occurredAt: at(),
    evidence: { fact: 'requires_action', url: `https://pay.example/${payment.ref}` },
  });

  const faultFor = (connectionId: string, operation: string): Fault | undefined => {
    const index = gateway.faults.findIndex(
      (each) => (each.operation ?? operation) === operation && (each.connectionId ?? connectionId) === connectionId,
    );
    const planned = gateway.faults[index];
    if (planned === undefined) return undefined;
    const { times = 1 } = planned;
    if (times > 1) gateway.faults[index] = { ...planned, times: times - 1 };
    else gateway.faults.splice(index, 1);
    return planned.fault;
  };
  const passHold = async (connectionId: string, operation: string, when: string) => {
    const index = holds.findIndex(
      (each) =>
        each.operation === operation && each.when === when && (each.connectionId ?? connectionId) === connectionId,
    );
    const [hold] = index < 0 ? [] : holds.splice(index, 1);
    hold?.arrive();
    await hold?.wait;
  };

  const act = (call: MadeCall, operation: Operation, refusal: Answer | undefined): Answer => {
    const { connectionId, key, input } = call;
    if (gateway.revoked.has(connectionId)) throw new FairleadError('credentials_invalid');
    const run = operations[operation.name];
    if (run === undefined) throw new FairleadError('feature_unsupported');
    const memory = `${connectionId} ${key ?? ''}`;
    const known = key === undefined ? undefined : answers.get(memory);
    if (known !== undefined) {
      if (known.operation !== operation.name) throw new FairleadError('idempotency_conflict');
      call.end = 'replayed';
      return known.answer;
    }
    const answer = refusal ?? run(connectionId, input as Input);
    if (key !== undefined) answers.set(memory, { operation: operation.name, answer });
    call.end = answer['outcome'] === 'declined' || refusal !== undefined ? 'refused' : 'acted';
    return answer;
  };

  const gateway: ScriptedGateway = {
    calls: [],
    faults: [],
    down: new Set(),
    revoked: new Set(),
    clockErrorMs: 0,
    carriesReference: true,
    pending: false,
    payouts: new Map(),
    payments,
    aliases,
    payment: find,
    hold(operation, when = 'before', connectionId) {
      const [arrived, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      holds.push({ operation, when, connectionId, arrive: arrived.resolve, wait: released.promise });
      return { reached: arrived.promise, release: released.resolve };
    },
    forgetKeys: () => answers.clear(),
    pay(name, part = {}) {
      const payment = find(name);
      const amount = { ...payment.amount, ...part };
      return [payment.capture === 'manual' ? reserve(payment, amount) : take(payment, amount, true)];
    },
    approve(name) {
      const payment = find(name);
      payment.status = 'approved';
      return [tell(payment, { fact: 'approved' })];
    },
    say(fact, name, part) {
      const payment = find(name);
      if (fact.fact === 'captured') payment.captured += fact.amount.amountMinor;
      if (fact.fact === 'authorized') payment.authorized += fact.amount.amountMinor;
      if (fact.fact === 'refund') {
        const known = refunds.get(fact.refundRef);
        const isOver = (status?: string) => status === 'failed' || status === 'cancelled';
        if (known !== undefined && isOver(fact.status) && !isOver(known.status))
          payment.refunded -= known.amount.amountMinor;
        if (known !== undefined) known.status = fact.status;
      }
      if (fact.fact === 'failed' || fact.fact === 'expired' || fact.fact === 'cancelled') payment.status = fact.fact;
      return [tell(payment, fact, part)];
    },
    take(connectionId) {
      const wanted = outgoing.filter((each) => (connectionId ?? each.connectionId) === each.connectionId);
      for (const each of wanted) outgoing.splice(outgoing.indexOf(each), 1);
      return wanted;
    },
    charges: () => charges,
    held: (currency = 'EUR') =>
      [...payments.values()]
        .filter(({ amount }) => amount.currency === currency)
        .reduce((sum, { captured, refunded }) => sum + captured - refunded, 0n),
    callsOf: (operation) => gateway.calls.filter((call) => call.operation === operation),
    async invoke(connectionId, operation, input, options) {
      demandInput(operation, input);
      const { idempotencyKey: key } = (options ?? {}) as { idempotencyKey?: string };
      if (operation.repeat === 'with-key' && key === undefined) throw new Error(`${operation.name} needs a key.`);
      const call: MadeCall = { connectionId, operation: operation.name, key, input, end: 'under_way' };
      gateway.calls.push(call);
      await passHold(connectionId, operation.name, 'before');
      const fault = gateway.down.has(connectionId) ? 'unreachable' : faultFor(connectionId, operation.name);
      const refusal = fault === 'declined' ? declined : fault === 'not_attempted' ? notAttempted : undefined;
      if (fault !== undefined && refusal === undefined) throwEarly(call, fault, operation);
      const answer = act(call, operation, refusal);
      await passHold(connectionId, operation.name, 'after');
      if (fault === 'timeout_after') {
        call.end = 'lost';
        throw new FairleadError(operation.repeat === 'safe' ? 'timeout' : 'outcome_unknown');
      }
      return answer;
    },
  };
  return gateway;
}

const declined: Answer = { outcome: 'declined', reason: 'declined', message: 'The provider says no.' };
const notAttempted: Answer = { outcome: 'not_attempted', message: 'Not for this currency.' };

/** The end of a call that does not come to act. */
function throwEarly(call: MadeCall, fault: Fault, operation: Operation): void {
  if (fault === 'timeout_after') return;
  call.end = fault === 'timeout_before' ? 'lost' : 'refused';
  if (fault === 'timeout_before') throw new FairleadError(operation.repeat === 'safe' ? 'timeout' : 'outcome_unknown');
  throw new FairleadError(typeof fault === 'object' ? fault.error : 'unreachable');
}

const noSecrets = (): never => {
  throw new Error('No secret crosses here.');
};
const handles = { toHandle: noSecrets, fromHandle: noSecrets };

/** The guard refuses what does not fit the contract; so does this. */
function demandInput(operation: Operation, input: unknown): void {
  const wire = compileCodec(operation.input, handles).encode(input);
  if (Value.Check(operation.input, wire)) return;
  const [first] = Value.Errors(operation.input, wire);
  throw new FairleadError('input_invalid', { message: `${operation.name}: ${JSON.stringify(first)}` });
}

/** Every operation of the capability. */
export const allOperations: readonly string[] = Object.keys(paymentGateway.operations);
