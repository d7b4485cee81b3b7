/**
 * The whole hub with a flow that commits one event a second. Prints one JSON line with port and token, then how it does.
 *
 * node hub-server.ts <data folder>
 */
import { declareEvent, defineCollection, defineFlow } from '@fairlead/core/flow-api';
import { Type } from 'typebox';
import { startBenchHub } from '../support/bench-hub.ts';
import { reportServer } from './report-server.ts';
import { everyMs, newTick, type Tick } from './tick.ts';

const [dataDir = ''] = process.argv.slice(2);
const ticks = defineCollection({ name: 'ticking_ticks', index: {}, project: (_tick: Tick) => ({}) });
const ticked = declareEvent({
  summary: 'A second is over.',
  subject: 'the only one',
  data: Type.Object({ sentAt: Type.Number(), text: Type.String() }),
  example: { sentAt: 1, text: 'x' },
});
const ticking = defineFlow({
  id: 'ticking',
  collections: [ticks],
  permissions: { 'ticking.read': 'Follow the ticks.' },
  events: { 'tick.happened': ticked },
  topics: { ticks: { permission: 'ticking.read', types: ['tick.*'] } },
})((services) => ({
  start: async () => {
    const repository = services.repository(ticks);
    let version = 0;
    const publish = async () => {
      const tick = newTick();
      const events = [services.event('tick.happened', 'only', { ...tick })];
      version = (await repository.commit({ id: 'only', state: tick, events }, version)).version;
    };
    const timer = setInterval(() => void publish(), everyMs);
    services.signal.addEventListener('abort', () => clearInterval(timer));
  },
}));

const { hub, port, post } = await startBenchHub(dataDir, { flows: [ticking] });
const scopes = ['ticking.read', 'events.read'];
const { key } = await post<{ key: string }>('/api/api-keys', { name: 'Bench', scopes });
const headers = { authorization: `Bearer ${key}` };
// Who was let in may call more often than anybody of one address.
await (await fetch(`${hub.url}/api/events?limit=1`, { headers })).json();
process.stdout.write(`${JSON.stringify({ port, headers })}\n`);
reportServer();
process.once('SIGTERM', () => void hub.stop().then(() => process.exit(0)));
