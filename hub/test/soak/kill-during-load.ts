/**
 * The long form of the test of the same name: as many rounds as asked for, each printed; ends with 1 when anything was
 * lost or doubled, and keeps the data folder then.
 *
 * node --conditions=@fairlead/source hub/test/soak/kill-during-load.ts [--rounds 500] [--seed n]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killRounds } from '../support/kill-rounds.ts';
import { seededRandom } from '../support/random.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '500' }, seed: { type: 'string' } } });
const random = seededRandom(values.seed === undefined ? undefined : Number(values.seed));
const dataDir = await mkdtemp(join(tmpdir(), 'fairlead-soak-'));
console.log(`Seed ${random.seed}`);
const wrong = await killRounds({
  dataDir,
  rounds: Number(values.rounds),
  random,
  told: ({ round, sent, acknowledged, stored }) =>
    console.log(`${round}: sent ${sent}, acknowledged ${acknowledged}, stored ${stored}`),
});
for (const sentence of wrong) console.log(sentence);
if (wrong.length === 0) await rm(dataDir, { recursive: true });
else console.log(`The data is kept in ${dataDir}.`);
console.log(wrong.length === 0 ? 'Nothing acknowledged was lost, nothing was doubled.' : `${wrong.length} faults.`);
process.exitCode = wrong.length === 0 ? 0 : 1;
