import { expect, it } from 'vitest';
import { fusionTable, incidentOf, type ReasonCode } from './fusion-table.ts';
import { recentMinutes } from './recorder.ts';

// After a change of the table: npx -y pnpm@12 unit core/src/health/reference.test.ts -u
it('docs/reference/health.md shows the fusion table as it is', async () => {
  const page = `${[head, table(), foot].join('\n\n')}\n`;
  await expect(page).toMatchFileSnapshot('../../../docs/reference/health.md');
});

const head = `<!-- Generated from core/src/health/fusion-table.ts by core/src/health/reference.test.ts; do not edit. -->

# Health of a connection

A connection is \`healthy\`, \`degraded\`, \`unhealthy\` or \`unknown\`, and says why. Each row below looks at one number. It holds
from “from” on, and once it holds until the number falls below “until”, so that a value on the edge does not flap. Traffic is
that of the last ${recentMinutes} minutes in which there was any; a row with “calls” says nothing before there were that many.

The worst row that holds makes the status: unhealthy before degraded before unknown. All that hold are given as reasons,
in this order, and those of the source \`process\` say besides what became of the plugin. A connection that is paused or
disabled is \`unknown\`, whatever else holds.`;

interface TableRow {
  readonly source: string;
  readonly code: string;
  readonly status: string;
  readonly text: string;
  readonly enter: number;
  readonly leave: number;
  readonly minimumCalls?: number;
}

function table(): string {
  const rows = (fusionTable as readonly TableRow[]).map((row) => {
    const { source, code, status, text, enter, leave, minimumCalls } = row;
    const incident = incidentOf(code as ReasonCode);
    const raised = incident === undefined ? '' : [incident.severity, incident.action].filter(Boolean).join(', ');
    return `| ${source} | \`${code}\` | ${status} | ${enter} | ${leave} | ${minimumCalls ?? ''} | ${raised} | ${text} |`;
  });
  const columns = '| source | code | at best | from | until | calls | incident | text |';
  return [columns, '|---|---|---|---|---|---|---|---|', ...rows].join('\n');
}

const foot = `Shares are from 0 to 1, times in milliseconds; 1 and 1 is a condition that holds or does not. \`failing\` and
\`unreliable\` look at the share of attempts that ended as \`unavailable\`, \`outcome_unknown\` or \`plugin_bug\`; see
[errors](errors.md). \`credentials_refused\` and \`settings_refused\` count from the last success.

A status lives for two probe intervals and half a minute after something was last heard. After that, and before the first
call, a connection for which no row holds is \`unknown\` with the reason \`nothing_known\`. A connection without traffic is
probed once per interval: five minutes, or what its plugin's manifest asks for.

A change of status or reasons is one \`connection.health_changed\` event, and raises or resolves the incidents of the rows
that came or went: once per change, never once per call.`;
