/** A process to be killed: commits without pause and prints the id of each write once it is acknowledged. */
import { newId, systemClock } from '@fairlead/sdk';
import { createStorage, defineCollection } from '../index.ts';

export const ships = defineCollection({
  name: 'ships',
  index: { name: 'string unique' },
  project: (ship: { readonly name: string }) => ({ name: ship.name }),
});

export async function openAt(path: string) {
  const storage = await createStorage({ path, collections: [ships], clock: systemClock });
  await storage.migrate();
  return storage;
}

async function main(path: string): Promise<never> {
  const storage = await openAt(path);
  const print = (line: string) => process.stdout.write(`${line}\n`);
  const writer = async (name: string) => {
    for (let n = 0; ; n++) {
      const id = newId(systemClock.now());
      await storage.repository(ships).commit({ id, state: { name: `${name}-${n}` } }, 0);
      print(`ship ${id}`);
      const receivedAt = new Date(systemClock.now()).toISOString();
      const request = { method: 'POST', path: '/', headers: {}, body: new Uint8Array(500) };
      const [receipt] = await storage.hot.inbox.insert({
        connectionId: 'c',
        receivedAt,
        request,
        events: [{ eventId: id, type: 'a.b', event: {} }],
      });
      print(`inbox ${receipt?.id}`);
      const job = { id: newId(systemClock.now()), name: 'work', key: null, payload: null, repeat: null };
      await storage.hot.jobs.enqueue({ ...job, runAt: 0, delayMs: null, maxAttempts: 1, createdAt: 0 });
      print(`job ${job.id}`);
    }
  };
  await Promise.all(['a', 'b', 'c', 'd'].map(writer));
  throw new Error('The writers never end.');
}

const [path] = process.argv.slice(2);
if (process.argv[1] === import.meta.filename && path !== undefined) await main(path);
