import { type Api, createApi, eventually, type InboxView } from './api.ts';
import { type HubProcess, startAndKill, startHubProcess } from './hub-process.ts';
import type { Random } from './random.ts';
import { addStripe, sendEvent } from './stripe-events.ts';
import { type Delivery, startLoad } from './webhook-load.ts';

export interface KillRoundsOptions {
  readonly dataDir: string;
  readonly rounds: number;
  readonly random: Random;
  readonly told?: (round: RoundReport) => void;
}

export interface RoundReport {
  readonly round: number;
  readonly sent: number;
  readonly acknowledged: number;
  readonly stored: number;
}

/**
 * Kills a hub with SIGKILL at random moments while webhooks pour in, starts it again on the same folder, and compares
 * what the vendor was told with what is stored, dispatched and announced.
 * @returns what was found wrong, in sentences; empty is what it should be
 */
export async function killRounds({ dataDir, rounds, random, told }: KillRoundsOptions): Promise<readonly string[]> {
  const wrong: string[] = [];
  let hub = await startHubProcess({ dataDir });
  let api = await signedIn(hub);
  let seen = 0;
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const { id } = await addStripe(api, { name: `Round ${round}` });
      const deliveries = await loadAndKill(hub, id, random);
      // Now and then the next start is killed as well.
      if (random.next() < 0.2) await startAndKill({ dataDir, afterMs: random.integer(50, 900) });
      hub = await startHubProcess({ dataDir });
      // The sign-in of before the kill holds.
      const { token } = api;
      api = createApi(hub.url);
      api.token = token;
      if ((await api.call('GET', '/api/auth/me')).status === 401) await api.signIn();
      const report = await compare(api, id, deliveries, seen);
      wrong.push(...report.wrong.map((sentence) => `Round ${round}: ${sentence}`));
      wrong.push(...(await repeatOne(api, hub, id, deliveries)).map((sentence) => `Round ${round}: ${sentence}`));
      seen = report.lastSequence;
      told?.({ round, ...report });
    }
  } finally {
    await hub.kill('SIGKILL');
  }
  return wrong;
}

async function signedIn(hub: HubProcess): Promise<Api> {
  const api = createApi(hub.url);
  await api.signIn();
  return api;
}

async function loadAndKill(
  hub: HubProcess,
  connectionId: string,
  random: Random,
): Promise<ReadonlyMap<string, Delivery>> {
  const load = startLoad({ port: hub.port, connectionId, random, sockets: 8, repeats: 0.25, inFlight: 4 });
  await load.begun;
  await new Promise((resolve) => setTimeout(resolve, random.integer(0, 400)));
  await hub.kill('SIGKILL');
  await load.ended;
  if (load.refused.size > 0) throw new Error(`Webhooks were refused: ${JSON.stringify([...load.refused])}`);
  return load.deliveries;
}

async function compare(
  api: Api,
  connection: string,
  deliveries: ReadonlyMap<string, Delivery>,
  after: number,
): Promise<Omit<RoundReport, 'round'> & { readonly wrong: readonly string[]; readonly lastSequence: number }> {
  const wrong: string[] = [];
  const read = () => api.all<InboxView>('/api/inbox', { connection });
  const items = await eventually(read, (found) => found.every(({ status }) => status === 'dispatched'));
  const stored = Map.groupBy(items, ({ eventId }) => eventId);
  for (const [eventId, { sent, acknowledged }] of deliveries) {
    const found = stored.get(eventId) ?? [];
    const [first] = found;
    if (acknowledged > 0 && first === undefined) wrong.push(`${eventId} was acknowledged, and is lost.`);
    if (found.length > 1) wrong.push(`${eventId} is stored ${found.length} times.`);
    if (first !== undefined && (first.duplicates < acknowledged - 1 || first.duplicates > sent - 1))
      wrong.push(
        `${eventId} has ${first.duplicates} duplicates; sent ${sent} times, acknowledged ${acknowledged} times.`,
      );
  }
  for (const { eventId } of items)
    if (!deliveries.has(eventId)) wrong.push(`${eventId} is stored, and was never sent.`);

  const events = await eventually(
    async () =>
      (await api.eventsAfter(after, ['webhook.received'])).filter(({ data }) => data.connection === connection),
    (found) => found.length >= items.length,
  );
  const announced = Map.groupBy(events, ({ data }) => data.inboxId ?? '');
  for (const { id, eventId } of items) {
    const times = announced.get(id)?.length ?? 0;
    if (times !== 1) wrong.push(`${eventId} was announced ${times} times.`);
  }
  if (events.length !== items.length) wrong.push(`${events.length} announcements of ${items.length} events.`);
  const sequences = events.map(({ sequence }) => Number(sequence));
  if (sequences.some((sequence, index) => index > 0 && sequence <= (sequences[index - 1] ?? 0)))
    wrong.push('The sequence of announcements does not grow.');
  const all = [...deliveries.values()];
  return {
    wrong,
    sent: all.reduce((sum, { sent }) => sum + sent, 0),
    acknowledged: all.reduce((sum, { acknowledged }) => sum + acknowledged, 0),
    stored: items.length,
    lastSequence: sequences.at(-1) ?? after,
  };
}

/** The vendor, not having heard, sends one that was stored again: a duplicate, and nothing else. */
async function repeatOne(
  api: Api,
  hub: HubProcess,
  connection: string,
  deliveries: ReadonlyMap<string, Delivery>,
): Promise<readonly string[]> {
  const read = () => api.all<InboxView>('/api/inbox', { connection });
  const before = await read();
  const [one] = before;
  const body = deliveries.get(one?.eventId ?? '')?.body;
  if (one === undefined || body === undefined) return ['Nothing was stored.'];
  const { status } = await sendEvent(hub.url, connection, body);
  const after = await read();
  const again = after.find(({ id }) => id === one.id);
  const asItShould = status === 200 && after.length === before.length && again?.duplicates === one.duplicates + 1;
  return asItShould
    ? []
    : [`${one.eventId}, sent once more after the restart, was not taken for a duplicate (${status}).`];
}
