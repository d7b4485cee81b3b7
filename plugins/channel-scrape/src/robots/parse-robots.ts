import { comparablePath, comparablePattern, matchesPath } from './match-path.ts';

export interface Rule {
  readonly allow: boolean;
  /** In its comparable form. */
  readonly pattern: string;
}

/** What a robots.txt says to one product. */
export interface Robots {
  readonly rules: readonly Rule[];
  /** Its `Crawl-delay`, which is no part of the standard, in milliseconds. 0 where there is none. */
  readonly crawlDelayMs: number;
}

export const everythingAllowed: Robots = { rules: [], crawlDelayMs: 0 };

interface Group {
  readonly agents: string[];
  readonly rules: Rule[];
  crawlDelayMs: number;
}

const longestDelayMs = 86_400_000;
const byteOrderMark = '\ufeff';

/**
 * Reads a robots.txt (RFC 9309, 2.2) for one product token: all groups that name it, else all that name `*`. Lines that
 * are not understood are passed over, and end no group.
 */
export function parseRobots(text: string, product: string): Robots {
  const groups: Group[] = [];
  let isNaming = false;
  for (const line of (text.startsWith(byteOrderMark) ? text.slice(1) : text).split(/\r\n|\r|\n/)) {
    const { key, value } = readLine(line);
    if (key === 'user-agent') {
      if (!isNaming) groups.push({ agents: [], rules: [], crawlDelayMs: 0 });
      isNaming = true;
      groups.at(-1)?.agents.push(value === '*' ? '*' : (/^[a-z_-]+/i.exec(value)?.[0] ?? '').toLowerCase());
      continue;
    }
    const group = groups.at(-1);
    if (group === undefined) continue;
    if (key === 'allow' || key === 'disallow') {
      isNaming = false;
      if (value !== '') group.rules.push({ allow: key === 'allow', pattern: comparablePattern(value) });
    } else if (key === 'crawl-delay') group.crawlDelayMs = Math.max(group.crawlDelayMs, delayOf(value));
  }
  return merge(groups, product.toLowerCase());
}

function readLine(line: string): { key: string; value: string } {
  const comment = line.indexOf('#');
  const bare = comment < 0 ? line : line.slice(0, comment);
  const colon = bare.indexOf(':');
  return { key: bare.slice(0, Math.max(0, colon)).trim().toLowerCase(), value: bare.slice(colon + 1).trim() };
}

function delayOf(value: string): number {
  return /^\d{1,9}(?:\.\d{1,9})?$/.test(value) ? Math.min(Math.ceil(Number(value) * 1_000), longestDelayMs) : 0;
}

function merge(groups: readonly Group[], product: string): Robots {
  const named = groups.filter(({ agents }) => agents.includes(product));
  const chosen = named.length > 0 ? named : groups.filter(({ agents }) => agents.includes('*'));
  return {
    rules: chosen.flatMap(({ rules }) => rules),
    crawlDelayMs: Math.max(0, ...chosen.map(({ crawlDelayMs }) => crawlDelayMs)),
  };
}

/** The rule that forbids an address, undefined when it may be read. The longest rule counts; of two as long, `allow`. */
export function forbiddingRule({ rules }: Robots, url: URL): Rule | undefined {
  if (url.pathname === '/robots.txt') return undefined;
  const path = comparablePath(url);
  let strongest: Rule | undefined;
  for (const rule of rules) {
    const { length } = rule.pattern;
    const isStronger =
      strongest === undefined ||
      length > strongest.pattern.length ||
      (length === strongest.pattern.length && rule.allow && !strongest.allow);
    if (isStronger && matchesPath(rule.pattern, path)) strongest = rule;
  }
  return strongest?.allow === false ? strongest : undefined;
}
