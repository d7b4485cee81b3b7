import { CommandError } from './command-error.ts';
import { withHub } from './with-hub.ts';
import { type Output, table } from './output.ts';

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

export async function switchPlugin(verb: 'enable' | 'disable', id: string, output: Output): Promise<void> {
  const plugin = await withHub((hub) => hub.post<Plugin>(`/api/plugins/${encodeURIComponent(id)}/${verb}`));
  const { status, reason } = plugin;
  if (['incompatible', 'backoff', 'quarantined'].includes(status)) {
    throw new CommandError(`The plugin ${id} is enabled but does not run (${status}): ${reason ?? 'no reason given'}`);
  }
  output.result(plugin);
  output.line(`The plugin ${id} is ${status}.`);
}
