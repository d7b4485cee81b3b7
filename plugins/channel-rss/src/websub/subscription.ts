import type { PluginContext } from '@fairlead/sdk';
import { fingerprint } from '@fairlead/sdk/channel';

/** What is known of the subscription at the hub. Kept as state, because the hub's answer comes as a webhook. */
export interface Subscription {
  readonly hub: string;
  readonly topic: string;
  /** A request that the hub has yet to confirm by its challenge. */
  readonly pending: boolean;
  /** Milliseconds since 1970 of the last request. */
  readonly requestedMs: number;
  /** Milliseconds since 1970; undefined until the hub has confirmed. */
  readonly leaseEndsMs: number | undefined;
  readonly leaseMs: number;
  /** Why the last request came to nothing. */
  readonly refusal: string | undefined;
}

export type PushedItems = Readonly<Record<string, { readonly content: string; readonly revision: string }>>;

export const secretName = 'websub';
const subscriptionKey = 'websub/subscription';
const searchedKey = 'websub/searched';
const pushedKey = 'websub/pushed';
const sharedKey = 'websub/shared-ids';
const mostRemembered = 400;

type State = PluginContext['state'];

/** Stands for an id in the state. It begins with a letter, as members that look like numbers would change their order. */
export function shortKey(id: string): string {
  return `k${fingerprint(16, id)}`;
}

export async function readSubscription(state: State): Promise<Subscription | undefined> {
  return (await state.get(subscriptionKey)) as Subscription | undefined;
}

export async function writeSubscription(state: State, subscription: Subscription): Promise<void> {
  await state.put(subscriptionKey, subscription);
}

/** Whether a whole document has been searched for a hub since WebSub was switched on. */
export async function hasSearched(state: State): Promise<boolean> {
  return (await state.get(subscriptionKey)) !== undefined || (await state.get(searchedKey)) !== undefined;
}

/** Remembers that the document named no hub. */
export async function noteSearched(state: State): Promise<void> {
  await state.put(searchedKey, true);
}

/** Content and revision of what the hub has pushed lately, by {@link shortKey}. */
export async function readPushed(state: State): Promise<PushedItems> {
  return ((await state.get(pushedKey)) as PushedItems | undefined) ?? {};
}

/** Keeps the newest. */
export async function writePushed(state: State, pushed: PushedItems): Promise<void> {
  await state.put(pushedKey, Object.fromEntries(Object.entries(pushed).slice(-mostRemembered)));
}

/** {@link shortKey} of ids that the feed uses for several items, so that a push names them as a poll does. */
export async function readShared(state: State): Promise<ReadonlySet<string>> {
  return new Set(((await state.get(sharedKey)) as readonly string[] | undefined) ?? []);
}

export async function writeShared(state: State, shared: ReadonlySet<string>): Promise<void> {
  await state.put(sharedKey, [...shared].slice(-mostRemembered));
}
