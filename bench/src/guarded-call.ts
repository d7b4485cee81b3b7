/**
 * What the guard costs. One `getStatus` of a plugin that answers from memory, three ways: the plugin's function called
 * bare; the same through the contract alone (encode, check, decode, call, encode, check, decode); the whole guard.
 *
 * The limit: what is left over the contract is about ten promises, two clock readings and a handful of array writes.
 * Three quarters of the whole is the contract, and most of that is checking and copying the answer.
 */
import { createContracts, createSecretHandles, type RunningPlugin } from '@fairlead/core';
import { definePlugin, defineSettings, type Manifest, paymentGateway } from '@fairlead/sdk';
import { servePlugin } from '@fairlead/sdk/host';
import { Type } from 'typebox';
import { guardOver } from './support/guard-over.ts';
import { median, type Report } from './support/report.ts';

const settings = defineSettings(Type.Object({}, { additionalProperties: false }));
const captured = {
  fact: 'captured',
  movementRef: 'pi_1',
  amount: { amountMinor: 1_299n, currency: 'USD' },
  final: true,
} as const;
const event = {
  dedupeKey: 'evt_1',
  type: 'payment.captured',
  providerRef: 'cs_1',
  occurredAt: '2026-01-01T00:00:00Z',
  evidence: captured,
};
const answer = { providerRef: 'cs_1', vendorStatus: 'paid', final: false, events: [event] };
const implementation = {
  createCheckout: async () => ({ outcome: 'not_attempted' }) as const,
  getStatus: async () => answer,
  receive: async () => ({ outcome: 'invalid', reason: 'malformed' }) as const,
  testCredentials: async () => ({ account: { id: 'a' }, mode: 'test' }) as const,
};
const plugin = definePlugin({ id: 'gateway-bench', settings })({
  capabilities: { 'payment-gateway': () => implementation },
});
const manifest: Manifest = {
  id: 'gateway-bench',
  displayName: 'Bench',
  description: 'Answers from memory.',
  sdk: '*',
  capabilities: {
    'payment-gateway': {
      version: 1,
      operations: { createCheckout: {}, getStatus: {}, receive: {}, testCredentials: {} },
    },
  },
  settings: './settings.schema.json',
  settingsVersion: 1,
  egress: [],
  host: { prefers: 'inline' },
};

function inlineGuard(handles: ReturnType<typeof createSecretHandles>) {
  const serve: RunningPlugin['serve'] = async ({ connection, services }) =>
    servePlugin({ plugin, manifest, context: contextOf(connection, services), handles });
  return guardOver({ id: plugin.id, version: '1.0.0', manifest, serve }, handles);
}

function contextOf(connection: { id: string; name: string }, services: object) {
  return { ...services, connection, settings: {}, http: undefined } as never;
}

/** Microseconds a call. */
async function cost(calls: number, call: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  for (let count = 0; count < calls; count += 1) await call();
  return ((performance.now() - startedMs) * 1_000) / calls;
}

export async function benchGuardedCall(): Promise<Report> {
  const handles = createSecretHandles();
  const guard = inlineGuard(handles);
  const contract = createContracts(handles).of(paymentGateway.getStatus);
  const served = servePlugin({ plugin, manifest, context: contextOf({ id: 'b', name: 'b' }, {}), handles });
  const input = { providerRef: 'cs_1' };
  const scope = { signal: new AbortController().signal, timeoutMs: 1_000, attempt: 1 };
  const ways = {
    bare: () => implementation.getStatus(),
    contract: async () =>
      contract.decodeOutput(await served.call(paymentGateway.getStatus, contract.encodeInput(input), scope)),
    guarded: () => guard.invoke('b', paymentGateway.getStatus, input),
  };
  const rounds: Record<keyof typeof ways, number[]> = { bare: [], contract: [], guarded: [] };
  for (const way of Object.values(ways)) await cost(50_000, way);
  for (let round = 0; round < 7; round += 1) {
    for (const name of ['bare', 'contract', 'guarded'] as const) rounds[name].push(await cost(100_000, ways[name]));
  }
  const [bare, through, guarded] = [median(rounds.bare), median(rounds.contract), median(rounds.guarded)];
  return {
    bench: 'Guarded call (getStatus of an inline plugin, median of 7 × 100,000)',
    figures: [
      { name: 'bare call of the plugin’s function', value: bare, unit: 'µs' },
      { name: 'with its contract, both ways', value: through, unit: 'µs' },
      { name: 'policies (guarded less contract)', value: guarded - through, unit: 'µs', target: { atMost: 2 } },
      { name: 'whole guarded call', value: guarded, unit: 'µs', target: { atMost: 6 } },
    ],
  };
}
