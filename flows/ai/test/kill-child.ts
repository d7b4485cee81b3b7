/** Asks for ever, eight at a time, until it is killed. Writes a dot for each answer that was given. */
import { writeSync } from 'node:fs';
import { systemClock } from '@fairlead/sdk';
import { flowHarness } from './flow-harness.ts';

const [, , folder = ''] = process.argv;
const hub = await flowHarness({ folder, clock: systemClock });
const { items } = await hub.call<{ items: unknown[] }>('GET', '/api/ai/configurations');
if (items.length === 0) await hub.configure();
const ask = async (): Promise<never> => {
  for (;;) {
    await hub.ask();
    writeSync(1, '.');
  }
};
await Promise.all(Array.from({ length: 8 }, ask));
