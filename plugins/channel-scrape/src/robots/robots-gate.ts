import { type Call, FairleadError, type PluginContext } from '@fairlead/sdk';
import { fingerprint } from '@fairlead/sdk/channel';
import { disallowed, robotsError } from '../map-errors.ts';
import { everythingAllowed, forbiddingRule, parseRobots, type Robots } from './parse-robots.ts';

/** What robots.txt files call this installation, and how its `User-Agent` begins. */
export const productToken = 'Fairlead';

/** RFC 9309, 2.4. */
const longestUseMs = 86_400_000;
/** RFC 9309, 2.5: what is beyond is not read. */
const mostRead = 500 * 1_024;
/** A file beyond this is refused by the HTTP client, which cannot read a part. */
const mostBytes = 4 * 1_048_576;
/** RFC 9309, 2.3.1.2: after more the file counts as absent. */
const mostRedirects = 5;
/** State takes 64 KiB a value. Larger rules are asked for with every poll. */
const longestStored = 60_000;

export interface RobotsGate {
  /**
   * Milliseconds that the site asks to leave between requests.
   * @throws FairleadError `settings_invalid` when the address is forbidden; what the HTTP client throws, or
   *   `vendor_error`, when nobody can say
   */
  pass(url: URL, call: Pick<Call, 'signal' | 'timeoutMs'>): Promise<number>;
}

type Context = Pick<PluginContext, 'http' | 'state' | 'clock'>;

export function createRobotsGate(context: Context, headers: Readonly<Record<string, string>>): RobotsGate {
  return {
    async pass(url, call) {
      const robots = (await recall(context, url.origin)) ?? (await ask(context, url.origin, { headers, call }));
      const rule = forbiddingRule(robots, url);
      if (rule !== undefined) throw disallowed(url, rule.pattern);
      return robots.crawlDelayMs;
    },
  };
}

interface Asking {
  readonly headers: Readonly<Record<string, string>>;
  readonly call: Pick<Call, 'signal' | 'timeoutMs'>;
}

async function ask(context: Context, origin: string, { headers, call }: Asking): Promise<Robots> {
  let robots: Robots;
  try {
    const answer = await context.http.fetch(`${origin}/robots.txt`, {
      headers: { ...headers, accept: 'text/plain, */*;q=0.5' },
      signal: call.signal,
      timeoutMs: call.timeoutMs,
      maxBytes: mostBytes,
      maxRedirects: mostRedirects,
    });
    robots = read(answer.status, answer.body);
  } catch (error) {
    throw robotsError(error, origin);
  }
  await remember(context, origin, robots);
  return robots;
}

/** RFC 9309, 2.3.1: what each kind of status means. */
function read(status: number, body: Uint8Array): Robots {
  if (status >= 200 && status < 300) {
    return parseRobots(new TextDecoder('utf-8', { ignoreBOM: true }).decode(body.subarray(0, mostRead)), productToken);
  }
  if (status >= 300 && status < 500) return everythingAllowed;
  throw new FairleadError('vendor_error', { message: `The site answered ${status}.`, details: { status } });
}

function stateKey(origin: string): string {
  return `robots:${fingerprint(24, origin)}`;
}

interface Stored {
  readonly v: 1;
  readonly at: number;
  readonly robots: Robots;
}

async function remember({ state, clock }: Context, origin: string, robots: Robots): Promise<void> {
  const stored: Stored = { v: 1, at: clock.now(), robots };
  if (Buffer.byteLength(JSON.stringify(stored)) <= longestStored) await state.put(stateKey(origin), stored);
  else await state.delete(stateKey(origin));
}

async function recall({ state, clock }: Context, origin: string): Promise<Robots | undefined> {
  const stored = (await state.get(stateKey(origin))) as Stored | undefined;
  if (stored?.v !== 1) return undefined;
  const ageMs = clock.now() - stored.at;
  return ageMs >= 0 && ageMs < longestUseMs ? stored.robots : undefined;
}
