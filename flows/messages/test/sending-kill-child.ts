/**
 * Sends one message after the other to the address given, each with a key and a text of its own, until it is killed.
 * Prints the number of each before it asks. The first was perhaps asked for by the process before.
 */
import type { channel, InputOf } from '@fairlead/sdk';
import { systemClock } from '@fairlead/sdk';
import { isHubError } from '@fairlead/core/flow-api';
import { createMessagesFlow } from '../src/index.ts';
import { callRoute, connectionId, flowServices, openStorage } from './flow-harness.ts';
import { scriptedChannel } from './scripted-channel.ts';

const [, , folder = '', vendorUrl = '', first = '0'] = process.argv;
const storage = await openStorage(folder, systemClock);
const sender = {
  async send(input: unknown) {
    const { text, reference } = input as InputOf<typeof channel.send>;
    const answer = await fetch(vendorUrl, { method: 'POST', body: JSON.stringify({ text, reference }) });
    return { outcome: 'sent' as const, id: await answer.text() };
  },
};
const { routes } = createMessagesFlow().make(
  flowServices({ storage, clock: systemClock, vendor: scriptedChannel(), sender }),
);
for (let number = Number(first); ; number++) {
  process.stdout.write(`${number}\n`);
  const body = { chatId: '@news', text: `Message ${number}` };
  const request = { params: { connectionId }, body, idempotencyKey: `k${number}` };
  try {
    await callRoute(routes, 'POST', '/api/channels/{connectionId}/messages', request);
  } catch (error) {
    // Left in the middle by the process before.
    if (!isHubError(error, 'idempotency_in_flight')) throw error;
  }
}
