import { CommandError } from './command-error.ts';
import type { HubClient } from '../client/hub-client.ts';
import { withHub } from './with-hub.ts';
import { type Output, table } from './output.ts';
import { pluginSettings, settingsOf } from './plugin-settings.ts';
import { readSecrets, type SecretSources } from './secret-input.ts';

interface Connection {
  readonly id: string;
  readonly plugin: string;
  readonly name: string;
  readonly status: string;
  readonly webhookUrl: string;
  readonly secrets: Readonly<Record<string, { readonly hint: string | null }>>;
  readonly testResult?: { readonly outcome: string };
  /** Its secrets cannot be opened: a master key is missing or wrong. */
  readonly locked?: object;
}

interface TestAnswer {
  readonly outcome: 'ok' | 'failed';
  readonly code?: string;
  readonly message?: string;
  readonly account?: { readonly id: string; readonly label?: string };
  readonly mode?: string;
  readonly warnings?: readonly string[];
}

export interface NewConnection extends SecretSources {
  readonly name: string;
  readonly setting?: readonly string[];
  readonly allowPrivateHost?: readonly string[];
}

export async function listConnections(plugin: string | undefined, output: Output): Promise<void> {
  const query = plugin === undefined ? '' : `?plugin=${encodeURIComponent(plugin)}`;
  const items = await withHub((hub) => hub.list<Connection>(`/api/connections${query}`));
  output.result({ items });
  if (items.length === 0) return output.line('There are no connections. “fairlead connections add” makes one.');
  const rows = items.map(({ id, name, plugin: of, status, testResult, locked }) => [
    id,
    of,
    locked === undefined ? status : `${status}, locked`,
    testResult?.outcome ?? 'never',
    name,
  ]);
  output.line(table(['ID', 'PLUGIN', 'STATUS', 'TEST', 'NAME'], rows));
}

export async function addConnection(plugin: string, options: NewConnection, output: Output): Promise<void> {
  const made = await withHub(async (hub) => {
    const known = await pluginSettings(hub, plugin);
    const settings = settingsOf(options.setting ?? [], known);
    const required = known.secrets.filter((secret) => secret.required);
    const secrets = await readSecrets(options, known.secrets, required);
    const { name, allowPrivateHost: allowedPrivateHosts } = options;
    const hosts = allowedPrivateHosts === undefined ? {} : { allowedPrivateHosts };
    return hub.post<Connection>('/api/connections', { plugin, name, settings, secrets, ...hosts });
  });
  output.result(made);
  output.line(`Connection ${made.id} is made and ${made.status}.`);
  output.line(`Webhooks of the vendor go to ${made.webhookUrl}`);
}

export async function testConnection(which: string, output: Output): Promise<void> {
  const { connection, answer } = await withHub(async (hub) => {
    const found = await findConnection(hub, which);
    return { connection: found, answer: await hub.post<TestAnswer>(`/api/connections/${found.id}/test`) };
  });
  output.result(answer);
  if (answer.outcome === 'failed') {
    throw new CommandError(
      `The test of “${connection.name}” failed: ${answer.message ?? answer.code ?? 'no reason given'}`,
    );
  }
  const account = answer.account === undefined ? '' : `, account ${answer.account.label ?? answer.account.id}`;
  output.line(`“${connection.name}” works (${answer.mode ?? 'unknown'} mode${account}).`);
  for (const warning of answer.warnings ?? []) output.note(`Warning: ${warning}`);
}

export async function pauseConnection(which: string, reason: string | undefined, output: Output): Promise<void> {
  await act(which, 'pause', reason === undefined ? {} : { reason }, output);
}

export async function resumeConnection(which: string, output: Output): Promise<void> {
  await act(which, 'resume', undefined, output);
}

async function act(which: string, verb: string, body: object | undefined, output: Output): Promise<void> {
  const changed = await withHub(async (hub) => {
    const { id } = await findConnection(hub, which);
    return hub.post<Connection>(`/api/connections/${id}/${verb}`, body);
  });
  output.result(changed);
  output.line(`“${changed.name}” is ${changed.status}.`);
}

export async function setCredentials(which: string, sources: SecretSources, output: Output): Promise<void> {
  const changed = await withHub(async (hub) => {
    const { id, plugin } = await findConnection(hub, which);
    const { secrets: fields } = await pluginSettings(hub, plugin);
    const nothingNamed = sources.secretFile === undefined && sources.secretsStdin !== true;
    const secrets = await readSecrets(sources, fields, nothingNamed ? fields : []);
    const names = Object.keys(secrets);
    if (names.length === 0) throw new CommandError('No secret was given, so nothing was changed.');
    return { names, connection: await hub.put<Connection>(`/api/connections/${id}/secrets`, secrets) };
  });
  output.result(changed.connection);
  output.line(`Set for “${changed.connection.name}”: ${changed.names.join(', ')}.`);
}

/** By id, or by a name that only one has. */
async function findConnection(hub: HubClient, which: string): Promise<Connection> {
  const all = await hub.list<Connection>('/api/connections');
  const found = all.filter(({ id, name }) => id === which || name === which);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (only === undefined) throw new CommandError(`There is no connection “${which}”. See “fairlead connections list”.`);
  throw new CommandError(`${found.length} connections are named “${which}”: give the id of one.`);
}
