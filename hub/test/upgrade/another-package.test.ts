import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openShop, problemOf, running, type Shop } from './shop.ts';
import { pluginId } from './versioned-plugin.ts';

/** Keeps what its vendor gave it, and answers with it. */
const keeping = "if (cursor === 'keep') await secrets.put('kept', new Secret('given-by-the-vendor'));";
const telling =
  "if (cursor === 'kept') return { messages: [], cursor: (await secrets.get('kept'))?.reveal() ?? 'nothing', more: false };";

let cleanup: AsyncDisposableStack;
let shop: Shop;
beforeEach(async () => {
  cleanup = new AsyncDisposableStack();
  shop = await openShop(cleanup, { version: '1.0.0', fetch: `${keeping}${telling}` });
});
afterEach(() => cleanup.disposeAsync());

const enablePath = `/api/plugins/${pluginId}/enable`;
const statusOf = async () => (await shop.plugin()).status;

/** Somebody puts another package where the first was, which claims the same id. */
async function replacePackage(): Promise<void> {
  await shop.hub.stop();
  await rm(join(shop.dataDir, 'plugins', pluginId), { recursive: true });
  await shop.write({ version: '1.0.0', packageName: '@elsewhere/channel-shop', fetch: telling });
  await shop.again();
}

test('another package under the same id gets no secret of the one before, nor what that one stored', async () => {
  const { id } = await shop.connect('one');
  const idle = await shop.connect('idle');
  await shop.api.ok('POST', `/api/connections/${idle.id}/pause`, { body: {} });
  await shop.fetch(id, 'keep');
  expect(await shop.fetch(id, 'kept')).toBe('given-by-the-vendor');

  await replacePackage();
  expect(await statusOf()).toBe('incompatible');
  // Not agreed to yet: nothing is lost, should the first package come back.
  const refused = problemOf(await shop.api.call('POST', enablePath, { body: {} }));
  expect(refused).toMatchObject({
    code: 'consent_required',
    details: { boundTo: { packageName: '@somebody/channel-shop', source: 'folder' } },
  });
  expect((await shop.connection(id)).secrets['token']).toMatchObject({ set: true });

  await shop.api.ok('POST', enablePath, { body: { consent: refused.details?.['consent'] } });
  await running(shop);
  for (const connection of [id, idle.id]) {
    expect((await shop.connection(connection)).secrets['token'] ?? { set: false }).toMatchObject({ set: false });
  }
  const { version } = await shop.connection(id);
  const failed = await shop.api.call('POST', `/api/connections/${id}/operations/fetch`, {
    body: { input: { limit: 1 } },
  });
  expect(failed.status).toBeGreaterThanOrEqual(400);

  const entered = { body: { secrets: { token: 'entered-anew' } }, headers: { 'if-match': `"${version}"` } };
  await shop.api.ok('PATCH', `/api/connections/${id}`, entered);
  expect(await shop.fetch(id)).toBe(`1.0.0 hello-one ${'entered-anew'.length}`);
  expect(await shop.fetch(id, 'kept')).toBe('nothing');
});
