/** A hub and nothing around it: for tests that are about the hub and not about the command line. */
import { readSettings } from '../../src/config/settings.ts';
import { startHub } from '../../src/hub.ts';

const read = readSettings(process.env, process.cwd());
if (!read.ok) throw new Error(read.faults.join('\n'));
const hub = await startHub({ settings: read.settings, rows: read.rows });
process.once('SIGTERM', () => void hub.stop());
for (const warning of hub.warnings) process.stdout.write(`${warning}\n`);
process.stdout.write(`Fairlead is ready at ${hub.url}\n`);
