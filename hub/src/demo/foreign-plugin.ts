import { mkdir, realpath, symlink, writeFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';

/** A plugin that does not come with the release, as somebody else would write it. */
export const foreignPlugin = 'channel-foreign';

const settings = { type: 'object', properties: {}, additionalProperties: false };

export interface ForeignVersion {
  readonly version: string;
  /** What `fetch` answers, as code. */
  readonly fetched: string;
}

export const soundAnswer = "{ messages: [], cursor: 'end', more: false }";

/** Puts a version into the hub's plugin folder, where an installation puts it. Its account is the process it runs in. */
export async function writeForeignPlugin(dataDir: string, { version, fetched }: ForeignVersion): Promise<void> {
  const folder = join(dataDir, 'plugins', foreignPlugin, version);
  await mkdir(folder, { recursive: true });
  const manifest = {
    id: foreignPlugin,
    displayName: 'Foreign channel',
    description: 'A plugin that does not come with the release.',
    sdk: '*',
    capabilities: { channel: { version: 1, operations: { fetch: {}, testCredentials: {} } } },
    settings: './settings.schema.json',
    settingsVersion: 1,
    egress: [],
    host: { prefers: 'process' },
  };
  const code = `import { definePlugin } from '@fairlead/sdk';
export default definePlugin({ id: '${foreignPlugin}', settings: ${JSON.stringify(settings)} })({
  capabilities: {
    channel: ({ log }) => ({
      fetch: async () => (${fetched}),
      async testCredentials() {
        log.info('tested by version ${version}');
        return { account: { id: String(process.pid) }, mode: 'test' };
      },
    }),
  },
});
`;
  await writeFile(join(folder, 'settings.schema.json'), JSON.stringify(settings));
  await writeFile(join(folder, 'index.js'), code);
  const head = { name: 'fairlead-channel-foreign', version, type: 'module', exports: './index.js' };
  // Last: a folder without it is no package yet.
  await writeFile(join(folder, 'package.json'), JSON.stringify({ ...head, fairlead: manifest }));
}

/** Lets packages of the data folder import the SDK; an installation brings it along. */
export async function linkSdk(dataDir: string): Promise<void> {
  const found = findPackageJSON('@fairlead/sdk', import.meta.url);
  if (found === undefined) throw new Error('The SDK of this hub cannot be found.');
  const scope = join(dataDir, 'node_modules/@fairlead');
  await mkdir(scope, { recursive: true });
  await symlink(await realpath(dirname(found)), join(scope, 'sdk'));
}
