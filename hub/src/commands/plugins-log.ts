import { setTimeout as pause } from 'node:timers/promises';
import type { HubClient } from '../client/hub-client.ts';
import type { Output } from './output.ts';
import { runningHub } from './with-hub.ts';

export interface LogOptions {
  readonly follow?: boolean;
  readonly level?: string;
  readonly connection?: string;
  readonly limit?: string;
}

interface LogLine {
  readonly at: string;
  readonly level: string;
  readonly source: string;
  readonly version?: string;
  readonly connection?: string;
  readonly message: string;
  readonly fields?: object;
}

interface LogPage {
  readonly items: readonly LogLine[];
  readonly nextCursor: string | null;
  readonly latest: string;
}

const askEveryMs = 1_000;
/** A page of the API. */
const mostAtOnce = 200;

/** Prints what a plugin logged and printed, the oldest first; with `follow` what comes as well, until Ctrl-C. */
export async function logOfPlugin(id: string, options: LogOptions, output: Output): Promise<void> {
  const hub = await runningHub();
  const path = `/api/plugins/${encodeURIComponent(id)}/log?${filterOf(options)}`;
  const wanted = Math.min(mostAtOnce, Math.max(1, Number(options.limit ?? 50) || 50));
  const page = await hub.get<LogPage>(`${path}limit=${wanted}`);
  const lines = page.items.toReversed();
  if (options.follow === true) {
    const print = printerFor(output);
    for (const line of lines) print(line);
    return follow(hub, path, page.latest, print);
  }
  output.result({ items: lines });
  for (const line of lines) output.line(shown(line));
}

async function follow(hub: HubClient, path: string, from: string, print: (line: LogLine) => void): Promise<never> {
  let after = from;
  for (;;) {
    await pause(askEveryMs);
    const pages: LogLine[] = [];
    let cursor: string | null = null;
    const since = after;
    do {
      const more: string = cursor === null ? '' : `&cursor=${cursor}`;
      const page: LogPage = await hub.get(`${path}limit=${mostAtOnce}&after=${since}${more}`);
      // What comes while pages are read belongs to the next round.
      if (cursor === null) after = page.latest;
      pages.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    for (const line of pages.reverse()) print(line);
  }
}

function filterOf({ level, connection }: LogOptions): string {
  const query = new URLSearchParams({
    ...(level === undefined ? {} : { level }),
    ...(connection === undefined ? {} : { connection }),
  }).toString();
  return query === '' ? '' : `${query}&`;
}

/** Followed as JSON, each line is a document of its own. */
function printerFor(output: Output): (line: LogLine) => void {
  return output.json
    ? (line) => void process.stdout.write(`${JSON.stringify(line)}\n`)
    : (line) => output.line(shown(line));
}

function shown({ at, level, source, connection, message, fields }: LogLine): string {
  const from = connection === undefined ? source : `${source} ${connection}`;
  const more = fields === undefined ? '' : ` ${JSON.stringify(fields)}`;
  return `${at} ${level.padEnd(5)} ${from}  ${printable(message)}${more}`;
}

/** A plugin may log what would move a terminal's cursor or paint it. */
function printable(message: string): string {
  // oxlint-disable-next-line no-control-regex
  return message.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ');
}
