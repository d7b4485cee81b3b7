import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { createApi } from './support/api.ts';
import { startHubProcess } from './support/hub-process.ts';
import { addStripe } from './support/stripe-events.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const run = promisify(execFile);

interface Embed {
  readonly id: string;
  readonly url: string;
  readonly token: string;
}

/** The commands of the guide, to the letter. */
async function commandsOfTheGuide(): Promise<readonly string[]> {
  const guide = await readFile(new URL('../../docs/guides/embed-health.md', import.meta.url), 'utf8');
  return [...guide.matchAll(/```sh\n(.*?)```/gs)].map(([, command]) => command ?? '');
}

test('the guide to embeds does what it says: makes one, asks for its health, lists it, revokes it', async () => {
  const [make = '', ask = '', list = '', revoke = ''] = await commandsOfTheGuide();
  await using folder = await temporaryFolder();
  const hub = await startHubProcess({ dataDir: folder.path });
  try {
    const api = createApi(hub.url);
    const token = await api.signIn();
    const { id: connection } = await addStripe(api, { name: 'Stripe of the inside' });
    const env: Record<string, string | undefined> = {
      PATH: process.env['PATH'],
      HUB: hub.url,
      TOKEN: token,
      CONNECTION: connection,
    };
    const shell = async (command: string) =>
      (await run('sh', ['-c', command], { env: env as NodeJS.ProcessEnv })).stdout;

    const made = JSON.parse(await shell(make)) as Embed;
    expect(made.url).toBe(`${hub.url}/embed/${made.id}`);
    Object.assign(env, { EMBED: made.id, EMBED_TOKEN: made.token });
    const health = JSON.parse(await shell(ask)) as Record<string, unknown>;
    expect(health).toMatchObject({
      name: 'Payments',
      health: { status: expect.stringMatching(/^(unknown|unhealthy)$/) },
    });
    expect(JSON.stringify(health)).not.toMatch(/stripe/i);
    expect(JSON.parse(await shell(list))).toMatchObject({ items: [{ id: made.id }] });
    const page = await fetch(made.url);
    expect(page.headers.get('content-security-policy')).toContain('frame-ancestors https://www.example.com');
    expect(await shell(revoke)).toBe('');
    expect(JSON.parse(await shell(ask))).toMatchObject({ status: 401 });
    expect(hub.stderr()).not.toContain(made.token);
  } finally {
    await hub.stop();
  }
});
