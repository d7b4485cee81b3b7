import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const pluginId = 'channel-shop';

export interface VersionFiles {
  readonly version: string;
  /** 1: settings `vendor` and `greeting`, secret `token`. 2: `salutation` instead, and the secret is `apiKey`. */
  readonly settingsVersion?: 1 | 2;
  /** Runs at the start of every `fetch`; may throw, or answer something else. `call` counts from 1. */
  readonly fetch?: string;
  /** Runs at the start of every credential test. */
  readonly test?: string;
  /** Runs at the start of the migration up. */
  readonly up?: string;
  /** Runs when the module is loaded. */
  readonly load?: string;
  /** Members of the manifest in place of those it has. */
  readonly manifest?: object;
  /** As of code that was written before there was another settings version. */
  readonly withoutMigrations?: boolean;
  /** Default: `@somebody/channel-shop`. */
  readonly packageName?: string;
}

/** Writes a version of one plugin beside its others, as an installation does. */
export async function writeVersion(dataDir: string, files: VersionFiles): Promise<string> {
  const { version } = files;
  return writePackage(join(dataDir, 'plugins', pluginId, version), files);
}

/** Writes a version into a folder of its own. */
export async function writePackage(place: string, files: VersionFiles): Promise<string> {
  const { version, settingsVersion = 1, manifest, packageName = '@somebody/channel-shop' } = files;
  await mkdir(place, { recursive: true });
  const fairlead = {
    id: pluginId,
    displayName: 'Shop',
    description: 'Asks a vendor of the tests.',
    sdk: '>=0.1.0',
    capabilities: { channel: { version: 1, operations: { fetch: {}, testCredentials: {} } } },
    settings: './settings.schema.json',
    settingsVersion,
    egress: ['loopback'],
    host: { prefers: 'process' },
    ...manifest,
  };
  const head = { name: packageName, version, type: 'module', exports: './index.js' };
  await writeFile(join(place, 'settings.schema.json'), JSON.stringify(settingsOf(settingsVersion)));
  await writeFile(join(place, 'index.js'), codeOf(files));
  // Last: a folder without it is no package yet.
  await writeFile(join(place, 'package.json'), JSON.stringify({ ...head, fairlead }));
  return place;
}

function settingsOf(settingsVersion: number) {
  const secret = { type: 'string', title: 'Token', minLength: 1, 'x-wire': 'secret', 'x-fairlead-secret': true };
  const greeting = { type: 'string', title: 'Greeting' };
  const own = settingsVersion === 1 ? { greeting, token: secret } : { salutation: greeting, apiKey: secret };
  return {
    type: 'object',
    properties: { vendor: { type: 'string', title: 'Vendor' }, ...own },
    required: ['vendor', ...Object.keys(own)],
    additionalProperties: false,
  };
}

function codeOf(files: VersionFiles): string {
  const { version, settingsVersion = 1, fetch = '', test = '', up = '', load = '', withoutMigrations = false } = files;
  const [greeting, secret] = settingsVersion === 1 ? ['greeting', 'token'] : ['salutation', 'apiKey'];
  return `
import { definePlugin, FairleadError, Secret } from '@fairlead/sdk';
${load}
const calls = { fetch: 0 };
export default definePlugin({ id: '${pluginId}', settings: ${JSON.stringify(settingsOf(settingsVersion))} })({
  capabilities: {
    channel: ({ settings, http, secrets }) => ({
      async fetch({ cursor }, { signal }) {
        const call = ++calls.fetch;
        ${fetch}
        const answer = await http.fetch(settings.vendor + '/fetch?call=' + encodeURIComponent(cursor ?? ''), { signal });
        if (answer.status !== 200) throw new FairleadError('vendor_error', { message: 'The vendor said ' + answer.status });
        await answer.text();
        const secret = settings.${secret}.reveal();
        return { messages: [], cursor: ['${version}', settings.${greeting}, secret.length].join(' '), more: false };
      },
      async testCredentials(_input, { signal }) {
        ${test}
        const answer = await http.fetch(settings.vendor + '/test?version=${version}', { signal });
        if (answer.status === 401) throw new FairleadError('credentials_invalid', { message: 'The vendor does not know the key.' });
        await answer.text();
        return { account: { id: '${version}' }, mode: 'test' };
      },
    }),
  },
  migrations: ${withoutMigrations ? '{}' : migrations(up)},
});
`;
}

function migrations(up: string): string {
  return `{
    2: {
      up({ greeting, ...settings }) {
        ${up}
        return { ...settings, salutation: greeting + '!' };
      },
      down({ salutation, ...settings }) {
        return { ...settings, greeting: salutation.replace(/!$/, '') };
      },
      renamedSecrets: { token: 'apiKey' },
    },
  }`;
}
