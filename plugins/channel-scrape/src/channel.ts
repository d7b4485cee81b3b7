import {
  type Call,
  type channel,
  type Implementation,
  type InputOf,
  type OutputOf,
  type PluginContext,
  type SettingsOf,
} from '@fairlead/sdk';
import { fingerprint } from '@fairlead/sdk/channel';
import { type Cursor, emptyCursor, readCursor, withoutValidators, writeCursor } from './cursor.ts';
import { agentHeaders } from './download.ts';
import { findChanges } from './find-changes.ts';
import type { Note } from './page/page.ts';
import { readSelectors } from './page/selectors.ts';
import { type Reader, readRound, type Round } from './read-round.ts';
import { createRobotsGate } from './robots/robots-gate.ts';
import type { settings } from './settings.ts';
import { testPage } from './test-page.ts';
import { toMessage } from './to-message.ts';

type Context = PluginContext<SettingsOf<typeof settings>>;
type FetchInput = InputOf<typeof channel.fetch>;
type FetchOutput = OutputOf<typeof channel.fetch>;

export function createChannel(context: Context): Implementation<'channel'> {
  const robots = createRobotsGate(context, agentHeaders(context));
  // Read with each call, not here: what is wrong with a selector is for the admin, not a fault of the plugin.
  const reader = (): Reader => ({ context, robots, selectors: readSelectors(context.settings) });
  return {
    fetch: (input, call) => fetchItems(reader(), input, call),
    testCredentials: (_input, call) => testPage(reader(), call),
  };
}

async function fetchItems(reader: Reader, input: FetchInput, call: Call): Promise<FetchOutput> {
  const { settings } = reader.context;
  const opened = openCursor(input.cursor, settings);
  const { cursor } = opened;
  const round = await readRound(reader, cursor, call);
  const found = findChanges(round.items, cursor, {
    limit: input.limit,
    newestFirst: settings.newestFirst,
    edits: settings.noticeEdits && !opened.isReadAnew,
  });
  const notes = [...opened.notes, ...round.notes, ...found.notes];
  const reached = round.isUnchanged ? cursor : { ...cursor, seen: found.seen, floor: found.floor };
  const after = found.more ? withoutValidators(reached) : afterRound(reached, round);
  const next = { ...after, noted: round.isUnchanged ? cursor.noted : notedAfter(cursor, after, notes) };
  const place = { address: settings.pageUrl, title: round.title };
  const fresh = notes.filter(({ code }) => !cursor.noted.includes(code)).slice(0, 20);
  return {
    messages: found.changes.map((change) => toMessage(change, place)),
    cursor: writeCursor(next),
    more: found.more || round.resume !== undefined,
    ...(round.pauseMs > 0 ? { retryAfterMs: round.pauseMs } : {}),
    ...(fresh.length > 0 ? { notes: fresh } : {}),
  };
}

interface Opened {
  readonly cursor: Cursor;
  /** Whether the page is read by other settings than those that the cursor comes from. */
  readonly isReadAnew: boolean;
  readonly notes: readonly Note[];
}

/**
 * What was learnt of another address, or by other selectors, is kept as far as the items go. Other selectors make most
 * texts read otherwise, which is no edit.
 */
function openCursor(text: string | undefined, given: Context['settings']): Opened {
  const { pageUrl } = given;
  const reading = readingOf(given);
  if (text === undefined) return { cursor: emptyCursor(pageUrl, reading), isReadAnew: false, notes: [] };
  const cursor = readCursor(text);
  if (cursor === undefined) {
    const note = {
      code: 'cursor_unreadable',
      text: 'The stored place on the page could not be read. Reading starts over.',
    };
    return { cursor: emptyCursor(pageUrl, reading), isReadAnew: false, notes: [note] };
  }
  if (cursor.source === pageUrl && cursor.reading === reading) return { cursor, isReadAnew: false, notes: [] };
  const { seen, floor } = cursor;
  const isReadAnew = cursor.reading !== reading;
  return { cursor: { ...emptyCursor(pageUrl, reading), seen, floor }, isReadAnew, notes: [] };
}

function readingOf({ itemSelector, titleSelector, textSelector, ...given }: Context['settings']): string {
  const { idSelector, linkSelector, dateSelector, nextPageSelector, dateOrder } = given;
  return fingerprint(
    12,
    itemSelector,
    titleSelector,
    textSelector,
    idSelector,
    linkSelector,
    dateSelector,
    nextPageSelector,
    dateOrder,
    String(given.mostPages),
    String(given.mostItems),
  );
}

/** Everything that was read has been given. */
function afterRound(cursor: Cursor, { first, resume }: Round): Cursor {
  if (first === undefined) return { ...cursor, resume };
  const { from, etag, modified, digest } = first;
  return { ...cursor, resume, from, etag, modified, body: digest ?? cursor.body };
}

/** While a reading goes on over several polls, its notes are kept together. */
function notedAfter(before: Cursor, after: Cursor, notes: readonly Note[]): readonly string[] {
  const isWhole = before.resume === undefined && after.resume === undefined && after.body !== undefined;
  const codes = notes.map(({ code }) => code);
  return [...new Set(isWhole ? codes : [...before.noted, ...codes])].slice(0, 20);
}
