import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the built dashboard lies. It may not be built yet: in a workspace, `start` does it. */
export function dashboardFolder(): string {
  return join(dirname(fileURLToPath(import.meta.resolve('@fairlead/dashboard/package.json'))), 'dist');
}
