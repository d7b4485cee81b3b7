import { hmac, type InputOf, macEquals, type OutputOf, type PluginContext } from '@fairlead/sdk';
import type { channel } from '@fairlead/sdk';
import { nextRevision } from '@fairlead/sdk/channel';
import { FeedError } from '../feed/feed-error.ts';
import { parseFeed } from '../feed/parse-feed.ts';
import type { Feed } from '../feed/feed.ts';
import type { Change } from '../find-changes.ts';
import { type IdentifiedItem, identify } from '../identity.ts';
import { toMessage } from '../to-message.ts';
import { askedLeaseMs } from './subscribe.ts';
import {
  type PushedItems,
  readPushed,
  readShared,
  readSubscription,
  type Subscription,
  secretName,
  shortKey,
  writePushed,
  writeSubscription,
} from './subscription.ts';

type Request = InputOf<typeof channel.receive>;
type Result = OutputOf<typeof channel.receive>;
type Invalid = Extract<Result, { outcome: 'invalid' }>;
type Context = Pick<PluginContext, 'state' | 'secrets' | 'clock'>;

const algorithms = { sha1: 'sha1', sha256: 'sha256', sha512: 'sha512' } as const;
const longestChallenge = 4_096;

/**
 * A request of the hub: its challenge, its refusal, or content (https://www.w3.org/TR/websub/). Only what belongs to a
 * subscription that this connection asked for is believed.
 */
export async function receiveFromHub(context: Context, address: string, request: Request): Promise<Result> {
  const subscription = await readSubscription(context.state);
  if (subscription === undefined) return invalid('foreign', 'This connection has asked no hub for anything.');
  if (request.method === 'GET') return receiveVerification(context, subscription, request.query);
  if (request.method === 'POST') return receiveContent(context, { subscription, address }, request);
  return invalid('malformed', `A hub does not send ${request.method}.`);
}

async function receiveVerification(
  { state, clock }: Context,
  subscription: Subscription,
  query: Request['query'],
): Promise<Result> {
  if (query['hub.topic'] !== subscription.topic) return invalid('foreign', 'It is about another feed.');
  const mode = query['hub.mode'];
  if (mode === 'denied') {
    if (!subscription.pending) return invalid('foreign', 'No request is waiting for an answer.');
    const refusal = (query['hub.reason'] ?? 'no reason given').slice(0, 300);
    await writeSubscription(state, { ...subscription, pending: false, refusal });
    return { outcome: 'events', events: [] };
  }
  if (mode !== 'subscribe') return invalid('foreign', 'Only a subscription was asked for.');
  const challenge = query['hub.challenge'] ?? '';
  if (challenge === '' || challenge.length > longestChallenge) return invalid('malformed', 'The challenge is missing.');
  if (subscription.pending) {
    const leaseMs = grantedLeaseMs(query['hub.lease_seconds']);
    const leaseEndsMs = clock.now() + leaseMs;
    await writeSubscription(state, { ...subscription, pending: false, leaseMs, leaseEndsMs, refusal: undefined });
  } else if (subscription.leaseEndsMs === undefined) {
    return invalid('foreign', 'No request is waiting for an answer.');
  }
  // A hub that asks again, because an answer was lost, gets the same answer; the lease stays as it was.
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' };
  return { outcome: 'events', events: [], response: { status: 200, headers, body: challenge } };
}

/** Never longer than what was asked for, so that nobody can put the renewal off. */
function grantedLeaseMs(seconds: string | undefined): number {
  const granted = /^\d{1,9}$/.test(seconds ?? '') ? Number(seconds) * 1_000 : askedLeaseMs;
  return Math.min(Math.max(granted, 60_000), askedLeaseMs);
}

interface Source {
  readonly subscription: Subscription;
  readonly address: string;
}

async function receiveContent(context: Context, source: Source, request: Request): Promise<Result> {
  const refused = await checkSignature(context, request);
  if (refused !== undefined) return refused;
  let feed: Feed;
  try {
    const contentType = request.headers['content-type'];
    feed = parseFeed({ body: request.rawBody, contentType, address: source.subscription.topic });
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    return invalid('malformed', `The content is signed but is no feed: ${error.message}`);
  }
  return { outcome: 'events', events: await toEvents(context, feed, source.address) };
}

async function checkSignature({ secrets }: Context, request: Request): Promise<Invalid | undefined> {
  const header = request.headers['x-hub-signature'] ?? '';
  if (header === '') return invalid('signature_missing', 'There is no X-Hub-Signature.');
  const secret = await secrets.get(secretName);
  if (secret === undefined) return invalid('foreign', 'This connection has given no hub a secret.');
  const [method = '', claimed = ''] = header.trim().split('=', 2);
  const algorithm = Object.hasOwn(algorithms, method) ? algorithms[method as keyof typeof algorithms] : undefined;
  if (algorithm === undefined)
    return invalid('signature_wrong', 'The signature’s method is not sha1, sha256 or sha512.');
  const expected = hmac(algorithm, secret.reveal(), request.rawBody);
  return macEquals(expected, claimed, 'hex') ? undefined : invalid('signature_wrong', 'The signature does not fit.');
}

/**
 * Names items as a poll does. A push cannot tell a new item from an edited one that a poll gave; it then comes as
 * `created` again, which the store drops, and the next poll gives the edit.
 */
async function toEvents(context: Context, feed: Feed, address: string) {
  const shared = await readShared(context.state);
  const pushed = await readPushed(context.state);
  const known = { isShared: (id: string) => shared.has(shortKey(id)), hadPlainId: () => false };
  const { items } = identify(feed.items.toReversed().slice(-1_000), known);
  const place = { address, title: feed.title };
  const events = items.map((entry) => {
    const change = changeOf(entry, pushed[shortKey(entry.id)]);
    return {
      dedupeKey: `${shortKey(entry.id)}.${entry.content}`,
      type: `item.${change.change}`,
      message: toMessage(change, place),
    };
  });
  await writePushed(context.state, withItems(pushed, items));
  return events;
}

function changeOf({ id, item, content }: IdentifiedItem, before: PushedItems[string] | undefined): Change {
  if (before === undefined) return { id, change: 'created', revision: '0', item };
  // The same content again is the same event again: it is told as it was the first time.
  const revision = before.content === content ? before.revision : nextRevision(before.revision, content);
  return { id, change: revision === '0' ? 'created' : 'edited', revision, item };
}

function withItems(pushed: PushedItems, items: readonly IdentifiedItem[]): PushedItems {
  const next: Record<string, PushedItems[string]> = { ...pushed };
  for (const entry of items) {
    const key = shortKey(entry.id);
    const { revision } = changeOf(entry, pushed[key]);
    delete next[key];
    next[key] = { content: entry.content, revision };
  }
  return next;
}

function invalid(reason: Invalid['reason'], detail: string): Invalid {
  return { outcome: 'invalid', reason, detail: detail.slice(0, 500) };
}
