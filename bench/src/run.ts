/**
 * `npx -y pnpm@12 bench [names…] [--json FILE]`: each bench against a bare baseline in the same run. Targets are for an idle
 * machine; a figure that misses its target is marked and the command still ends with 0, because what it shows is read by a
 * person who knows what else the machine was doing.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { benchAiFlow } from './ai-flow.ts';
import { benchDashboard } from './dashboard.ts';
import { benchGuardedCall } from './guarded-call.ts';
import { benchInbox } from './inbox.ts';
import { benchMessageToSignal } from './message-to-signal.ts';
import { benchParseMessages } from './parse-messages.ts';
import { benchListRoutes } from './list-routes.ts';
import { benchManyPayments } from './payments-many.ts';
import { benchPaymentEvents, benchPayments } from './payments.ts';
import { benchProcessHost } from './process-host.ts';
import { benchReload } from './reload.ts';
import { benchManyFeeds } from './rss-many.ts';
import { benchStartUp } from './start-up.ts';
import { print, type Report } from './support/report.ts';
import { benchWebsockets } from './websockets.ts';

const benches = {
  'guarded-call': benchGuardedCall,
  'process-host': benchProcessHost,
  inbox: benchInbox,
  'start-up': benchStartUp,
  reload: benchReload,
  payments: benchPayments,
  'payment-events': benchPaymentEvents,
  'payments-many': benchManyPayments,
  'ai-flow': benchAiFlow,
  'rss-many': benchManyFeeds,
  'parse-messages': benchParseMessages,
  'message-to-signal': benchMessageToSignal,
  'list-routes': benchListRoutes,
  dashboard: benchDashboard,
  websockets: benchWebsockets,
} as const;
type Name = keyof typeof benches;

const usage = `Usage: npx -y pnpm@12 bench [${Object.keys(benches).join('|')}…] [--json FILE]

Without names all benches run, in about half an hour; payments-many takes 4 GB of disk, list-routes 2; process-host and start-up need a build first.

Example: npx -y pnpm@12 build && npx -y pnpm@12 bench inbox --json figures.json
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
});
const unknown = positionals.filter((name) => !(name in benches));
if (values.help === true || unknown.length > 0) {
  process.stdout.write(unknown.length > 0 ? `There is no bench “${unknown[0]}”.\n\n${usage}` : usage);
  process.exit(unknown.length > 0 ? 2 : 0);
}

const reports: Report[] = [];
for (const name of positionals.length > 0 ? (positionals as Name[]) : (Object.keys(benches) as Name[])) {
  const report = await benches[name]();
  print(report);
  reports.push(report);
}
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(reports, null, 2)}\n`);
