import { join } from 'node:path';
import type { Clock } from '@fairlead/sdk';
import { readSettings } from '../../src/config/settings.ts';
import { type Hub, type HubOptions, startHub } from '../../src/hub.ts';
import { ownerEmail, ownerPassword } from './hub-process.ts';

export interface InProcessHub {
  readonly hub: Hub;
  /** Lines of its log. */
  readonly log: readonly string[];
}

/** A hub in this process: on a clock that the test moves, with flows or plugins of the test's own. */
export async function startInProcessHub(
  dataDir: string,
  options: Pick<HubOptions, 'flows' | 'extraPlugins'> & {
    readonly clock: Clock;
    /** Where the lines of its log are put, for a test that looks at them before it has started. */
    readonly log?: string[];
  },
): Promise<InProcessHub> {
  const read = readSettings(
    {
      FAIRLEAD_DATA_DIR: dataDir,
      FAIRLEAD_PORT: '0',
      FAIRLEAD_OWNER_EMAIL: ownerEmail,
      FAIRLEAD_OWNER_PASSWORD: ownerPassword,
    },
    join(dataDir, '..'),
  );
  if (!read.ok) throw new Error(read.faults.join('\n'));
  const { log = [] } = options;
  const hub = await startHub({
    ...options,
    settings: read.settings,
    rows: read.rows,
    checkEvents: true,
    logTo: { write: (line) => log.push(line) },
  });
  return { hub, log };
}
