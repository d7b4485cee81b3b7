import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../support/api.ts';
import { type Browsing, browserPath, looksRight, startBrowsing } from '../support/browser.ts';
import { packPackage } from '../support/package-registry.ts';
import { manifestOf } from '../support/plugin-packages.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const id = 'channel-greeter';
const settings = {
  type: 'object',
  properties: { greeting: { type: 'string', title: 'Greeting', description: 'What it says first.', maxLength: 40 } },
  additionalProperties: false,
};

/** A package of somebody else, with no copy of the SDK. It says hello whenever it is tested. */
function tarballOf(version: string, manifest: object): Buffer {
  const fairlead = { ...manifestOf(id), displayName: 'Greeter', host: { prefers: 'process' }, ...manifest };
  const head = { name: '@somebody/channel-greeter', version, type: 'module', exports: './index.js', fairlead };
  return packPackage(head, {
    'settings.schema.json': JSON.stringify(settings),
    'index.js': `
export default {
  [Symbol.for('fairlead.plugin')]: true,
  id: '${id}',
  settings: ${JSON.stringify(settings)},
  capabilities: {
    channel: ({ log }) => ({
      fetch: async () => ({ messages: [], cursor: '1', more: false }),
      async testCredentials() {
        log.warn('hello from ${version}');
        return { account: { id: 'a' }, mode: 'test' };
      },
    }),
  },
};`,
  }).tarball;
}

interface PluginView {
  readonly status: string;
  readonly version: string;
}

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

