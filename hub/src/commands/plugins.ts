import { CommandError } from './command-error.ts';
import { type Output, table } from './output.ts';
import { type ConsentOptions, withConsent } from './plugins-consent.ts';
import { withHub } from './with-hub.ts';

interface Plugin {
  readonly id: string;
  readonly version: string;
  readonly status: string;
  readonly reason?: string;
  readonly displayName: string;
}

export async function listPlugins(output: Output): Promise<void> {
  const items = await withHub((hub) => hub.list<Plugin>('/api/plugins'));
  output.result({ items });
  const rows = items.map(({ id, version, status, reason, displayName }) => [
    id,
    version,
    status,
    reason ?? displayName,
  ]);
  output.line(table(['PLUGIN', 'VERSION', 'STATUS', ''], rows));
}

export async function enablePlugin(id: string, options: ConsentOptions, output: Output): Promise<void> {
  const path = `/api/plugins/${encodeURIComponent(id)}/enable`;
  told(await withHub((hub) => withConsent<Plugin>(hub, { path, body: {} }, options, output)), output);
}

export async function disablePlugin(id: string, output: Output): Promise<void> {
  told(await withHub((hub) => hub.post<Plugin>(`/api/plugins/${encodeURIComponent(id)}/disable`)), output);
}

function told(plugin: Plugin, output: Output): void {
  const { id, status, reason } = plugin;
  if (['incompatible', 'backoff', 'quarantined'].includes(status)) {
    throw new CommandError(`The plugin ${id} is enabled but does not run (${status}): ${reason ?? 'no reason given'}`);
  }
  output.result(plugin);
  output.line(`The plugin ${id} is ${status}.`);
}
