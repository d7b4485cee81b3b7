import { join } from 'node:path';
import { type Publishing, type StorageHarness, storageConformance } from '../conformance.ts';
import { createStorage } from '../create-storage.ts';
import { hotStoresConformance } from '../hot-conformance.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

function harness(publish: Publishing): () => Promise<StorageHarness> {
  return async () => {
    const folder = await temporaryFolder();
    return {
      async open(collections, clock) {
        const path = join(folder.path, 'data', 'fairlead.db');
        const storage = await createStorage({ path, collections, clock, publish });
        await storage.migrate();
        return storage;
      },
      dispose: () => folder.dispose(),
    };
  };
}

for (const publish of ['with_commit', 'by_relay'] as const) {
  storageConformance('SQLite', publish, harness(publish));
  hotStoresConformance('SQLite', publish, harness(publish));
}
