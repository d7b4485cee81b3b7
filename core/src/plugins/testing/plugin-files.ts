import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const validManifest = {
  id: 'channel-echo',
  displayName: 'Echo',
  description: 'Answers what it was given.',
  sdk: '>=0.1.0',
  capabilities: { channel: { version: 1, operations: { fetch: {}, testCredentials: {} } } },
  settings: './settings.schema.json',
  settingsVersion: 1,
  egress: [],
  host: { prefers: 'inline' },
} as const;

export const validSettings = {
  type: 'object',
  properties: {
    greeting: { type: 'string', title: 'Greeting', default: 'hello' },
    token: { type: 'string', title: 'Token', 'x-wire': 'secret', 'x-fairlead-secret': true },
  },
  additionalProperties: false,
};

/** The entry of a plugin that answers with what its context holds. */
export function workingCode(id = validManifest.id as string): string {
  return `
    import { definePlugin } from '@fairlead/sdk';
    export default definePlugin({ id: '${id}', settings: { type: 'object', properties: {}, additionalProperties: false } })({
      capabilities: {
        channel: (context) => ({
          fetch: async () => ({
            messages: [], cursor: context.settings.greeting + ' ' + context.settings.token.reveal(), more: false,
          }),
          testCredentials: async () => ({ account: { id: context.connection.id }, mode: 'test' }),
          dispose: () => context.log.info('disposed'),
        }),
      },
    });
  `;
}

export interface PluginFiles {
  /** Of package.json's `fairlead` member, over a valid one. A value that is no object is taken as it is. */
  readonly manifest?: unknown;
  /** Of package.json itself. */
  readonly packageJson?: Readonly<Record<string, unknown>>;
  /** Undefined writes a valid one, null none. */
  readonly settings?: unknown;
  readonly code?: string | null;
}

export interface PluginFolder {
  readonly path: string;
  readonly release: string;
  readonly nodeModules: string;
  readonly plugins: string;
  /** Writes a package. @returns its folder */
  write(place: string, files?: PluginFiles): Promise<string>;
  dispose(): Promise<void>;
}

/** A temporary folder with the three places in it, from which the SDK can be imported. */
export async function pluginFolder(): Promise<PluginFolder> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'fairlead-plugins-')));
  const places = {
    release: join(path, 'release'),
    nodeModules: join(path, 'node_modules'),
    plugins: join(path, 'plugins'),
  };
  for (const place of Object.values(places)) await mkdir(place);
  await mkdir(join(places.nodeModules, '@fairlead'));
  await symlink(join(import.meta.dirname, '../../../../sdk'), join(places.nodeModules, '@fairlead/sdk'));
  return { path, ...places, write: writePlugin, dispose: () => rm(path, { recursive: true, force: true }) };
}

async function writePlugin(place: string, files: PluginFiles = {}): Promise<string> {
  const { manifest = {}, packageJson = {}, settings = validSettings, code } = files;
  const isPart = typeof manifest === 'object' && manifest !== null && !Array.isArray(manifest);
  const fairlead = isPart ? { ...validManifest, ...manifest } : manifest;
  const { id } = (fairlead ?? {}) as { readonly id?: string };
  const head = { name: `@test/${id ?? 'nameless'}`, version: '1.0.0', type: 'module', keywords: ['fairlead-plugin'] };
  await writeJson(join(place, 'package.json'), { ...head, exports: './index.js', fairlead, ...packageJson });
  if (settings !== null) await writeJson(join(place, 'settings.schema.json'), settings);
  if (code !== null) await writeFile(join(place, 'index.js'), code ?? workingCode(id));
  return place;
}

async function writeJson(path: string, value: unknown): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, JSON.stringify(value));
}
