import { join } from 'node:path';
import { newId } from '@fairlead/sdk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStorage } from '../create-storage.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { type TemporaryFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { schemaSteps } from './hot-schema.ts';
import { migrateHotTables } from './migrate.ts';
import { openDatabase } from './open-database.ts';

let folder: TemporaryFolder;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.dispose());

test('a database made before senders were kept keeps what waits in it, and keeps senders from then on', async () => {
  const path = join(folder.path, 'a.db');
  const clock = new FakeClock();
  const before = await openDatabase(path, []);
  const older = schemaSteps.filter(({ version }) => version <= 3);
  await before.exclusively(() => migrateHotTables(before.handle, older, clock));
  before.handle.exec(`INSERT INTO inbox_requests (method, path, headers, body, uses) VALUES ('POST', '/hooks/c1', '{}', x'0a', 1);
    INSERT INTO inbox (id, connection_id, event_id, type, status, received_at, request_seq, event)
      VALUES ('old', 'c1', 'old', 'unverified', 'unverified', '2026-01-15T12:00:00.000Z', 1, 'null');`);
  await before.orm.close();

  const storage = await createStorage({ path, collections: [], clock });
  await storage.migrate();
  const request = { method: 'POST', path: '/hooks/c1', headers: {}, body: new Uint8Array([10]) };
  expect(await storage.hot.inbox.request('old')).toEqual(request);
  const id = newId(clock.now());
  const receivedAt = new Date(clock.now()).toISOString();
  const sent = { ...request, remoteAddress: '203.0.113.7' };
  await storage.hot.inbox.insertUnverified({ id, connectionId: 'c1', receivedAt, request: sent });
  expect(await storage.hot.inbox.request(id)).toEqual(sent);
  await storage.dispose();

  // The version before it runs on beside this one, or again after a rollback.
  const after = await openDatabase(path, []);
  await after.exclusively(() => migrateHotTables(after.handle, older, clock));
  after.handle.exec(
    "INSERT INTO inbox_requests (method, path, headers, body, uses) VALUES ('POST', '/', '{}', x'', 1)",
  );
  await after.orm.close();
});
