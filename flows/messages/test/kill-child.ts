/** Polls one connection for ever on the folder given, until it is killed. Prints a line after each poll. */
import { systemClock } from '@fairlead/sdk';
import { createMessagesFlow } from '../src/index.ts';
import { connectionId, flowServices, openStorage } from './flow-harness.ts';
import { eventfulHistory, scriptedChannel } from './scripted-channel.ts';

const [, , folder = '', count = '0'] = process.argv;
const vendor = scriptedChannel();
vendor.published.push(...eventfulHistory(Number(count)));
const storage = await openStorage(folder, systemClock);
const { jobs } = createMessagesFlow({ pageSize: 20, mostPages: 5 }).make(
  flowServices({ storage, clock: systemClock, vendor }),
);
const signal = new AbortController().signal;
process.stdout.write('ready\n');
for (;;) {
  await jobs?.['poll']?.handle({ connectionId }, { signal, attempt: 1 });
  process.stdout.write('polled\n');
}
