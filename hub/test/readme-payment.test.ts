/** The README's payment, typed literally: its `sh` blocks, in order, into one shell, on a hub and a provider of its own. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SandboxProvider, startSandboxProvider } from '../src/demo/sandbox-provider.ts';
import { createApi } from './support/api.ts';
import { type HubProcess, startHubProcess } from './support/hub-process.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { typeIntoShell } from './support/type-into-shell.ts';

const readme = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8');
const section = readme.slice(readme.indexOf('## Take a payment'), readme.indexOf('## Read a message'));
const [start = '', ...blocks] = [...section.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text]) => text ?? '');
const missing = ['bash', 'curl', 'sed'].filter((tool) => spawnSync(tool, ['--version']).error !== undefined);

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let hub: HubProcess;
let provider: SandboxProvider;
let answers: readonly string[];

beforeAll(async () => {
  if (missing.length > 0) return;
  folder = await temporaryFolder();
  // The provider's own options as the README has them; only the port is free.
  const [, ...options] = /sandbox (.*)/.exec(start) ?? [];
  provider = await startSandboxProvider(folder.path, ...(options[0] ?? '').split(' '));
  hub = await startHubProcess({ dataDir: join(folder.path, 'data') });
  const token = await createApi(hub.url).signIn();
  const before = `HUB=${hub.url}\napi() { curl -s -H "authorization: Bearer ${token}" -H 'content-type: application/json' "$@"; }\n`;
  const [first = '', ...rest] = blocks.map((block) => block.replace('http://127.0.0.1:4010', provider.url));
  answers = await typeIntoShell([before + first, ...rest]);
}, 60_000);
afterAll(async () => {
  await hub?.stop();
  await provider?.close();
  await folder?.[Symbol.asyncDispose]();
});

function objects(index: number): readonly Record<string, unknown>[] {
  const texts = (answers[index] ?? '').split(/(?<=\})\s*(?=\{"(?:id|items|result|balances)")/);
  return texts.map((text) => JSON.parse(text) as Record<string, unknown>);
}

describe.skipIf(missing.length > 0)(
  `the README’s payment${missing.length > 0 ? ` (needs ${missing.join(', ')})` : ''}`,
  () => {
    it('has seven steps', () => {
      expect(blocks).toHaveLength(6);
      expect(start).toContain('pnpm@12 sandbox');
    });

    it('tests the connection', () => {
      expect(JSON.parse(answers[0] ?? '')).toMatchObject({ outcome: 'ok', mode: 'test' });
    });

    it('creates one payment, and sends the customer to the provider', () => {
      expect(JSON.parse(answers[1] ?? '')).toMatchObject({ status: 'requires_action', reference: 'order-1' });
      expect(answers[2]).toBe('303\n');
    });

    it('finds it captured, with its timeline', () => {
      const [payment, timeline] = objects(3);
      expect(payment).toMatchObject({ status: 'captured', captured: { amountMinor: '1299', currency: 'USD' } });
      expect(JSON.stringify(timeline)).toContain('The provider says: captured.');
    });

    it('sends a part back, and the books balance', () => {
      const [refund, ledger] = objects(4);
      expect(refund).toMatchObject({ result: { state: 'done' }, payment: { status: 'partially_refunded' } });
      expect(ledger).toMatchObject({ balanced: true });
      expect(JSON.stringify(ledger)).toContain('"account":"customer"');
    });

    it('makes a link to a page that offers the gateway', async () => {
      const { checkoutUrl } = JSON.parse(answers[5] ?? '') as { checkoutUrl: string };
      const page = await (await fetch(checkoutUrl)).text();
      expect(page).toContain('49.00');
      expect(page).toContain('Sandbox');
    });
  },
);
