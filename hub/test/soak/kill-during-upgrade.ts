/**
 * The long form of `hub/test/upgrade/move-kills.test.ts`: as many rounds as asked for, each printed; ends with 1 when
 * anything was lost or two versions were mixed.
 *
 * node --conditions=@fairlead/source hub/test/soak/kill-during-upgrade.ts [--rounds 200] [--seed n]
 */
import { parseArgs } from 'node:util';
import { seededRandom } from '../support/random.ts';
import { moveKills } from '../upgrade/move-kills.ts';
import { openShop } from '../upgrade/shop.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '200' }, seed: { type: 'string' } } });
const random = seededRandom(values.seed === undefined ? undefined : Number(values.seed));
console.log(`Seed ${random.seed}`);
await using cleanup = new AsyncDisposableStack();
const shop = await openShop(cleanup, { version: '1.0.0' });
const wrong = await moveKills({
  shop,
  rounds: Number(values.rounds),
  random,
  told: ({ round, verb, step, version }) => console.log(`${round}: ${verb}, killed when ${step}: ${version}`),
});
for (const sentence of wrong) console.log(sentence);
console.log(wrong.length === 0 ? 'One version each time, whole, and nothing lost.' : `${wrong.length} faults.`);
process.exitCode = wrong.length === 0 ? 0 : 1;
