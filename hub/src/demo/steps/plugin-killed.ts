import { systemClock } from '@fairlead/sdk';
import { foreignPlugin } from '../foreign-plugin.ts';
import type { DemoConnection, Stage } from '../stage.ts';
import { prove, type Step, until } from '../step.ts';

interface Plugin {
  readonly status: string;
  readonly host?: string;
  readonly exits: readonly { readonly code: string; readonly message: string }[];
}

interface PluginHealth {
  readonly processes: readonly { readonly pid?: number; readonly rssBytes?: number }[];
  readonly versions: readonly { readonly restarts: number }[];
}

interface Tested {
  readonly outcome: string;
  readonly account?: { readonly id: string };
}

const path = `/api/plugins/${foreignPlugin}`;
const megabyte = 1_048_576;

export const pluginKilled: Step = {
  title: 'A plugin’s process is killed, and comes back',
  async run(stage, tell) {
    const { api, connections, stream } = stage;
    const found = await api.get<Plugin>(path);
    prove(found.status === 'discovered', `a plugin that is not of the release waits, and is not ${found.status}`);
    await api.post<Plugin>(`${path}/enable`, {});
    const enabled = await runs(stage);
    prove(enabled.host === 'process', 'it runs in a process of its own once it is enabled');
    const body = { plugin: foreignPlugin, name: 'Foreign channel', settings: {}, secrets: {} };
    const connection = await api.post<DemoConnection>('/api/connections', body);
    connections.set(foreignPlugin, connection);
    const first = await answering(stage, connection.id);
    const { rssBytes = 0 } = await processOf(stage, first);
    tell(`a plugin of somebody else runs as process ${first}, with ${Math.round(rssBytes / megabyte)} MB`);

    const killedAt = systemClock.monotonic();
    process.kill(first, 'SIGKILL');
    const exit = await until('the end of the process is recorded', async () => (await api.get<Plugin>(path)).exits[0]);
    prove(exit.code === 'killed', `its end is known as killed, and not as ${exit.code}`);
    tell(`killed by SIGKILL, and the hub knows: ${exit.message} (${exit.code})`);
    await until('health of its connection says why', () =>
      stream.events.find(
        ({ type, data }) =>
          type === 'connection.health_changed' &&
          data['connection'] === connection.id &&
          JSON.stringify(data['reasons']).includes('plugin_not_running'),
      ),
    );

    await runs(stage);
    const second = await answering(stage, connection.id);
    prove(second !== first, 'another process answers');
    const tookMs = systemClock.monotonic() - killedAt;
    const { versions } = await api.get<PluginHealth>(`${path}/health`);
    prove(versions[0]?.restarts === 1, 'one restart is counted');
    const seconds = (tookMs / 1_000).toFixed(1);
    tell(`${seconds} s later process ${second} answers the next call; the hub itself never stopped`);
    await until('its connection is healthy again', async () => {
      const { status } = await api.get<{ readonly status: string }>(`/api/connections/${connection.id}/health`);
      return status === 'healthy' ? status : undefined;
    });
    tell('its connection was unhealthy meanwhile, said why, and is healthy again');
  },
};

function runs({ api }: Stage): Promise<Plugin> {
  return until('the plugin runs', async () => {
    const plugin = await api.get<Plugin>(path);
    return plugin.status === 'running' ? plugin : undefined;
  });
}

/** The process that answers a call of the connection. */
async function answering({ api }: Stage, connectionId: string): Promise<number> {
  const { outcome, account } = await api.post<Tested>(`/api/connections/${connectionId}/test`, {});
  prove(outcome === 'ok' && account !== undefined, 'the plugin answers a call');
  return Number(account.id);
}

async function processOf({ api }: Stage, pid: number) {
  return until('the process tells what it uses', async () =>
    (await api.get<PluginHealth>(`${path}/health`)).processes.find((one) => one.pid === pid),
  );
}
