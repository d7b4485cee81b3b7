import { HubCallError } from '../../client/hub-client.ts';
import { foreignPlugin, writeForeignPlugin } from '../foreign-plugin.ts';
import { prove, type Step, until } from '../step.ts';

interface Plugin {
  readonly version: string;
  readonly status: string;
  readonly upgrade?: { readonly kind: string; readonly reason?: { readonly code: string; readonly message: string } };
}

interface Incident {
  readonly code: string;
  readonly title: string;
  readonly subject: { readonly id: string };
}

const path = `/api/plugins/${foreignPlugin}`;
const broken = '2.0.0';

export const upgradeRolledBack: Step = {
  title: 'An upgrade is rolled back by itself',
  async run({ api, connections, dataDir }, tell) {
    const connection = connections.get(foreignPlugin);
    prove(connection !== undefined, 'there is a connection of the foreign plugin');
    const fetched = async (): Promise<string> => {
      try {
        const input = { limit: 1 };
        await api.post(`/api/connections/${connection.id}/operations/fetch`, { input });
        return 'ok';
      } catch (error) {
        if (error instanceof HubCallError) return error.code;
        throw error;
      }
    };
    const before = await api.get<Plugin>(path);
    prove((await fetched()) === 'ok', `version ${before.version} answers`);

    // It passes the credential test, and breaks its contract in the first real call.
    await writeForeignPlugin(dataDir, { version: broken, fetched: "{ nothing: 'that was agreed' }" });
    const upgraded = await api.post<Plugin>(`${path}/upgrade`, { version: broken });
    prove(upgraded.version === broken, `version ${broken} runs after its tests`);
    tell(`version ${broken} was started beside ${before.version}, tested, and took over without a restart of the hub`);

    const code = await fetched();
    prove(code !== 'ok', 'the new version breaks its contract in its first call');
    tell(`its first call was answered with something else than its contract says (${code})`);
    const after = await until(`version ${before.version} is back`, async () => {
      const now = await api.get<Plugin>(path);
      return now.version === before.version && now.status === 'running' ? now : undefined;
    });
    prove((await fetched()) === 'ok', `version ${before.version} answers again`);
    tell(`the hub took it back to ${after.version} by itself: ${after.upgrade?.reason?.message ?? ''}`);
    const incident = await until('an incident tells of it', async () =>
      (await api.list<Incident>('/api/incidents?state=open')).find(({ subject }) => subject.id === foreignPlugin),
    );
    tell(`an incident was raised: ${incident.title} (${incident.code})`);
  },
};
