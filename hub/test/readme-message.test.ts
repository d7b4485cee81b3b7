/** The README's messages, typed literally into one shell. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createApi } from './support/api.ts';
import { startHubProcess } from './support/hub-process.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { typeIntoShell } from './support/type-into-shell.ts';

const readme = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8');
const section = readme.slice(readme.indexOf('## Read a message'), readme.indexOf('## Where to go next'));
const block = /```sh\n([\s\S]*?)```/.exec(section)?.[1] ?? '';
const missing = ['bash', 'curl'].filter((tool) => spawnSync(tool, ['--version']).error !== undefined);

interface Tried {
  readonly kind: string;
  readonly signals: readonly { readonly symbol: string; readonly reject?: string }[];
  readonly actions: readonly { readonly type: string }[];
}

it('reads the README’s messages as it says: a signal, an update, talk, and a signal that is refused', async ({
  skip,
}) => {
  skip(missing.length > 0, `needs ${missing.join(', ')}`);
  await using folder = await temporaryFolder();
  const hub = await startHubProcess({ dataDir: folder.path });
  try {
    const token = await createApi(hub.url).signIn();
    const before = `HUB=${hub.url}\napi() { curl -s -w '\\n' -H "authorization: Bearer ${token}" -H 'content-type: application/json' "$@"; }\n`;
    const [printed = ''] = await typeIntoShell([before + block]);
    const tried = printed
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Tried);
    expect(tried.map(({ kind }) => kind)).toEqual(['signal', 'update', 'chatter', 'signal']);
    expect(tried[0]?.signals[0]).toMatchObject({
      symbol: 'XAUUSD',
      side: 'buy',
      stopLoss: '4320',
      takeProfits: ['4334', '4339'],
      valid: true,
    });
    expect(tried[1]?.actions.map(({ type }) => type)).toEqual(['tp_hit', 'close_part', 'move_sl_be']);
    expect(tried[3]?.signals[0]?.reject).toBe('sl_wrong_side');
  } finally {
    await hub.stop();
  }
});
