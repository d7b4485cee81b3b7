import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { AskedFor } from './bare-asker.ts';

/** One row made durable as the flow's are: what the disk alone costs a call, on this machine at this moment. */
export function bareCommit(folder: string): AskedFor {
  const database = new DatabaseSync(join(folder, 'bare.db'));
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL');
  database.exec('CREATE TABLE usage (id INTEGER PRIMARY KEY, state TEXT NOT NULL)');
  const insert = database.prepare('INSERT INTO usage (state) VALUES (?)');
  const state = 'x'.repeat(1_000);
  return {
    ask: async () => insert.run(state),
    recorded: async () => undefined,
    dispose: async () => database.close(),
  };
}
