import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const sdk = fileURLToPath(new URL('../../../sdk', import.meta.url));

/** Lets packages below this folder import the SDK, as installed ones can. */
export async function withSdk(folder: string): Promise<void> {
  const place = join(folder, 'node_modules/@fairlead/sdk');
  await mkdir(dirname(place), { recursive: true });
  await symlink(sdk, place);
}

const settings = { type: 'object', properties: {}, additionalProperties: false };

export function manifestOf(id: string): Record<string, unknown> {
  return {
    id,
    displayName: `Plugin ${id}`,
    description: 'Written by somebody else.',
    sdk: '>=0.1.0',
    capabilities: { channel: { version: 1, operations: { fetch: {}, testCredentials: {} } } },
    settings: './settings.schema.json',
    settingsVersion: 1,
    egress: [],
    host: { prefers: 'inline' },
  };
}

/** The entry of a plugin that works; `before` runs when it is imported, `start` when it is made for a connection. */
export function entryOf(id: string, before = ''): string {
  return `import { definePlugin } from '@fairlead/sdk';
${before}
export default definePlugin({ id: '${id}', settings: ${JSON.stringify(settings)} })({
  capabilities: {
    channel: () => ({
      fetch: async () => ({ messages: [], cursor: '1', more: false }),
      testCredentials: async () => ({ account: { id: 'a' }, mode: 'test' }),
    }),
  },
});
`;
}

export interface PackageFiles {
  readonly packageJson?: string;
  readonly manifest?: unknown;
  readonly settings?: string | null;
  readonly entry?: string | null;
}

/** Writes a package that is sound but for what is given. Null leaves a file out. */
export async function writePackage(folder: string, id: string, files: PackageFiles = {}): Promise<string> {
  const place = join(folder, id);
  await mkdir(place, { recursive: true });
  const { manifest = manifestOf(id) } = files;
  const head = {
    name: `@somebody/${id}`,
    version: '1.0.0',
    type: 'module',
    keywords: ['fairlead-plugin'],
    exports: './index.js',
  };
  await writeFile(join(place, 'package.json'), files.packageJson ?? JSON.stringify({ ...head, fairlead: manifest }));
  if (files.settings !== null)
    await writeFile(join(place, 'settings.schema.json'), files.settings ?? JSON.stringify(settings));
  if (files.entry !== null) await writeFile(join(place, 'index.js'), files.entry ?? entryOf(id));
  return place;
}
