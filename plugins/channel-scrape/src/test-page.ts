import type { Call, channel, OutputOf } from '@fairlead/sdk';
import { placeId, withoutQuery } from '@fairlead/sdk/channel';
import { download } from './download.ts';
import { withoutFragment } from './page/addresses.ts';
import type { Page, PageItem } from './page/page.ts';
import { noItems, type Reader, readDocument } from './read-round.ts';

/** Reads the first page, and says how much the selectors find on it. Remembers nothing but robots.txt. */
export async function testPage(reader: Reader, call: Call): Promise<OutputOf<typeof channel.testCredentials>> {
  const { context, robots } = reader;
  const { pageUrl, honourRobots } = context.settings;
  if (honourRobots) await robots.pass(new URL(pageUrl), call);
  const nothing = { from: undefined, etag: undefined, modified: undefined };
  const answer = await download(context, pageUrl, nothing, call);
  const page = readDocument(reader, answer, answer.body ?? new Uint8Array());
  const label = page.title?.slice(0, 255).toWellFormed();
  return {
    account: { id: placeId(pageUrl), ...(label === undefined ? {} : { label }) },
    mode: 'unknown',
    warnings: [...movedWarning(pageUrl, answer.from), ...itemWarnings(reader, page)].slice(0, 20),
  };
}

function movedWarning(asked: string, from: string): readonly string[] {
  return withoutFragment(asked) === withoutFragment(from) ? [] : [`The page redirects to ${withoutQuery(from)}.`];
}

function itemWarnings({ selectors }: Reader, page: Page): readonly string[] {
  const { items, notes, next, unreadableDates } = page;
  const count = `${items.length} ${items.length === 1 ? 'item was' : 'items were'} found.`;
  const warnings = [count, ...(items.length === 0 ? [noItems(page)] : []), ...notes.map(({ text }) => text)];
  if (unreadableDates > 0) warnings.push(`The date cannot be read in ${unreadableDates} of them.`);
  for (const [name, isEmpty] of fields) {
    const isWanted = name === 'text' || selectors[name] !== undefined;
    const empty = isWanted ? items.filter(isEmpty).length - (name === 'date' ? unreadableDates : 0) : 0;
    if (empty > 0) warnings.push(`The ${name} is empty in ${empty === items.length ? 'all' : empty} of them.`);
  }
  if (selectors.next !== undefined && next === undefined) warnings.push('No link to a next page was found.');
  return warnings;
}

type FieldName = 'text' | 'title' | 'link' | 'date' | 'author' | 'id';

const fields: readonly (readonly [name: FieldName, isEmpty: (item: PageItem) => boolean])[] = [
  ['text', ({ text }) => text === ''],
  ['title', ({ title }) => title === undefined],
  ['link', ({ link }) => link === undefined],
  ['date', ({ sentAt }) => sentAt === undefined],
  ['author', ({ author }) => author === undefined],
  ['id', ({ id }) => id === undefined],
];
