import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { HubClient } from '../client/hub-client.ts';
import { absoluteSpec } from './absolute-spec.ts';
import { confirm } from './ask.ts';
import { CommandError } from './command-error.ts';
import type { Output } from './output.ts';
import { withHub } from './with-hub.ts';

export interface Installation {
  readonly id: string;
  readonly status: 'running' | 'installed' | 'failed';
  readonly spec: string;
  readonly progress: { readonly step: string; readonly done: number; readonly total: number };
  readonly result: {
    readonly plugin: string;
    readonly packageName: string;
    readonly version: string;
    readonly signature: { readonly status: 'signed' | 'unsigned'; readonly key?: string };
    readonly alreadyThere: boolean;
  } | null;
  readonly error: { readonly code: string; readonly message: string } | null;
}

export interface InstallOptions {
  /** File that holds the signature. */
  readonly signature?: string;
  readonly link?: boolean;
}

export interface RemoveOptions {
  readonly version?: string;
  readonly yes?: boolean;
}

const lookEveryMs = 200;

/** Installs a plugin and waits for the end. */
export async function addPlugin(spec: string, options: InstallOptions, output: Output): Promise<void> {
  const { signature, link } = options;
  const body = {
    spec: absoluteSpec(spec),
    ...(signature === undefined ? {} : { signature: await readSignature(signature) }),
    ...(link === true ? { link } : {}),
  };
  const { done, next } = await withHub(async (hub) => {
    const { id } = await hub.post<Installation>('/api/plugins/install', body);
    const installation = await follow(hub, id, output);
    return { done: installation, next: await nextStep(hub, installation) };
  });
  const { result, error } = done;
  if (result === null) throw new CommandError(error?.message ?? 'The installation did not end.');
  output.result(done);
  const { plugin, version, signature: by, alreadyThere } = result;
  const signed = by.status === 'signed' ? `signed by “${by.key}”` : 'not signed';
  output.line(`The plugin ${plugin} ${version} is ${alreadyThere ? 'installed already' : 'installed'} (${signed}).`);
  if (next !== undefined) output.line(next);
}

/** What brings the installed version into use; nothing when it is, or was never brought in. */
async function nextStep(hub: HubClient, { result }: Installation): Promise<string | undefined> {
  if (result === null || result.alreadyThere) return undefined;
  const { plugin, version } = result;
  const bound = await hub.get<{ readonly version: string }>(`/api/plugins/${encodeURIComponent(plugin)}`);
  return bound.version === version
    ? `“fairlead plugins enable ${plugin}” starts it.`
    : `“fairlead plugins upgrade ${plugin} ${version}” takes it in place of ${bound.version}.`;
}

/** Waits for the end of an installation. */
export async function follow(hub: HubClient, id: string, output: Output): Promise<Installation> {
  const progress = output.progress('Installing');
  try {
    for (;;) {
      const now = await hub.get<Installation>(`/api/plugins/installs/${id}`);
      if (now.status !== 'failed') progress.update(now.progress.done, now.progress.total);
      if (now.status !== 'running') return now;
      await pause(lookEveryMs);
    }
  } finally {
    progress.end();
  }
}

/** Removes a plugin, or one version of it. */
export async function removePlugin(id: string, { version, yes }: RemoveOptions, output: Output): Promise<void> {
  const what = version === undefined ? `the plugin ${id}` : `version ${version} of the plugin ${id}`;
  if (yes !== true && !(await confirm(`Remove ${what}?`))) throw new CommandError('Nothing was removed.');
  const path = `/api/plugins/${encodeURIComponent(id)}`;
  const below = version === undefined ? '' : `/versions/${encodeURIComponent(version)}`;
  await withHub((hub) => hub.delete(path + below));
  output.result({ plugin: id, version: version ?? null, removed: true });
  output.line(`Removed ${what}.`);
}

async function readSignature(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    throw new CommandError(`The signature ${file} cannot be read: ${(error as Error).message}.`);
  }
}

interface PackageCheck {
  readonly packageName: string;
  readonly version: string;
  readonly outcome: 'intact' | 'changed' | 'unknown';
  readonly changed: readonly string[];
}

/** Compares all files of a plugin's installed versions with what was installed. */
export async function verifyPlugin(id: string, output: Output): Promise<void> {
  const path = `/api/plugins/${encodeURIComponent(id)}/integrity`;
  const { items } = await withHub((hub) => hub.get<{ items: readonly PackageCheck[] }>(path));
  output.result({ items });
  if (items.length === 0) throw new CommandError(`No version of “${id}” was installed by this hub.`);
  for (const { packageName, version, outcome } of items) output.line(`${packageName}@${version} is ${outcome}.`);
  const changed = items.flatMap((item) => item.changed);
  if (changed.length === 0) return;
  throw new CommandError(
    `These are not the files that were installed: ${changed.join(', ')}. Remove the plugin and add it again.`,
  );
}
