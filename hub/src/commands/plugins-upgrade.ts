import type { HubClient } from '../client/hub-client.ts';
import type { Output } from './output.ts';
import { type ConsentOptions, withConsent } from './plugins-consent.ts';
import { withHub } from './with-hub.ts';

interface Plugin {
  readonly id: string;
  readonly version: string;
  readonly status: string;
  readonly upgrade?: { readonly step: string; readonly watchUntil?: string };
}

/** In the order in which they are gone through; see `moveSteps` of core. */
const steps = ['staging', 'starting', 'migrating', 'checking', 'testing', 'probing', 'switching'];
const askEveryMs = 250;

export async function upgradePlugin(
  id: string,
  version: string,
  options: ConsentOptions,
  output: Output,
): Promise<void> {
  const path = pathOf(id);
  const plugin = await withHub((hub) =>
    withProgress(hub, path, output, () =>
      withConsent<Plugin>(hub, { path: `${path}/upgrade`, body: { version } }, options, output),
    ),
  );
  output.result(plugin);
  const { watchUntil } = plugin.upgrade ?? {};
  output.line(`The plugin ${id} is at version ${plugin.version} (${plugin.status}).`);
  if (watchUntil !== undefined) output.line(`Until ${watchUntil} it is watched, and taken back by itself if it fails.`);
}

export async function rollbackPlugin(id: string, output: Output): Promise<void> {
  const path = pathOf(id);
  const plugin = await withHub((hub) => withProgress(hub, path, output, () => hub.post<Plugin>(`${path}/rollback`)));
  output.result(plugin);
  output.line(`The plugin ${id} is back at version ${plugin.version} (${plugin.status}).`);
}

/** Shows the steps while the one request is under way. */
async function withProgress<Result>(
  hub: HubClient,
  path: string,
  output: Output,
  work: () => Promise<Result>,
): Promise<Result> {
  if (output.json) return work();
  const progress = output.progress('Steps');
  let shown = 0;
  const look = async () => {
    // Only to show something: how it went is said by the request itself.
    const plugin = await hub.get<Plugin>(path).catch(() => undefined);
    const step = steps.indexOf(plugin?.upgrade?.step ?? '') + 1;
    if (step > shown) progress.update((shown = step), steps.length);
  };
  const timer = setInterval(() => void look(), askEveryMs);
  try {
    const result = await work();
    progress.update(steps.length, steps.length);
    return result;
  } finally {
    clearInterval(timer);
    progress.end();
  }
}

function pathOf(id: string): string {
  return `/api/plugins/${encodeURIComponent(id)}`;
}
