import { inspect } from 'node:util';
import { paymentGateway } from '../../src/capabilities/payment-gateway.ts';
import type { InputOf } from '../../src/contract/operation.ts';
import { toWireError, isFairleadError, type WireError } from '../../src/errors/index.ts';
import type { Plugin } from '../../src/plugin/define-plugin.ts';
import type { Manifest } from '../../src/plugin/manifest.ts';
import { secretNames } from '../../src/plugin/settings.ts';
import { currencyDecimals } from '../../src/values/currencies.ts';
import { type Counterparty, startCounterparty } from '../counterparty.ts';
import { matchesRequest, type RecordedRequest, type RequestMatch } from '../counterparty-script.ts';
import type { Check } from '../conformance/check.ts';
import { FakeClock } from '../fake-clock.ts';
import { type CallOptions, type ServeConnection, type StartedPlugin, startPlugin } from '../start-plugin.ts';
import type { CaseValues, PaymentGatewayVendor, VendorOperation } from './vendor.ts';

/** What a suite is run on. */
export interface PaymentGatewaySubject {
  /** What its entry module exports by default. */
  readonly plugin: Plugin;
  /** As `readManifest` reads it. */
  readonly manifest: Manifest;
  /** How the plugin’s vendor is played. */
  readonly vendor: PaymentGatewayVendor;
  /** Where the plugin runs; see `startPlugin`. */
  readonly serve?: ServeConnection;
}

/** Operations that move money or open a checkout: each carries an idempotency key. */
export const keyedOperations = [
  'createCheckout',
  'confirm',
  'capture',
  'void',
  'refund',
  'cancelSubscription',
  'payout',
] as const;
export type KeyedOperation = (typeof keyedOperations)[number];

type Operations = typeof paymentGateway.operations;

/** One connection of the plugin under test, with its vendor played by a counterparty, on a clock of its own. */
export interface Stage {
  readonly vendor: PaymentGatewayVendor;
  readonly counterparty: Counterparty;
  readonly plugin: StartedPlugin;
  readonly clock: FakeClock;
  /** Values of a case: an amount that shows every mistake of scale, in the first currency unless told. */
  values(currency?: string): CaseValues;
  /** Scripts that the vendor carries the operation out (of reads: that the payment is paid). */
  succeed(operation: VendorOperation, values: CaseValues): void;
  /** Calls an operation with a plain input for these values. */
  call<Name extends VendorOperation>(operation: Name, values: CaseValues, options?: CallOptions): Promise<Outcome>;
  /** Requests that carried the operation out. */
  requestsOf(operation: VendorOperation): readonly RecordedRequest[];
  matchOf(operation: VendorOperation): RequestMatch;
  /** Whether a secret of the settings, plain or encoded, can be read there. */
  secretsIn(place: Place): boolean;
}

/** Where a secret must never be: what the plugin logged, its errors, the addresses it called, its key-value state. */
export type Place = 'log' | 'error' | 'address' | 'state';

/** An answer or an error, whichever came. */
export type Outcome =
  | { readonly kind: 'answer'; readonly answer: Record<string, unknown> }
  | { readonly kind: 'error'; readonly error: WireError };

/** The operations of the manifest that call the vendor: those that this vendor has. */
export function offered({ manifest, vendor }: PaymentGatewaySubject): readonly VendorOperation[] {
  const refused: readonly string[] = vendor.refuses ?? [];
  const names = Object.keys(manifest.capabilities[paymentGateway.id]?.operations ?? {});
  return names.filter(
    (name): name is VendorOperation =>
      name in paymentGateway.operations && name !== 'receive' && !refused.includes(name),
  );
}

/** Makes a check that gets a stage of its own. */
export function onStage(subject: PaymentGatewaySubject, title: string, run: (stage: Stage) => Promise<void>): Check {
  return {
    title,
    async run() {
      const clock = new FakeClock();
      const counterparty = await startCounterparty();
      const errors: unknown[] = [];
      try {
        const settings = subject.vendor.settings(counterparty);
        await using plugin = await startPlugin({ ...subject, settings, clock });
        subject.vendor.prepare?.(counterparty);
        const secrets = secretTexts(subject.plugin, settings);
        await run(createStage(subject, { clock, counterparty, plugin, errors, secrets }));
      } finally {
        await counterparty.dispose();
      }
    },
  };
}

interface StageParts {
  readonly clock: FakeClock;
  readonly counterparty: Counterparty;
  readonly plugin: StartedPlugin;
  readonly errors: unknown[];
  readonly secrets: readonly string[];
}

