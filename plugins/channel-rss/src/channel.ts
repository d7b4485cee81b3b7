import {
  type Call,
  type ChannelMessage,
  channel,
  hasCode,
  type Implementation,
  type InputOf,
  type OutputOf,
  type PluginContext,
  type SettingsOf,
} from '@fairlead/sdk';
import { placeId, withoutQuery } from '@fairlead/sdk/channel';
import { type Cursor, emptyCursor, readCursor, writeCursor } from './cursor.ts';
import { type Download, download } from './download.ts';
import type { Feed, Note } from './feed/feed.ts';
import { FeedError } from './feed/feed-error.ts';
import { parseFeed } from './feed/parse-feed.ts';
import { findChanges } from './find-changes.ts';
import { documentError } from './map-errors.ts';
import type { settings } from './settings.ts';
import { toMessage } from './to-message.ts';
import { receiveFromHub } from './websub/receive.ts';
import { keepSubscription } from './websub/subscribe.ts';
import { hasSearched, noteSearched, readPushed, readShared, shortKey, writeShared } from './websub/subscription.ts';

type Context = PluginContext<SettingsOf<typeof settings>>;
type FetchInput = InputOf<typeof channel.fetch>;
type FetchOutput = OutputOf<typeof channel.fetch>;

/** A publisher’s wish for fewer polls is heard up to this. */
const longestPauseMs = 3_600_000;

export function createChannel(context: Context): Implementation<'channel'> {
  return {
    fetch: (input, call) => fetchItems(context, input, call),
    receive: (request) => {
      const { webSub, url } = context.settings;
      if (webSub) return receiveFromHub(context, url, request);
      return { outcome: 'invalid', reason: 'foreign', detail: 'WebSub is switched off in the settings.' };
    },
    testCredentials: (_input, call) => testFeed(context, call),
  };
}

async function fetchItems(context: Context, input: FetchInput, call: Call): Promise<FetchOutput> {
  const { cursor: stored, notes } = openCursor(input.cursor, context.settings.url);
  // WebSub may have been switched on since: a document that is said to be unchanged names no hub.
  const searching = context.settings.webSub && !(await hasSearched(context.state));
  const cursor = searching ? withoutValidators(stored) : stored;
  const got = await downloadFrom(context, cursor, call);
  const moved = movedCursor(cursor, got);
  if (got.answer.body === undefined || got.answer.digest === cursor.body) {
    const subscribing = context.settings.webSub ? await keepSubscription(context, undefined, call) : [];
    const kept = got.answer.body === undefined ? moved.cursor : withValidators(moved.cursor, got.answer);
    return finish(kept, { notes: [...notes, ...moved.notes, ...subscribing], pauseMs: got.answer.freshForMs });
  }
  const feed = parse(got.answer, got.answer.body);
  const found = findChanges(feed, cursor, { limit: input.limit, ...(await pushKnowledge(context)) });
  if (context.settings.webSub) await rememberShared(context, found.shared);
  const target = discovery(feed, got.answer);
  if (searching && target.hub === undefined) await noteSearched(context.state);
  const subscribing = context.settings.webSub ? await keepSubscription(context, target, call) : [];
  const place = { address: context.settings.url, title: feed.title };
  const next = { ...moved.cursor, seen: found.seen, floor: found.floor };
  return finish(found.more ? withoutValidators(next) : withValidators(next, got.answer), {
    notes: [...notes, ...moved.notes, ...feed.notes, ...found.notes, ...subscribing],
    pauseMs: Math.max(feed.pauseMs ?? 0, got.answer.freshForMs),
    messages: found.changes.map((change) => toMessage(change, place)),
    more: found.more,
  });
}

interface Ending {
  readonly notes: readonly Note[];
  readonly pauseMs: number;
  readonly messages?: ChannelMessage[];
  readonly more?: boolean;
}

function finish(cursor: Cursor, { notes, pauseMs, messages = [], more = false }: Ending): FetchOutput {
  return {
    messages,
    cursor: writeCursor(cursor),
    more,
    ...(pauseMs > 0 && !more ? { retryAfterMs: Math.min(Math.floor(pauseMs), longestPauseMs) } : {}),
    ...(notes.length > 0 ? { notes: notes.slice(0, 20) } : {}),
  };
}

