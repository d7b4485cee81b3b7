import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { systemClock as clock } from '@fairlead/sdk';
import { expect, test } from 'vitest';
import { defineCollection } from '../collection.ts';
import { createStorage } from '../create-storage.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { pendingText } from './sqlite-outbox-store.ts';

test('events that wait are found by an index of their own, not by going through all there is', async () => {
  const folder = await temporaryFolder();
  const path = join(folder.path, 'fairlead.db');
  const ships = defineCollection({ name: 'ships', index: {}, project: (_state: object) => ({}) });
  const storage = await createStorage({ path, collections: [ships], clock });
  await storage.migrate();
  await storage.dispose();
  const database = new DatabaseSync(path);
  const plan = database.prepare(`EXPLAIN QUERY PLAN ${pendingText('ships')}`).all('', 200);
  database.close();
  expect(plan.map(({ detail }) => String(detail))).toEqual([expect.stringContaining('USING INDEX ships__waiting')]);
  await folder.dispose();
});
