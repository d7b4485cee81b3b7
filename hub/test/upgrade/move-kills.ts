import type { PluginView, SettledConnection, Shop } from './shop.ts';
import { eventually } from '../support/api.ts';
import { startAndKill } from '../support/hub-process.ts';
import type { Random } from '../support/random.ts';
import { problemOf, running, token } from './shop.ts';

/** Steps that each way passes; a way back tries nothing. */
export const stepsOf = {
  upgrade: ['staging', 'starting', 'migrating', 'checking', 'testing', 'probing', 'switching', 'watching'],
  rollback: ['staging', 'starting', 'migrating', 'switching', 'done'],
} as const;
export type Verb = keyof typeof stepsOf;

export interface KilledMove {
  readonly round: number;
  readonly verb: Verb;
  /** The step that it was last seen in before the kill. */
  readonly step: string;
  /** The version that answered after the restart. */
  readonly version: string;
}

export interface MoveKillsOptions {
  readonly shop: Shop;
  readonly rounds: number;
  readonly random: Random;
  readonly told?: (round: KilledMove) => void;
}

/** What the greeting of each connection has to be, by id, in the words of the first version. */
type Greetings = Map<string, string>;

const first = '1.0.0';
const second = '2.0.0';

/**
 * Kills a hub with SIGKILL while it takes a plugin to another version or back, at each step in turn and a random while
 * into it, and starts it again on the same folder. From time to time the start is killed as well, or somebody changes a
 * connection before the next round.
 * @returns what was found wrong, in sentences; empty is what it should be
 */
export async function moveKills({ shop, rounds, random, told }: MoveKillsOptions): Promise<readonly string[]> {
  const wrong: string[] = [];
  const greetings: Greetings = new Map();
  for (const name of ['a', 'b', 'c']) greetings.set((await shop.connect(name)).id, `hello-${name}`);
  await shop.write({ version: second, settingsVersion: 2 });
  const turns = { upgrade: 0, rollback: 0 };
  for (let round = 1; round <= rounds; round += 1) {
    const verb = (await shop.plugin()).version === first ? 'upgrade' : 'rollback';
    const aim = stepsOf[verb][turns[verb]++ % stepsOf[verb].length] ?? 'staging';
    const step = await killAt(shop, verb, aim, random);
    if (random.next() < 0.15) await startAndKill({ dataDir: shop.dataDir, afterMs: random.integer(50, 900) });
    await shop.again();
    const { version, faults } = await check(shop, greetings);
    wrong.push(...faults.map((sentence) => `Round ${round} (${verb}, killed when ${step}): ${sentence}`));
    told?.({ round, verb, step, version });
    if (random.next() < 0.3) await change(shop, greetings, round, random);
  }
  return wrong;
}

/** @returns the step that the move was last seen in */
async function killAt(shop: Shop, verb: Verb, aim: string, random: Random): Promise<string> {
  const steps: readonly string[] = stepsOf[verb];
  const consent = verb === 'upgrade' ? await consentOf(shop) : undefined;
  const before = (await shop.plugin()).upgrade;
  // What it answers is lost with the hub.
  const asked = (verb === 'upgrade' ? shop.upgrade(second, consent) : shop.rollback()).catch(() => undefined);
  let seen = 'not begun';
  let isOver = false;
  void asked.then(() => (isOver = true));
  while (steps.indexOf(seen) < steps.indexOf(aim) && !isOver) {
    const { upgrade } = await shop.plugin();
    const isNew = upgrade !== undefined && JSON.stringify(upgrade) !== JSON.stringify(before);
    if (isNew && upgrade.kind === verb) seen = upgrade.step;
  }
  await new Promise((resolve) => setTimeout(resolve, random.integer(0, 12)));
  await shop.hub.kill('SIGKILL');
  await asked;
  return seen;
}

async function consentOf(shop: Shop): Promise<string> {
  return String(problemOf(await shop.upgrade(second)).details?.['consent']);
}

/** One version, everything that is stored of its kind, and every connection answers with what it had. */
async function check(shop: Shop, greetings: Greetings): Promise<{ version: string; faults: readonly string[] }> {
  const plugin = await running(shop);
  const { version } = plugin;
  const faults: string[] = [];
  if (version !== first && version !== second) faults.push(`Version ${version} answers, which nobody asked for.`);
  const { length } = await shop.api.all<SettledConnection>('/api/connections');
  if (length !== greetings.size) faults.push(`There are ${length} connections of ${greetings.size}.`);
  for (const [id, greeting] of greetings) {
    const expected = stored(version, greeting);
    const { settings, settingsVersion, secrets } = await shop.connection(id);
    const found = { settings: { ...settings, vendor: '' }, settingsVersion, secrets: Object.keys(secrets) };
    if (JSON.stringify(found) !== JSON.stringify(expected)) {
      faults.push(`Version ${version} has ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}.`);
    }
    const answer = await shop.fetch(id);
    const wanted = `${version} ${version === first ? greeting : `${greeting}!`} ${token.length}`;
    if (answer !== wanted) faults.push(`A call was answered “${answer}” instead of “${wanted}”.`);
  }
  return { version, faults: [...faults, ...moveFaults(plugin)] };
}

/** As the API shows it; names in the order in which they are stored do not matter. */
function stored(version: string, greeting: string) {
  return version === first
    ? { settings: { vendor: '', greeting }, settingsVersion: 1, secrets: ['token'] }
    : { settings: { vendor: '', salutation: `${greeting}!` }, settingsVersion: 2, secrets: ['apiKey'] };
}

/** What was under way has come to an end, and there is a way back exactly from the newer version. */
function moveFaults({ version, previous, upgrade }: PluginView): readonly string[] {
  const ends = ['failed', 'watching', 'done'];
  const faults = ends.includes(upgrade?.step ?? '') ? [] : [`The move is still ${upgrade?.step}.`];
  const back = version === second ? first : undefined;
  return previous === back ? faults : [...faults, `From ${version} the way back leads to ${previous}.`];
}

/** Somebody changes a setting, which the next way there or back has to take along. */
async function change(shop: Shop, greetings: Greetings, round: number, random: Random): Promise<void> {
  const id = random.pick([...greetings.keys()]);
  const greeting = `changed-${round}`;
  const { version } = await shop.plugin();
  const settings = version === first ? { greeting } : { salutation: `${greeting}!` };
  const connection = await shop.connection(id);
  const headers = { 'if-match': `"${connection.version}"` };
  await shop.api.ok('PATCH', `/api/connections/${id}`, { body: { settings }, headers });
  greetings.set(id, greeting);
  await eventually(
    () => shop.fetch(id),
    (answer) => answer.includes(greeting),
  );
}
