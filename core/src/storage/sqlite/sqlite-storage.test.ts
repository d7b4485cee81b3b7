import { join } from 'node:path';
import { type StorageHarness, storageConformance } from '../conformance.ts';
import { createStorage } from '../create-storage.ts';
import { hotStoresConformance } from '../hot-conformance.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

async function harness(): Promise<StorageHarness> {
  const folder = await temporaryFolder();
  return {
    async open(collections, clock) {
      const storage = await createStorage({ path: join(folder.path, 'data', 'fairlead.db'), collections, clock });
      await storage.migrate();
      return storage;
    },
    dispose: () => folder.dispose(),
  };
}

storageConformance('SQLite', harness);
hotStoresConformance('SQLite', harness);
