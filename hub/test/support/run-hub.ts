/** A hub and nothing around it: for tests that are about the hub and not about the command line. */
import { type Clock, systemClock } from '@fairlead/sdk';
import { readSettings } from '../../src/config/settings.ts';
import { type HubOptions, startHub } from '../../src/hub.ts';

const read = readSettings(process.env, process.cwd());
if (!read.ok) throw new Error(read.faults.join('\n'));
// No setting of the hub: when a plugin counts as leaking, in times that a test can wait for.
const leaks = JSON.parse(process.env['HUB_TEST_LEAKS'] ?? '{}') as NonNullable<HubOptions['leaks']>;
// Nor this: how far the hub's clock is ahead of the machine's.
const aheadMs = Number(process.env['HUB_TEST_CLOCK_AHEAD_MS'] ?? '0');
const clock: Clock = { ...systemClock, now: () => systemClock.now() + aheadMs };
const hub = await startHub({ settings: read.settings, rows: read.rows, leaks, clock, checkEvents: true });
process.once('SIGTERM', () => void hub.stop());
for (const warning of hub.warnings) process.stdout.write(`${warning}\n`);
process.stdout.write(`Fairlead is ready at ${hub.url}\n`);