/** What was learnt of another address in the settings is kept as far as the items go, and no further. */
function openCursor(text: string | undefined, source: string): { cursor: Cursor; notes: Note[] } {
  if (text === undefined) return { cursor: emptyCursor(source), notes: [] };
  const cursor = readCursor(text);
  if (cursor === undefined) {
    const note = {
      code: 'cursor_unreadable',
      text: 'The stored place in the feed could not be read. Reading starts over.',
    };
    return { cursor: emptyCursor(source), notes: [note] };
  }
  if (cursor.source === source) return { cursor, notes: [] };
  return { cursor: { ...emptyCursor(source), seen: cursor.seen, floor: cursor.floor }, notes: [] };
}

interface Got {
  readonly answer: Download;
  /** Whether the address that the feed had moved to was given up. */
  readonly backToSettings: boolean;
}

/** When the address that the feed moved to is gone, the one in the settings is tried again. */
async function downloadFrom(context: Context, cursor: Cursor, call: Call): Promise<Got> {
  const { url } = context.settings;
  if (cursor.address === undefined)
    return { answer: await download(context, url, cursor, call), backToSettings: false };
  try {
    return { answer: await download(context, cursor.address, cursor, call), backToSettings: false };
  } catch (error) {
    if (!hasCode(error, 'not_found_at_vendor') && !hasCode(error, 'unreachable')) throw error;
    context.log.warn('The feed is no longer where it had moved to; trying the address in the settings.');
    return { answer: await download(context, url, cursor, call), backToSettings: true };
  }
}

function movedCursor(cursor: Cursor, { answer, backToSettings }: Got): { cursor: Cursor; notes: Note[] } {
  const before = backToSettings ? undefined : cursor.address;
  if (answer.movedTo === undefined || answer.movedTo === before)
    return { cursor: { ...cursor, address: before }, notes: [] };
  const text = `The feed has moved for good and is read from ${withoutQuery(answer.movedTo)}. Change the address in the settings.`;
  return { cursor: { ...cursor, address: answer.movedTo }, notes: [{ code: 'feed_moved', text: text.slice(0, 500) }] };
}

/** While items are left over, the whole document has to come again next time. */
function withoutValidators(cursor: Cursor): Cursor {
  return { ...cursor, from: undefined, etag: undefined, modified: undefined, body: undefined };
}

function withValidators(cursor: Cursor, { from, etag, modified, digest }: Download): Cursor {
  return { ...cursor, from, etag, modified, body: digest };
}

function parse({ contentType, from }: Download, body: Uint8Array): Feed {
  try {
    return parseFeed({ body, contentType, address: from });
  } catch (error) {
    throw error instanceof FeedError ? documentError(error) : error;
  }
}

function discovery(feed: Feed, answer: Download) {
  return { hub: answer.hubs[0] ?? feed.hubs[0], topic: answer.self ?? feed.self ?? answer.from };
}

async function pushKnowledge({ settings, state }: Context) {
  if (!settings.webSub) return { isShared: () => false, pushed: () => undefined };
  const [shared, pushed] = await Promise.all([readShared(state), readPushed(state)]);
  return { isShared: (id: string) => shared.has(shortKey(id)), pushed: (id: string) => pushed[shortKey(id)] };
}

async function rememberShared({ state }: Context, shared: ReadonlySet<string>): Promise<void> {
  if (shared.size === 0) return;
  const known = await readShared(state);
  const added = [...shared].map(shortKey).filter((key) => !known.has(key));
  if (added.length > 0) await writeShared(state, new Set([...known, ...added]));
}

async function testFeed(context: Context, call: Call): Promise<OutputOf<typeof channel.testCredentials>> {
  const { url, webSub } = context.settings;
  const answer = await download(context, url, emptyCursor(url), call);
  const feed = parse(answer, answer.body ?? new Uint8Array());
  const warnings = feed.notes.map(({ text }) => text);
  if (answer.movedTo !== undefined) {
    warnings.push(`The feed has moved for good to ${withoutQuery(answer.movedTo)}. Enter that address.`);
  }
  if (webSub && discovery(feed, answer).hub === undefined) {
    warnings.push('The feed names no WebSub hub. It is read by polling alone.');
  }
  const label = feed.title?.slice(0, 255).toWellFormed();
  return {
    account: { id: placeId(url), ...(label === undefined ? {} : { label }) },
    mode: 'unknown',
    ...(warnings.length > 0 ? { warnings: warnings.slice(0, 20) } : {}),
  };
}
