import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hasTerminals, type OnTerminal, runOnTerminal } from './support/terminal.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

let cleanup: AsyncDisposableStack;
let cwd: string;
beforeEach(async () => {
  cleanup = new AsyncDisposableStack();
  cwd = cleanup.use(await temporaryFolder()).path;
});
afterEach(() => cleanup.disposeAsync());

function create(...args: readonly string[]): OnTerminal {
  const terminal = runOnTerminal(['create-plugin', ...args], { cwd });
  cleanup.defer(() => terminal.end());
  return terminal;
}

interface PackageJson {
  readonly name: string;
  readonly license: string;
  readonly fairlead: { readonly id: string; readonly displayName: string };
}
const packageJson = async (place: string) =>
  JSON.parse(await readFile(join(cwd, place, 'package.json'), 'utf8')) as PackageJson;

describe.runIf(hasTerminals)('create-plugin on a terminal', () => {
  test('asks for everything, offers what is usual, and writes what was answered', async () => {
    const terminal = create();
    await terminal.answer(/Capability \(payment-gateway, channel, ai-provider\): /, 'channel');
    await terminal.answer(/Name of the vendor, as people write it: /, 'Acme Chat');
    await terminal.answer(/Id of the plugin \[channel-acme-chat\]: /, '');
    await terminal.answer(/Name of the package \[fairlead-channel-acme-chat\]: /, '@acme/chat');
    await terminal.answer(/Licence \(Apache-2\.0, MIT, UNLICENSED\) \[Apache-2\.0\]: /, 'MIT');
    expect(await terminal.ended).toBe(0);
    expect(terminal.seen()).toContain('The plugin channel-acme-chat is in ');
    expect(await packageJson('channel-acme-chat')).toMatchObject({
      name: '@acme/chat',
      license: 'MIT',
      fairlead: { id: 'channel-acme-chat', displayName: 'Acme Chat' },
    });
  });

  test('says what is wrong with an answer and asks again, until it can be used', async () => {
    const terminal = create('mine', '--vendor', 'Acme', '--licence', 'UNLICENSED', '--package', 'mine');
    await terminal.answer(/Capability .*: /, 'moon');
    await terminal.answer(/It must be one of payment-gateway, channel, ai-provider\.\s+Capability .*: /, '');
    await terminal.answer(
      /It must be one of payment-gateway, channel, ai-provider\.\s+Capability .*: /,
      'payment-gateway',
    );
    await terminal.answer(/Id of the plugin \[gateway-acme\]: /, 'channel-rss');
    await terminal.answer(
      /It “channel-rss” belongs to a plugin of the release\.\s+Id of the plugin .*: /,
      'gateway-mine',
    );
    expect(await terminal.ended).toBe(0);
    expect(await packageJson('mine')).toMatchObject({ name: 'mine', fairlead: { id: 'gateway-mine' } });
  });

  test.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('given up by %s it writes nothing and says nothing of a mistake', async (_key, typed) => {
    const terminal = create();
    await terminal.answer(/Capability .*: /, 'channel');
    await terminal.answer(/Name of the vendor.*: /, '');
    await terminal.answer(/Name of the vendor.*: /, 'Acme');
    terminal.type(typed);
    expect(await terminal.ended).toBe(130);
    expect(terminal.seen()).toMatch(/Given up: nothing was done\.\s*$/);
    expect(terminal.seen()).not.toContain('mistake');
    expect(await readdir(cwd)).toEqual([]);
  });
});
