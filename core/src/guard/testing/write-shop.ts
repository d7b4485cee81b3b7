import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const versions = { '1.0.0': 1, '2.0.0': 2 } as const;

/** One of two versions of a plugin, beside the other if that is there. @returns the plugin folder */
export async function writeShop(folder: string, version: keyof typeof versions): Promise<string> {
  const settingsVersion = versions[version];
  const place = join(folder, 'plugins/channel-shop', version);
  await mkdir(place, { recursive: true });
  const fairlead = {
    id: 'channel-shop',
    displayName: 'Shop',
    description: 'Of the tests.',
    sdk: '*',
    capabilities: { channel: { version: 1, operations: { fetch: {}, testCredentials: {} } } },
    settings: './settings.schema.json',
    settingsVersion,
    egress: [],
    host: { prefers: 'process' },
  };
  const head = { name: '@test/channel-shop', version, type: 'module', exports: './index.js', fairlead };
  await writeFile(join(place, 'package.json'), JSON.stringify(head));
  await writeFile(join(place, 'settings.schema.json'), JSON.stringify(settingsOf(settingsVersion)));
  // Never run: the host of the tests has its own code for each version.
  await writeFile(join(place, 'index.js'), '');
  return join(folder, 'plugins');
}

function settingsOf(settingsVersion: number) {
  const [greeting, secret] = settingsVersion === 1 ? ['greeting', 'token'] : ['salutation', 'apiKey'];
  return {
    type: 'object',
    properties: {
      [greeting]: { type: 'string', title: 'Greeting' },
      [secret]: { type: 'string', title: 'Token', minLength: 1, 'x-wire': 'secret', 'x-fairlead-secret': true },
    },
    required: [greeting, secret],
    additionalProperties: false,
  };
}
