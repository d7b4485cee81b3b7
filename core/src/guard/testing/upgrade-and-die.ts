/** A process to be killed: upgrades or rolls back a plugin, and ends itself after so many durable writes. */
import { systemClock } from '@fairlead/sdk';
import { openUpgradeBench, shopId } from './upgrade-bench.ts';

const [folder = '', verb = '', writes = '0'] = process.argv.slice(2);
const bench = await openUpgradeBench(folder, systemClock);
await bench.start();
let left = Number(writes);
bench.storage.onCommit(() => {
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
});
if (verb === 'upgrade') await bench.upgrade();
else await bench.upgrades.rollback(shopId, 'admin');
process.stdout.write('done\n');
await bench.dispose();
