import { resolve } from 'node:path';
import { systemClock } from '@fairlead/sdk';
import { HubCallError, type HubClient } from '../client/hub-client.ts';
import { readPluginSources } from '../watch/plugin-sources.ts';
import { watchFolder } from '../watch/watch-folder.ts';
import { CommandError } from './command-error.ts';
import type { Output } from './output.ts';
import { follow, type Installation } from './plugins-install.ts';
import { runningHub } from './with-hub.ts';

interface PluginView {
  readonly id: string;
  readonly version: string;
  readonly status: string;
  readonly reason?: string;
}

/** One try to run the code as it is now. */
interface Attempt {
  readonly plugin: string;
  readonly ok: boolean;
  /** What the hub says: the state of the plugin, or why the new code does not run. */
  readonly said: string;
  readonly tookMs: number;
  /** Files that had changed; empty for the first try. */
  readonly changed: readonly string[];
}

/** Links a plugin's folder into the running hub and has it run each saved change, until Ctrl-C. */
export async function watchPlugin(given: string, output: Output): Promise<void> {
  const folder = resolve(given);
  const sources = await readPluginSources(folder).catch((error: unknown) => {
    throw new CommandError((error as Error).message);
  });
  const hub = await runningHub();
  const id = await link(hub, folder, output);
  report(await attempt(id, [], () => enable(hub, id)), output);
  const watch = watchFolder({
    folder,
    isSource: sources.isSource,
    clock: systemClock,
    changed: async (paths) => report(await attempt(id, paths, () => reload(hub, id)), output),
  });
  const place = sources.place === '.' ? folder : `${folder}/${sources.place}`;
  output.note(`Watching ${place}. Each save runs in the hub at ${hub.url}. Ctrl-C ends the watch.`);
  await interrupted();
  await watch.stop();
  output.note(`The hub goes on with ${id} as it is. “fairlead plugins disable ${id}” stops it.`);
}

/** @returns the plugin's id */
async function link(hub: HubClient, folder: string, output: Output): Promise<string> {
  const { id } = await hub.post<Installation>('/api/plugins/install', { spec: folder, link: true });
  const { result, error } = await follow(hub, id, output);
  if (result === null) throw new CommandError(`${folder} cannot be linked: ${error?.message ?? 'no reason given'}`);
  return result.plugin;
}

async function enable(hub: HubClient, id: string): Promise<PluginView> {
  try {
    return await hub.post<PluginView>(`/api/plugins/${encodeURIComponent(id)}/enable`, {});
  } catch (error) {
    if (!(error instanceof HubCallError) || error.code !== 'consent_required') throw error;
    throw new CommandError(
      `${error.message} Agree to it with “fairlead plugins enable ${id}”, then start the watch again.`,
    );
  }
}

/** Code that ended too often while it was written is in quarantine, of which a changed file is the end. */
async function reload(hub: HubClient, id: string): Promise<PluginView> {
  const path = `/api/plugins/${encodeURIComponent(id)}`;
  try {
    return await hub.post<PluginView>(`${path}/reload`);
  } catch (error) {
    if (!(error instanceof HubCallError) || error.code !== 'plugin_unavailable') throw error;
    const { status } = await hub.get<PluginView>(path);
    if (status !== 'quarantined') throw error;
    return enable(hub, id);
  }
}

async function attempt(plugin: string, changed: readonly string[], run: () => Promise<PluginView>): Promise<Attempt> {
  const began = systemClock.monotonic();
  const ended = (ok: boolean, said: string): Attempt => {
    return { plugin, ok, said, tookMs: Math.round(systemClock.monotonic() - began), changed };
  };
  try {
    const { version, status, reason } = await run();
    return ended(status === 'running', reason ?? `${version} is ${status}`);
  } catch (error) {
    // What the hub says of a broken save is the result; the next save may mend it.
    if (error instanceof HubCallError) return ended(false, error.message);
    throw error;
  }
}

function report(attempt: Attempt, output: Output): void {
  output.result(attempt);
  const files = attempt.changed.length === 0 ? '' : ` (${shortList(attempt.changed)})`;
  output.line(`${attempt.ok ? 'ok  ' : 'FAIL'}  ${attempt.plugin}: ${attempt.said}, ${attempt.tookMs} ms${files}`);
}

function shortList(paths: readonly string[]): string {
  return paths.length <= 3 ? paths.join(', ') : `${paths.slice(0, 3).join(', ')} and ${paths.length - 3} more`;
}

function interrupted(): Promise<void> {
  return new Promise((done) => {
    process.once('SIGINT', () => done());
    process.once('SIGTERM', () => done());
  });
}