function createStage(
  { vendor }: PaymentGatewaySubject,
  { clock, counterparty, plugin, errors, secrets }: StageParts,
): Stage {
  const matchOf = (operation: VendorOperation): RequestMatch => {
    const match = vendor.requests[operation];
    if (match === undefined) throw new Error(`The vendor adapter names no request for “${operation}”.`);
    return match;
  };
  return {
    vendor,
    counterparty,
    plugin,
    clock,
    matchOf,
    secretsIn: (place) => findSecrets(place, secrets, { plugin, counterparty, errors }),
    values: (currency = vendor.currencies?.[0] ?? 'EUR') => ({
      reference: 'attempt-0001',
      amount: { amountMinor: sampleAmount(currency), currency },
      nowMs: clock.now(),
    }),
    succeed(operation, values) {
      if (operation === 'getStatus') return vendor.knows(counterparty, 'paid', values);
      if (operation === 'listEvents') return void vendor.eventPages?.(counterparty, values);
      const succeed = vendor.succeeds[operation];
      if (succeed === undefined) throw new Error(`The vendor adapter does not say how “${operation}” succeeds.`);
      return succeed(counterparty, values);
    },
    async call(operation, values, options) {
      const input = inputs[operation](values, vendor);
      try {
        const answer = await plugin.invoke(paymentGateway.operations[operation], input as never, options);
        return { kind: 'answer', answer: answer as Record<string, unknown> };
      } catch (error) {
        errors.push(error);
        if (!isFairleadError(error)) throw error;
        return { kind: 'error', error: toWireError(error) };
      }
    },
    requestsOf: (operation) => counterparty.requests.filter((request) => matchesRequest(matchOf(operation), request)),
  };
}

/** Ends in 0 for three decimals, as some vendors demand; no other digit repeats. */
function sampleAmount(currency: string): bigint {
  const amounts: Readonly<Record<number, bigint>> = { 0: 1_234n, 2: 123_456n, 3: 1_234_560n, 4: 12_345_670n };
  return amounts[currencyDecimals(currency) ?? 2] ?? 1_234n;
}

type Inputs = {
  readonly [Name in VendorOperation]: (values: CaseValues, vendor: PaymentGatewayVendor) => InputOf<Operations[Name]>;
};

const inputs: Inputs = {
  createCheckout: ({ reference, amount }) => ({
    reference,
    amount,
    capture: 'automatic',
    description: 'Order 1',
    returnUrl: 'https://shop.example/return',
    cancelUrl: 'https://shop.example/cancel',
  }),
  getStatus: ({ reference }, { refs }) => ({ providerRef: refs.providerRef, reference }),
  confirm: (_values, { refs }) => ({ providerRef: refs.providerRef, capture: 'automatic' }),
  capture: ({ amount }, { refs }) => ({ providerRef: refs.providerRef, amount, final: true }),
  void: (_values, { refs }) => ({ providerRef: refs.providerRef }),
  refund: ({ amount, reference }, { refs }) => ({
    providerRef: refs.providerRef,
    movementRef: refs.movementRef,
    amount,
    reference,
    reason: 'requested_by_customer',
  }),
  getRefund: (_values, { refs }) => ({ providerRef: refs.providerRef, refundRef: refs.refundRef }),
  listEvents: ({ nowMs }) => ({ since: new Date(nowMs - 86_400_000).toISOString(), undeliveredOnly: false }),
  cancelSubscription: (_values, { refs }) => ({ subscriptionRef: refs.subscriptionRef ?? '', when: 'now' }),
  payout: ({ amount, reference }, { refs }) => ({
    reference,
    amount,
    destination: refs.destination ?? 'someone@example.com',
  }),
  testCredentials: () => ({}),
};

/** The input that {@link Stage.call} uses. */
export function inputOf(operation: VendorOperation, values: CaseValues, vendor: PaymentGatewayVendor): unknown {
  return inputs[operation](values, vendor);
}

function secretTexts(plugin: Plugin, settings: Readonly<Record<string, unknown>>): readonly string[] {
  return secretNames(plugin.settings)
    .flatMap((name) => settings[name])
    .filter((value): value is string => typeof value === 'string');
}

function findSecrets(
  place: Place,
  secrets: readonly string[],
  { plugin, counterparty, errors }: Omit<StageParts, 'clock' | 'secrets'>,
): boolean {
  const texts: { readonly [Name in Place]: () => string } = {
    log: () => inspect(plugin.logs, { depth: 8 }) + JSON.stringify(plugin.logs),
    error: () => errors.map((error) => (isFairleadError(error) ? JSON.stringify(error) : String(error))).join('\n'),
    address: () => counterparty.requests.map(({ path, query }) => path + JSON.stringify(query)).join('\n'),
    state: () => [...plugin.state.entries.values()].join('\n'),
  };
  const text = texts[place]();
  return secrets.some((secret) =>
    [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')].some((form) => text.includes(form)),
  );
}
