import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readGuide } from '../docs/read-guide.ts';
import { execute } from './execute.ts';
import { installOutside, programOf, writeFiles } from './outside-package.ts';
import { packSdk } from './pack-sdk.ts';
import { root, stageSdk } from './staged-sdk.ts';
import { type StartedHub, startHub } from './started-hub.ts';

// The plugin of the guide: what an author outside this repository would write, against nothing but the tarball.
const guide = readGuide(readFileSync(join(root, 'docs/guides/write-a-plugin.md'), 'utf8'));
const readmeExample = /^```ts\n([\s\S]*?)^```$/m.exec(readFileSync(join(root, 'sdk/README.md'), 'utf8'))?.[1] ?? '';
const fetchMessages = `import type { Call, HttpClient, Implementation, Secret } from '@fairlead/sdk';
type Fetch = NonNullable<Implementation<'channel'>['fetch']>;
export declare const fetchMessages: (
  http: HttpClient, url: string, apiKey: Secret, input: Parameters<Fetch>[0], call: Call,
) => ReturnType<Fetch>;
`;
const shipped = [
  'package.json',
  'settings.schema.json',
  'dist/src',
  'node_modules/@fairlead',
  'node_modules/typebox',
  'node_modules/undici',
];
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'fairlead-outside-')));
const plugin = join(folder, 'channel-guestbook');

beforeAll(async () => {
  using sdk = await stageSdk();
  await installOutside(plugin, guide.files, await packSdk(sdk.folder));
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a plugin made outside this repository, against the packed SDK', () => {
  it('has an SDK that is neither this workspace nor a link to it', () => {
    const path = realpathSync(join(plugin, 'node_modules/@fairlead/sdk'));
    expect(path.startsWith(folder)).toBe(true);
  });

  it('compiles with its own settings, declarations checked, and the README’s example with it', async () => {
    const checked = [programOf('typescript', 'tsc'), '--skipLibCheck', 'false'];
    expect(await execute(process.execPath, checked, { cwd: plugin })).toEqual({ code: 0, output: '' });
    const example = join(folder, 'example');
    const files = new Map([
      ['package.json', guide.files.get('package.json') ?? ''],
      ['tsconfig.json', guide.files.get('tsconfig.json') ?? ''],
      ['src/index.ts', readmeExample],
      ['src/fetch-messages.ts', fetchMessages],
    ]);
    expect(readmeExample).toContain('definePlugin');
    writeFiles(example, files);
    cpSync(join(plugin, 'node_modules'), join(example, 'node_modules'), { recursive: true, verbatimSymlinks: true });
    const compile = [programOf('typescript', 'tsc'), '--noEmit'];
    expect(await execute(process.execPath, compile, { cwd: example })).toEqual({ code: 0, output: '' });
  });

  it('passes the conformance suite that the packed SDK brings', async () => {
    const suite = [programOf('vitest', 'vitest'), 'run', '--dir', 'test', '-u'];
    const { code, output } = await execute(process.execPath, suite, { cwd: plugin });
    expect(code, output).toBe(0);
    expect(output).toMatch(/Tests\s+\d{2,} passed/);
  });

  it('runs in a hub, in a process of its own, and answers', async () => {
    const dataDir = join(folder, 'data');
    for (const path of shipped) {
      cpSync(join(plugin, path), join(dataDir, 'plugins/channel-guestbook', path), { recursive: true });
    }
    const guestbook = await startGuestbook();
    const hub = await startHub(dataDir);
    try {
      await hub.call('POST', '/api/plugins/channel-guestbook/enable');
      expect(await settled(hub)).toMatchObject({ status: 'running', host: 'process' });
      const address = `http://127.0.0.1:${(guestbook.address() as AddressInfo).port}`;
      const { id } = await hub.call<{ id: string }>('POST', '/api/connections', {
        plugin: 'channel-guestbook',
        name: 'Guests',
        settings: { address },
        secrets: { key: 'a-key-that-nobody-knows' },
        allowedPrivateHosts: ['127.0.0.1'],
      });
      const tested = await hub.call<{ outcome: string }>('POST', `/api/connections/${id}/test`);
      expect(tested).toMatchObject({ outcome: 'ok', account: { id: 'the guests' } });
    } finally {
      await hub.stop();
      guestbook.close();
    }
  }, 300_000);
});

/** The plugin as the hub lists it, once it is no longer about to start. */
async function settled(hub: StartedHub): Promise<object> {
  for (;;) {
    const listed = await hub.call<{ status: string }>('GET', '/api/plugins/channel-guestbook');
    if (!['enabled', 'starting'].includes(listed.status)) return listed;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function startGuestbook(): Promise<Server> {
  const server = createServer((request, response) => {
    const known = request.headers.authorization === 'Bearer a-key-that-nobody-knows';
    response.writeHead(known ? 200 : 401, { 'content-type': 'application/json' });
    response.end(JSON.stringify(request.url === '/me' ? { name: 'the guests' } : { entries: [] }));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
