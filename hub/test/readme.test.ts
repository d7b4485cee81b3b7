/** The README's first success, typed literally: its `sh` blocks, in order, into one shell. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HubProcess, ownerEmail, ownerPassword, startHubProcess } from './support/hub-process.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { typeIntoShell } from './support/type-into-shell.ts';

const readme = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8');
const section = readme.slice(readme.indexOf('## First success with curl'), readme.indexOf('## Take a payment'));
const blocks = [...section.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text]) => text ?? '');
const missing = ['bash', 'curl', 'openssl', 'sed'].filter((tool) => spawnSync(tool, ['--version']).error !== undefined);

/** The stream has no end of its own: the README says Ctrl-C. */
const withoutEnd = 'api -N ';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let hub: HubProcess;
let answers: readonly string[];

beforeAll(async () => {
  if (missing.length > 0) return;
  folder = await temporaryFolder();
  hub = await startHubProcess({ dataDir: folder.path, byCommand: true });
  answers = await type(blocks);
}, 60_000);
afterAll(async () => {
  await hub?.stop();
  await folder?.[Symbol.asyncDispose]();
});

/** Runs the blocks with what differs here, and gives what each printed. */
function type(texts: readonly string[]): Promise<readonly string[]> {
  return typeIntoShell(
    texts.map((text) =>
      text
        .replace('http://127.0.0.1:7400', hub.url)
        .replace("EMAIL='…' PASSWORD='…'", `EMAIL='${ownerEmail}' PASSWORD='${ownerPassword}'`)
        .replace(withoutEnd, `${withoutEnd}-m 2 `),
    ),
  );
}

function parsed(index: number): Record<string, unknown> & { readonly items: readonly Record<string, unknown>[] } {
  return JSON.parse(answers[index] ?? '') as never;
}

describe.skipIf(missing.length > 0)(
  `the README’s first success${missing.length > 0 ? ` (needs ${missing.join(', ')})` : ''}`,
  () => {
    it('has seven steps', () => {
      expect(blocks).toHaveLength(7);
    });

    it('lists the plugins of the release', () => {
      expect(parsed(1).items.map(({ id }) => id)).toEqual([
        'ai-openrouter',
        'channel-api',
        'channel-rss',
        'channel-scrape',
        'channel-telegram',
        'gateway-crypto',
        'gateway-paypal',
        'gateway-sandbox',
        'gateway-stripe',
      ]);
    });

    it('adds a connection that shows of its secrets only that they are set', () => {
      expect(parsed(2)).toMatchObject({
        plugin: 'gateway-stripe',
        name: 'My shop',
        secrets: { apiKey: { set: true } },
      });
      expect(answers[2]).not.toContain('sk_test_made_up');
    });

    it('has the signed event accepted twice and the forged one refused', () => {
      expect([answers[3], answers[4]]).toEqual(['200\n200\n', '401\n']);
    });

    it('finds one event, and one duplicate counted, in the inbox and on the stream', () => {
      const [list = '', stream = ''] = (answers[5] ?? '').split(/(?<=\})\s*(?=retry:|id:|event:|:)/, 2);
      const page = JSON.parse(list) as { items: readonly object[] };
      expect(page.items).toHaveLength(1);
      expect(page.items[0]).toMatchObject({ eventId: 'evt_first', duplicates: 1, status: 'dispatched' });
      expect(`${stream}${answers[5]}`).toContain('"type":"webhook.received"');
    });

    it('says how the connection is', () => {
      // On a slow machine the first probe comes before the last step; no vendor believes these keys, or is there at all.
      const { status, reasons } = parsed(6) as unknown as { status: string; reasons: readonly { source: string }[] };
      expect(['healthy', 'degraded', 'unhealthy']).toContain(status);
      expect(reasons.length > 0).toBe(status !== 'healthy');
      const other = reasons.filter(({ source }) => !['probe', 'traffic', 'credential'].includes(source));
      expect(other).toEqual([]);
    });
  },
);
