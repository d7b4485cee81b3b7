import { join, resolve } from 'node:path';
import { delay, systemClock } from '@fairlead/sdk';
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

const lookEveryMs = 50;

/** Links a plugin's folder into the running hub and has it run each saved change, until Ctrl-C. */
export async function watchPlugin(given: string, output: Output): Promise<void> {
  const folder = resolve(given);
  const sources = await readPluginSources(folder).catch((error: unknown) => {
    throw new CommandError((error as Error).message);
  });
  const hub = await runningHub();
  // From the beginning, so that a save while the plugin starts is not lost.
  const linked = Promise.withResolvers<string>();
  const watch = watchFolder({
    folder,
    isSource: sources.isSource,
    clock: systemClock,
    async changed(paths) {
      const id = await linked.promise;
      report(await attempt(id, paths, () => started(hub, () => reload(hub, id))), output);
    },
  });
  try {
    const id = await link(hub, folder, output);
    report(await attempt(id, [], () => started(hub, () => enable(hub, id))), output);
    linked.resolve(id);
    const place = sources.place === '.' ? folder : join(folder, sources.place);
    output.note(`Watching ${place}. Each save runs in the hub at ${hub.url}. Ctrl-C ends the watch.`);
    await interrupted();
    output.note(`The hub goes on with ${id} as it is. “fairlead plugins disable ${id}” stops it.`);
  } finally {
    watch.stop();
  }
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

/** A start that takes its time is waited for: the hub ends it by a deadline of its own. */
async function started(hub: HubClient, run: () => Promise<PluginView>): Promise<PluginView> {
  let view = await run();
  while (view.status === 'starting') {
    await delay(systemClock, lookEveryMs);
    view = await hub.get<PluginView>(`/api/plugins/${encodeURIComponent(view.id)}`);
  }
  return view;
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
