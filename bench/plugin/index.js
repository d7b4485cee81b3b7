import { definePlugin } from '@fairlead/sdk';

const settings = { type: 'object', properties: {}, additionalProperties: false };
const captured = {
  fact: 'captured',
  movementRef: 'pi_1',
  amount: { amountMinor: 1_299n, currency: 'USD' },
  final: true,
};
const event = {
  dedupeKey: 'evt_1',
  type: 'payment.captured',
  providerRef: 'cs_1',
  occurredAt: '2026-01-01T00:00:00Z',
  evidence: captured,
};
const answer = { providerRef: 'cs_1', vendorStatus: 'paid', final: false, events: [event] };

/** A gateway that answers from memory, for benches. */
// oxlint-disable-next-line import/no-default-export -- it is what a plugin's entry exports
export default definePlugin({ id: 'gateway-bench', settings })({
  capabilities: {
    'payment-gateway': () => ({
      createCheckout: async () => ({ outcome: 'not_attempted' }),
      getStatus: async () => answer,
      receive: async () => ({ outcome: 'invalid', reason: 'malformed' }),
      testCredentials: async () => ({ account: { id: 'a' }, mode: 'test' }),
    }),
  },
});
