/**
 * The long form of the test of the same name: as many rounds as asked for, each printed; ends with 1 when anything was
 * lost or doubled, and keeps the data folder then.
 *
 * node --conditions=@fairlead/source hub/test/soak/kill-during-payments.ts [--rounds 500] [--seed n]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { paymentKillRounds } from '../support/payment-kill-rounds.ts';
import { seededRandom } from '../support/random.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '500' }, seed: { type: 'string' } } });
const random = seededRandom(values.seed === undefined ? undefined : Number(values.seed));
const dataDir = await mkdtemp(join(tmpdir(), 'fairlead-payments-'));
console.log(`Seed ${random.seed}`);
const wrong = await paymentKillRounds({
  folder: dataDir,
  rounds: Number(values.rounds),
  random,
  told: ({ round, sent, answered }) => console.log(`${round}: sent ${sent}, answered ${answered}`),
});
for (const sentence of wrong) console.log(sentence);
if (wrong.length === 0) await rm(dataDir, { recursive: true });
else console.log(`The data is kept in ${dataDir}.`);
console.log(wrong.length === 0 ? 'Nobody was charged twice, no payment was lost.' : `${wrong.length} faults.`);
process.exitCode = wrong.length === 0 ? 0 : 1;
