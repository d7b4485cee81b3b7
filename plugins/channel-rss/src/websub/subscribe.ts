import { randomBytes } from 'node:crypto';
import { type Call, type PluginContext, Secret, isFairleadError } from '@fairlead/sdk';
import type { Note } from '../feed/feed.ts';
import { readSubscription, type Subscription, secretName, writeSubscription } from './subscription.ts';

/** What a document or its HTTP answer says of WebSub. */
export interface Discovery {
  readonly hub: string | undefined;
  readonly topic: string;
}

type Context = Pick<PluginContext, 'http' | 'state' | 'secrets' | 'clock' | 'webhookUrl' | 'log'>;

/** What is asked for; a hub may grant less. */
export const askedLeaseMs = 10 * 86_400_000;
const patienceMs = 3_600_000;
const patienceAfterRefusalMs = 86_400_000;

/**
 * Subscribes, or renews the lease when less than a third of it is left. A hub that fails or refuses never fails the
 * poll: it is noted, and asked again after an hour (a day after a refusal).
 * @param found undefined when the feed had not changed: what was found before still holds
 */
export async function keepSubscription(
  context: Context,
  found: Discovery | undefined,
  call: Call,
): Promise<readonly Note[]> {
  const known = await readSubscription(context.state);
  const target = targetOf(found, known);
  if (target === undefined || !isDue(known, target, context.clock.now())) return [];
  const same = known !== undefined && isFor(known, target) ? known : undefined;
  await writeSubscription(context.state, {
    ...target,
    pending: true,
    requestedMs: context.clock.now(),
    leaseEndsMs: same?.leaseEndsMs,
    leaseMs: same?.leaseMs ?? askedLeaseMs,
    refusal: undefined,
  });
  const refusal = await request(context, target, call);
  if (refusal === undefined) return [];
  await noteRefusal(context, target, refusal);
  return [
    { code: 'websub_failed', text: `The hub of the feed did not take the subscription: ${refusal}`.slice(0, 500) },
  ];
}

interface Target {
  readonly hub: string;
  readonly topic: string;
}

function targetOf(found: Discovery | undefined, known: Subscription | undefined): Target | undefined {
  if (found === undefined) return known;
  return found.hub === undefined ? undefined : { hub: found.hub, topic: found.topic };
}

export function isFor(subscription: Subscription, { hub, topic }: Target): boolean {
  return subscription.hub === hub && subscription.topic === topic;
}

function isDue(known: Subscription | undefined, target: Target, nowMs: number): boolean {
  if (known === undefined || !isFor(known, target)) return true;
  // The clock may have been set back since.
  const waitedMs = Math.abs(nowMs - known.requestedMs);
  if (known.refusal !== undefined) return waitedMs >= patienceAfterRefusalMs;
  if (known.pending || known.leaseEndsMs === undefined) return waitedMs >= patienceMs;
  const leftMs = known.leaseEndsMs - nowMs;
  // More than was granted: the clock was ahead when it was, and nobody would renew it for as long.
  return leftMs < known.leaseMs / 3 || leftMs > known.leaseMs + 60_000;
}

/** @returns why the hub did not take it; undefined when it did */
async function request(context: Context, { hub, topic }: Target, call: Call): Promise<string | undefined> {
  const secret = await subscriptionSecret(context);
  const form = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.topic': topic,
    'hub.callback': context.webhookUrl,
    'hub.lease_seconds': String(askedLeaseMs / 1_000),
    'hub.secret': secret.reveal(),
  });
  try {
    const { status } = await context.http.fetch(hub, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
      signal: call.signal,
      timeoutMs: Math.min(call.timeoutMs, 10_000),
      maxBytes: 65_536,
    });
    return status >= 200 && status < 300 ? undefined : `it answered with status ${status}.`;
  } catch (error) {
    if (call.signal.aborted || !isFairleadError(error)) throw error;
    context.log.warn('The hub could not be asked for a subscription.', { code: error.code });
    return error.message;
  }
}

/** The same secret for the life of the connection: a renewal would otherwise cut off pushes that are under way. */
async function subscriptionSecret({ secrets }: Context): Promise<Secret> {
  const stored = await secrets.get(secretName);
  if (stored !== undefined) return stored;
  const secret = new Secret(randomBytes(32).toString('hex'));
  await secrets.put(secretName, secret);
  return secret;
}

/** Reads again before it writes, as the hub's challenge may have come in the meantime. */
async function noteRefusal(context: Context, target: Target, refusal: string): Promise<void> {
  const current = await readSubscription(context.state);
  if (current === undefined || !isFor(current, target) || !current.pending) return;
  await writeSubscription(context.state, { ...current, pending: false, refusal: refusal.slice(0, 300) });
}
