import { mkdir, readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { encodingsOf } from '../src/demo/encodings.ts';
import { runCommand } from './support/run-command.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

interface DemoResult {
  readonly ok: boolean;
  readonly tookMs: number;
  readonly steps: readonly { readonly title: string; readonly proved: readonly string[] }[];
}

test('the demo proves each step, ends by itself with 0 within two minutes, and leaves nothing behind', {
  timeout: 300_000,
}, async () => {
  await using folder = await temporaryFolder();
  await mkdir(folder.path, { recursive: true });
  // Settings of the one who runs it are not the demo's.
  const env = { TMPDIR: folder.path, FAIRLEAD_DATA_DIR: `${folder.path}/not-this-one` };
  const { code, stdout, stderr } = await runCommand(['demo', '--json'], { env, endsWithinMs: 140_000 });
  expect(stderr).toBe('');
  expect(code).toBe(0);
  const { ok, tookMs, steps } = JSON.parse(stdout) as DemoResult;
  expect(ok).toBe(true);
  expect(tookMs).toBeLessThan(120_000);
  expect(steps.map(({ title }) => title)).toEqual([
    'Plugins are found and run',
    'A credential is encrypted',
    'A feed is read',
    'A signed webhook is stored once, though it is sent twice',
    'Messages become signals: by rules, by a model, in review, or not at all',
    'A payment is captured once, though its webhooks come twice, late and out of order',
    'A gateway is down: the payment goes to the next',
    'A webhook is lost: the janitor finds the payment',
    'A provider fails: its breaker opens, and closes again',
    'A plugin’s process is killed, and comes back',
    'An upgrade is rolled back by itself',
  ]);
  for (const { proved } of steps) expect(proved.length).toBeGreaterThan(0);
  expect(await readdir(folder.path)).toEqual([]);
});

test('the demo’s search finds a text in each of its encodings, whatever stands before it', () => {
  const secret = 'whsec_Abc-123/äé';
  for (const before of ['', 'x', 'xy']) {
    const text = Buffer.from(`${before}${secret}tail`);
    for (const encoding of ['base64', 'base64url', 'hex', 'utf8'] as const) {
      const written = text.toString(encoding);
      expect(encodingsOf(secret).some((form) => written.includes(form))).toBe(true);
    }
  }
});
