/**
 * The long form of `hub/test/faults`: every plugin that ends its own process, again and again, with longer measurements;
 * each printed. Ends with 1 when a cause was another than it should be, when others were disturbed, or when anything was
 * lost.
 *
 * node --conditions=@fairlead/source hub/test/soak/plugin-faults.ts [--rounds 10] [--only "process.exit"]
 */
import { parseArgs } from 'node:util';
import { patiently, startFaultHub } from '../faults/fault-hub.ts';
import { compareRounds, isUndisturbed } from '../faults/fault-rounds.ts';
import { endings } from '../faults/faulty-plugins.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '10' }, only: { type: 'string' } } });
const chosen = Object.entries(endings).filter(([name]) => values.only === undefined || name === values.only);
const wrong: string[] = [];
for (const [name, fault] of chosen) {
  // A hub for each, because five failures within ten minutes are a quarantine.
  for (let from = 0; from < Number(values.rounds); from += 4) {
    await using hub = await startFaultHub({ plugins: [fault] });
    const patient = await hub.connect(fault);
    const rounds = await compareRounds(hub, patient, {
      rounds: Math.min(4, Number(values.rounds) - from),
      windows: 10,
      untilUndisturbed: false,
      async misbehave(round) {
        await patient.misbehave(round);
        await patiently(patient.plugin, ({ exits }) => exits.length >= round);
      },
    });
    const { exits } = await patient.plugin();
    for (const [index, comparison] of rounds.entries()) {
      const { calmMs, faultMs } = comparison;
      const cause = exits.at(-1 - index)?.code ?? 'none';
      const right = fault.causes.includes(cause);
      console.log(`${name}: ${cause}; p95 ${calmMs.toFixed(1)} ms in peace, ${faultMs.toFixed(1)} ms meanwhile`);
      if (!right) wrong.push(`${name} was recorded as ${cause}.`);
      if (!isUndisturbed(comparison)) wrong.push(`${name}: ${faultMs.toFixed(1)} ms instead of ${calmMs.toFixed(1)}.`);
    }
    await hub.load.stop();
    wrong.push(...hub.load.refused, ...(await hub.lost()));
  }
}
for (const sentence of wrong) console.log(sentence);
console.log(wrong.length === 0 ? 'Nobody else noticed anything.' : `${wrong.length} faults.`);
process.exitCode = wrong.length === 0 ? 0 : 1;