describe.skipIf(browserPath === undefined)('plugins, in the dashboard', () => {
  const cleanup = new AsyncDisposableStack();
  let browsing: Browsing;
  let folder: string;

  beforeAll(async () => {
    folder = cleanup.use(await temporaryFolder()).path;
    const first = tarballOf('1.0.0', { permissions: { workers: true } });
    const second = tarballOf('1.1.0', {
      permissions: { workers: true },
      egress: ['api.greeter.example'],
      breakingChanges: { '1.1.0': 'Greetings are in English from now on.' },
    });
    await writeFile(join(folder, 'greeter-1.0.0.tgz'), first);
    await writeFile(join(folder, 'greeter-1.1.0.tgz'), second);
    browsing = cleanup.use(await startBrowsing());
  });

  afterAll(async () => cleanup.disposeAsync());

  const plugin = async () => browsing.api.ok<PluginView>('GET', `/api/plugins/${id}`);

  test('one is found in the catalogue, disabled after a look at what stops, and enabled again', async () => {
    await browsing.api.ok('POST', '/api/connections', {
      body: { plugin: 'channel-api', name: 'Bridge', settings: {}, secrets: { webhookSecrets: [secret] } },
    });
    const page = await browsing.signedIn();
    await page.getByRole('link', { name: 'Plugins' }).click();
    await page
      .getByRole('row', { name: /Signed endpoint/ })
      .getByText('1 connection, ')
      .waitFor();
    await looksRight(page, 'plugins');
    await page.getByLabel('Find a plugin').fill('signed endpoint');
    await page.getByRole('row', { name: /Stripe/ }).waitFor({ state: 'detached' });
    expect(await page.getByRole('row').count(), 'heading and one plugin').toBe(2);
    await page.getByRole('link', { name: 'Signed endpoint' }).click();
    await page.getByRole('heading', { name: 'What a connection is asked for' }).waitFor();
    await looksRight(page, 'plugin');

    await page.getByRole('button', { name: 'Disable' }).click();
    const question = page.getByRole('dialog');
    await question.getByRole('listitem').filter({ hasText: 'Bridge' }).waitFor();
    await looksRight(page, 'plugin-disable');
    await question.getByRole('button', { name: 'Disable' }).click();
    await page.getByRole('button', { name: 'Enable' }).waitFor();
    await page.getByRole('tab', { name: 'Log' }).click();
    await page.getByRole('row', { name: /It is disabled\./ }).waitFor();
    await page.getByRole('button', { name: 'Enable' }).click();
    await page.getByText('Signed endpoint is enabled.').waitFor();
    // Without a reload: the log is followed.
    await page
      .getByRole('row', { name: /It is enabled\./ })
      .first()
      .waitFor();
    await looksRight(page, 'plugin-log');
  });

  test('what cannot be installed is told with its reason; a tarball is installed and enabled with consent', async () => {
    const page = await browsing.signedIn();
    await page.goto('/plugins/install');
    await page.getByLabel('Where from').fill(join(folder, 'nothing.tgz'));
    await page.getByRole('button', { name: 'Install' }).click();
    await page.getByRole('alert').getByText('does not exist').waitFor();
    await page.getByLabel('Where from').fill(join(folder, 'greeter-1.0.0.tgz'));
    await page.getByRole('button', { name: 'Install' }).click();
    await page.getByText('It is installed', { exact: true }).waitFor();
    await looksRight(page, 'plugin-installed');
    expect((await plugin()).status).toBe('discovered');

    await page.getByRole('link', { name: `Look at ${id}` }).click();
    await page.getByRole('button', { name: 'Enable' }).click();
    const question = page.getByRole('dialog');
    await question.getByText('Start threads').waitFor();
    await looksRight(page, 'plugin-consent');
    await question.getByRole('button', { name: 'Cancel' }).click();
    expect((await plugin()).status).toBe('discovered');
    await page.getByRole('button', { name: 'Enable' }).click();
    await question.getByRole('button', { name: 'Agree' }).click();
    await page.getByText('Greeter is enabled.').waitFor();
    await eventually(plugin, ({ status }) => status === 'running');
  });

  test('another version is taken once its changes are agreed to, and taken back', async () => {
    const { id: connection } = await browsing.api.ok<{ readonly id: string }>('POST', '/api/connections', {
      body: { plugin: id, name: 'Hello', settings: { greeting: 'hi' }, secrets: {} },
    });
    const page = await browsing.signedIn();
    await page.goto('/plugins/install');
    await page.getByLabel('Where from').fill(join(folder, 'greeter-1.1.0.tgz'));
    await page.getByRole('button', { name: 'Install' }).click();
    await page.getByRole('link', { name: `Look at ${id}` }).click();
    await page.getByRole('button', { name: 'Take 1.1.0' }).click();
    const question = page.getByRole('dialog');
    await question.getByText('Greetings are in English from now on.').waitFor();
    await question.getByText('api.greeter.example').waitFor();
    await looksRight(page, 'plugin-upgrade');
    await question.getByRole('button', { name: 'Agree and take 1.1.0' }).click();
    await page.getByText('Greeter 1.1.0 answers now.').waitFor();
    expect((await plugin()).version).toBe('1.1.0');
    await page.getByRole('button', { name: 'Compare with what was installed' }).click();
    await page.getByText('1.0.0: intact, file by file').waitFor();
    await page.getByText('1.1.0: intact, file by file').waitFor();
    await looksRight(page, 'plugin-versions');

    await page.getByRole('tab', { name: 'Log' }).click();
    await browsing.api.ok('POST', `/api/connections/${connection}/test`, { body: {} });
    await page
      .getByRole('row', { name: /hello from 1\.1\.0/ })
      .first()
      .waitFor();
    await page.getByRole('tab', { name: 'Health and usage' }).click();
    await page.getByRole('heading', { name: 'Processes' }).waitFor();
    await page.getByRole('img', { name: /Memory by version/ }).waitFor();
    await looksRight(page, 'plugin-usage');

    await page.getByRole('tab', { name: 'Versions' }).click();
    await page.getByRole('button', { name: 'Go back to 1.0.0' }).click();
    await question.getByRole('button', { name: 'Go back' }).click();
    await page.getByText('Taken back from 1.1.0 to 1.0.0').waitFor();
    expect((await plugin()).version).toBe('1.0.0');
  });

  test('a plugin is removed with its last version when nothing uses it', async () => {
    const { items } = await browsing.api.ok<{ items: { id: string }[] }>('GET', `/api/connections?plugin=${id}`);
    for (const one of items) await browsing.api.ok('DELETE', `/api/connections/${one.id}`);
    await browsing.api.ok('POST', `/api/plugins/${id}/disable`);
    const page = await browsing.signedIn();
    await page.goto(`/plugins/${id}`);
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Remove …' }).click();
    await page.getByLabel(`Type ${id} to confirm`).fill(id);
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('heading', { level: 1, name: 'Plugins' }).waitFor();
    expect((await browsing.api.call('GET', `/api/plugins/${id}`)).status).toBe(404);
  });

  test('the key of an author is believed, and no longer', async () => {
    const page = await browsing.signedIn();
    await page.goto('/plugins/keys');
    await page.getByText('No key is believed yet').waitFor();
    await looksRight(page, 'plugin-keys-none');
    await page.getByRole('button', { name: 'Add a key' }).click();
    await page.getByLabel('Whose it is').fill('Somebody');
    await page.getByLabel('Public key').fill('no key');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('dialog').getByRole('alert').waitFor();
    await page.getByLabel('Public key').fill(Buffer.alloc(32, 7).toString('base64'));
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('row', { name: /Somebody/ }).waitFor();
    await looksRight(page, 'plugin-keys');
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByText('No key is believed yet').waitFor();
  });
});
