/** The other end of the bare pipe: answers each call with the same answer, and does nothing else. */
import { Socket } from 'node:net';
import { channelDescriptor, createChannel, type FromChild, type ToChild } from '@fairlead/sdk/host';

const event = {
  dedupeKey: 'evt_1',
  type: 'payment.captured',
  providerRef: 'cs_1',
  occurredAt: '2026-01-01T00:00:00Z',
  evidence: {
    fact: 'captured',
    movementRef: 'pi_1',
    amount: { amountMinor: '1299', currency: 'USD' },
    final: true,
  },
};
const value = { providerRef: 'cs_1', vendorStatus: 'paid', final: false, events: [event] };

const channel = createChannel<FromChild>(new Socket({ fd: channelDescriptor, readable: true, writable: true }), {
  message(message) {
    const { id } = message as ToChild & { readonly id: number };
    channel.send({ type: 'result', id, value });
  },
  broken: () => process.exit(1),
  closed: () => process.exit(0),
});
