import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, globSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '../publish/execute.ts';
import { installOutside } from '../publish/outside-package.ts';
import { packSdk } from '../publish/pack-sdk.ts';
import { root, stageSdk } from '../publish/staged-sdk.ts';
import { startHub } from '../publish/started-hub.ts';
import { readGuide } from './read-guide.ts';

const guide = readGuide(readFileSync(join(root, 'docs/guides/publish-a-plugin.md'), 'utf8'));
const [make = [], test = [], check = [], sign = [], believe = [], install = []] = guide.commands;
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'fairlead-publishing-')));
const plugin = join(folder, 'gateway-acme');
const dataDir = join(folder, 'data');
let tarball: string;

beforeAll(async () => {
  using sdk = await stageSdk();
  tarball = join(folder, 'fairlead-sdk.tgz');
  cpSync(await packSdk(sdk.folder), tarball);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A line of the page, run as it stands there. */
async function run(line: string, cwd: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
  const [program = '', ...args] = line.split(' ');
  const isOwn = program === 'fairlead';
  const own = ['--conditions=@fairlead/source', join(root, 'hub/src/cli.ts')];
  const path = [dirname(process.execPath), process.env['PATH']].join(delimiter);
  const options = { cwd, env: { PATH: path, FAIRLEAD_DATA_DIR: dataDir, ...env } };
  const { code, output } = await execute(isOwn ? process.execPath : program, isOwn ? [...own, ...args] : args, options);
  expect(code, `${line}\n${output}`).toBe(0);
  return output;
}

async function runAll(lines: readonly string[], cwd: string, env?: Readonly<Record<string, string>>): Promise<string> {
  const outputs: string[] = [];
  for (const line of lines) outputs.push(await run(line, cwd, env));
  return outputs.join('\n');
}

/** Installs what was made: its files as they are, with the packed SDK in the place of the published one. */
async function installMade(place: string): Promise<void> {
  const paths = globSync('**/*', { cwd: place, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = paths.map((entry) => join(entry.parentPath, entry.name));
  const texts = files.map((path): [string, string] => [path.slice(place.length + 1), readFileSync(path, 'utf8')]);
  await installOutside(place, new Map(texts), tarball);
}

describe('docs/guides/publish-a-plugin.md', () => {
  it('leads from nothing to a plugin that was made, tested, checked, packed, signed, and runs in a hub', async () => {
    await runAll(make, folder);
    await installMade(plugin);
    expect(await runAll(test, plugin)).toMatch(/Tests\s+\d{3} passed/);
    expect(await runAll(check, plugin)).toContain('It passes.');
    const signed = await runAll(sign, plugin);
    expect(signed).toContain('It passes.');
    const [, publicKey = ''] = /install your plugins: (\S+)/.exec(signed) ?? [];
    writeFileSync(join(folder, 'acme.pub'), publicKey);

    const registry = await startRegistry();
    const hub = await startHub(dataDir, { npm_config_registry: registry.url });
    try {
      await runAll(believe, plugin);
      const installed = await runAll(install, plugin);
      expect(installed).toContain('is installed (signed by “Acme”)');
      for (;;) {
        const { status } = await hub.call<{ status: string }>('GET', '/api/plugins/gateway-acme');
        if (status === 'running') break;
        expect(['enabled', 'starting']).toContain(status);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    } finally {
      await hub.stop();
      await registry.close();
    }
  }, 600_000);

  it.each([
    ['channel', 'channel-acme'],
    ['ai-provider', 'ai-acme'],
  ])(
    'is as true of the capability %s',
    async (capability, id) => {
      const line = make[0]?.replace('gateway-acme', id).replace('payment-gateway', capability) ?? '';
      expect(line).toContain(`create-plugin ${id} --capability ${capability} `);
      await run(line, folder);
      const place = join(folder, id);
      await installMade(place);
      expect(await runAll(test, place)).toMatch(/Tests\s+\d{2,} passed/);
      expect(await runAll(check, place)).toContain('It passes.');
    },
    600_000,
  );
});

/** A package registry that has what the plugin depends on, as the workspace has it. */
async function startRegistry() {
  const packages = new Map<string, { readonly version: string; readonly file: string; readonly json: object }>();
  for (const name of ['@fairlead/sdk', 'typebox', 'undici']) {
    const place = realpathSync(join(plugin, 'node_modules', name));
    const json = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')) as { version: string };
    // A copy: files that are linked into a store change while others install from it.
    const staged = join(folder, 'registry', name.replace('/', '-'));
    cpSync(place, join(staged, 'package'), { recursive: true, filter: (path) => basename(path) !== 'node_modules' });
    const file = `${staged}.tgz`;
    execFileSync('tar', ['-czf', file, '-C', staged, 'package']);
    packages.set(name, { version: json.version, file, json });
  }
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '').slice(1);
    const wanted = packages.get(path.replace(/\/-\/.*$/, ''));
    if (wanted === undefined) return response.writeHead(404).end('{}');
    if (path.includes('/-/')) return response.end(readFileSync(wanted.file));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}/-/package.tgz`;
    const hash = createHash('sha512').update(readFileSync(wanted.file)).digest('base64');
    const version = { ...wanted.json, dist: { tarball: address, integrity: `sha512-${hash}` } };
    const document = { name: path, 'dist-tags': { latest: wanted.version }, versions: { [wanted.version]: version } };
    return response.setHeader('content-type', 'application/json').end(JSON.stringify(document));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
