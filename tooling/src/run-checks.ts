import { parseArgs } from 'node:util';
import { type Check, checks } from './checks.ts';
import { findOptionalParts } from './optional-parts.ts';
import { closingLines, type Outcome } from './outcome.ts';

const help = `Runs everything that must hold, in this order:
${checks.map(({ name, what }) => `  ${name.padEnd(9)}${what}`).join('\n')}

  --only types,lint   these alone
  --help              this text

Example: npx -y pnpm@12 test --only types,lint
Ends with 1 when anything failed. One test file: npx -y pnpm@12 unit sdk/src/values`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const chosen = choose(args);
  if (typeof chosen === 'string') {
    console.error(chosen);
    return 2;
  }
  if (chosen.length === 0) {
    console.log(help);
    return 0;
  }
  const outcomes: Outcome[] = [];
  for (const check of chosen) outcomes.push(await runCheck(check));
  const { missing } = findOptionalParts(process.env);
  const ranTests = chosen.some(({ name }) => name === 'tests');
  console.log(closingLines(outcomes, ranTests ? missing : []).join('\n'));
  return outcomes.some(({ failed }) => failed.length > 0) ? 1 : 0;
}

async function runCheck(check: Check): Promise<Outcome> {
  const start = performance.now();
  console.log(`\n== ${check.name}: ${check.what}`);
  const outcome = await check.run();
  const verdict = outcome.failed.length === 0 ? 'ok' : 'FAILED';
  console.log(`== ${check.name}: ${verdict} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return outcome;
}

/** The checks to run, none for help, or a sentence about what is wrong with the arguments. */
function choose(args: string[]): readonly Check[] | string {
  const options = { only: { type: 'string' }, help: { type: 'boolean' } } as const;
  try {
    const { values } = parseArgs({ args: args.filter((item) => item !== '--'), options });
    if (values.help === true) return [];
    if (values.only === undefined) return checks;
    const names = values.only.split(',');
    const unknown = names.filter((name) => !checks.some((check) => check.name === name));
    if (unknown.length === 0) return checks.filter(({ name }) => names.includes(name));
    return `No check is called '${unknown.join("', '")}'. There are: ${checks.map(({ name }) => name).join(', ')}.`;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}
