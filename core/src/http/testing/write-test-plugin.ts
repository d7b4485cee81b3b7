import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const beside = (name: string) => new URL(name, import.meta.url);

const manifest = {
  id: 'channel-test',
  displayName: 'Test channel',
  description: 'A channel of the tests of the HTTP API.',
  sdk: '*',
  capabilities: { channel: { version: 1, operations: { receive: {}, fetch: {}, send: {}, testCredentials: {} } } },
  settings: './settings.schema.json',
  settingsVersion: 1,
  webhooks: { scheme: 'plain', eventId: 'id' },
  egress: [],
  host: { prefers: 'inline' },
};

/** Makes a package of `test-plugin.ts`, as discovery finds packages. @returns its folder */
export async function writeTestPlugin(folder: string): Promise<string> {
  const place = join(folder, 'test-plugin');
  await mkdir(place);
  const head = { name: 'fairlead-test-plugin', version: '1.0.0', type: 'module', exports: './index.js' };
  await writeFile(join(place, 'package.json'), JSON.stringify({ ...head, fairlead: manifest }));
  await writeFile(
    join(place, 'index.js'),
    `export { testPlugin as default } from ${JSON.stringify(beside('./test-plugin.ts').href)};\n`,
  );
  await copyFile(fileURLToPath(beside('./test-plugin.settings.json')), join(place, 'settings.schema.json'));
  return place;
}
