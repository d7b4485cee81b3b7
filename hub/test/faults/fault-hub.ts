import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { type Api, type ConnectionView, createApi, eventually, type InboxView } from '../support/api.ts';
import { type HubProcess, startHubProcess } from '../support/hub-process.ts';
import { withSdk } from '../support/plugin-packages.ts';
import { type Random, seededRandom } from '../support/random.ts';
import { addStripe } from '../support/stripe-events.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type FaultyPlugin, writeFaultyPlugin } from './faulty-plugins.ts';
import { median, type PacedLoad, pause, startPacedLoad } from './paced-load.ts';

export interface PluginView {
  readonly id: string;
  readonly status: string;
  readonly host?: string;
  readonly reason?: string;
  readonly exits: readonly {
    readonly code: string;
    readonly message: string;
    readonly lastOutput: readonly string[];
  }[];
}

export interface PluginHealthView {
  readonly refused: readonly { readonly kind: string; readonly host: string; readonly attempts: number }[];
}

/** A hub with plugins that misbehave, and one connection of a vendor that has nothing to do with them. */
export interface FaultHub extends AsyncDisposable {
  readonly dataDir: string;
  readonly hub: HubProcess;
  readonly api: Api;
  /** Events for the other connection, at half of what this machine takes. */
  readonly load: PacedLoad;
  /** What was acknowledged and is not there exactly once, in sentences. */
  lost(): Promise<readonly string[]>;
  /** Enables a plugin and makes a connection of it. */
  connect(plugin: FaultyPlugin, secrets?: Readonly<Record<string, string>>): Promise<Patient>;
}

/** A connection of a plugin that misbehaves. */
export interface Patient {
  readonly connection: ConnectionView;
  plugin(): Promise<PluginView>;
  health(): Promise<PluginHealthView>;
  /** Calls it: with a cursor that begins with `fault` it misbehaves. @returns the answer's cursor, or the problem's code */
  call(cursor: string): Promise<{ readonly status: number; readonly answer: string }>;
  /**
   * Has it misbehave once more. A call that does not come through to it (a breaker may still be open) is made again.
   * @returns the answer's cursor, or the code of the problem with which the call ended
   */
  misbehave(round: number): Promise<string>;
  /** Resolves when a call is answered well again. */
  recovered(): Promise<void>;
}

export interface FaultHubOptions {
  readonly plugins: readonly FaultyPlugin[];
  readonly env?: Readonly<Record<string, string>>;
  /** Default: so many a second as half of what this machine took when it was asked for all. */
  readonly perSecond?: number;
}

/** What fills its memory is ended at its limit, rather than started afresh a little before: that has a test of its own. */
const noRecycling = { budgetShare: 10 };

/** Asks no more often than the hub lets one address ask in the long run. */
export function patiently<Value>(ask: () => Promise<Value>, wished: (value: Value) => boolean): Promise<Value> {
  return eventually(() => pause(250).then(ask), wished, 120_000);
}

export async function startFaultHub({ plugins, env = {}, perSecond }: FaultHubOptions): Promise<FaultHub> {
  const cleanup = new AsyncDisposableStack();
  const { path: dataDir } = cleanup.use(await temporaryFolder());
  await withSdk(dataDir);
  for (const plugin of plugins) await writeFaultyPlugin(dataDir, plugin);
  const hub = await startHubProcess({ dataDir, env: { ...env, HUB_TEST_LEAKS: JSON.stringify(noRecycling) } });
  cleanup.defer(async () => void (await hub.stop()));
  const api = createApi(hub.url);
  await api.signIn();
  const { id } = await addStripe(api);
  const random = seededRandom();
  const target = { port: hub.port, connectionId: id, random };
  const load = startPacedLoad({ ...target, perSecond: perSecond ?? (await capacity(target)) / 2 });
  cleanup.defer(() => load.stop());
  return {
    dataDir,
    hub,
    api,
    load,
    lost: () => lost(api, id, load.acknowledged),
    connect: (plugin, secrets = { token: 'nothing secret' }) => connectTo({ api, dataDir }, plugin, secrets),
    [Symbol.asyncDispose]: () => cleanup.disposeAsync(),
  };
}

/** Webhooks a second that this machine answers, the sender included: the fastest pace that the answers keep up with. */
async function capacity(target: { port: number; connectionId: string; random: Random }): Promise<number> {
  let kept = 50;
  for (let perSecond = 100; perSecond <= 6_400; perSecond *= 2) {
    const load = startPacedLoad({ ...target, perSecond });
    const slow = median(await load.measure(4, 250)) > 50;
    await load.stop();
    if (slow) break;
    kept = perSecond;
  }
  return kept;
}

async function lost(api: Api, connection: string, acknowledged: ReadonlySet<string>): Promise<readonly string[]> {
  const items = await api.all<InboxView>('/api/inbox', { connection });
  const times = new Map<string, number>();
  for (const { eventId } of items) times.set(eventId, (times.get(eventId) ?? 0) + 1);
  return [...acknowledged]
    .filter((id) => times.get(id) !== 1)
    .map((id) => `${id} is there ${times.get(id) ?? 0} times.`);
}

async function connectTo(
  { api, dataDir }: Pick<FaultHub, 'api' | 'dataDir'>,
  { id }: FaultyPlugin,
  secrets: Readonly<Record<string, string>>,
): Promise<Patient> {
  await api.ok('POST', `/api/plugins/${id}/enable`, { body: {} });
  const plugin = () => api.ok<PluginView>('GET', `/api/plugins/${id}`);
  await patiently(plugin, ({ status }) => status !== 'starting' && status !== 'enabled');
  const connection = await api.ok<ConnectionView>('POST', '/api/connections', {
    body: { plugin: id, name: `Connection of ${id}`, settings: {}, secrets },
  });
  const call: Patient['call'] = async (cursor) => {
    const path = `/api/connections/${connection.id}/operations/fetch`;
    const answer = await api.call('POST', path, { body: { input: { limit: 1, cursor } } });
    const body = answer.json<{ readonly output?: { readonly cursor: string }; readonly code?: string }>();
    return { status: answer.status, answer: body.output?.cursor ?? body.code ?? answer.text };
  };
  return {
    connection,
    plugin,
    health: () => api.ok<PluginHealthView>('GET', `/api/plugins/${id}/health`),
    call,
    async misbehave(round) {
      const cursor = `fault-${round}`;
      const begun = () =>
        access(join(dataDir, 'plugin-files', id, cursor)).then(
          () => true,
          () => false,
        );
      for (let tries = 1; tries <= 20; tries += 1) {
        const { answer } = await call(cursor);
        if (await begun()) return answer;
        await pause(500);
      }
      throw new Error(`${id} was never reached.`);
    },
    async recovered() {
      await patiently(
        () => call('how are you'),
        ({ answer }) => answer.startsWith('well'),
      );
    },
  };
}
