import { type Call, delay, isFairleadError, type PluginContext, type SettingsOf } from '@fairlead/sdk';
import type { Cursor, Resume } from './cursor.ts';
import { type Download, download, type Validators } from './download.ts';
import { pageError } from './map-errors.ts';
import { withoutFragment } from './page/addresses.ts';
import { type Note, type Page, PageError, type PageItem } from './page/page.ts';
import { readPage } from './page/read-page.ts';
import type { Selectors } from './page/selectors.ts';
import type { RobotsGate } from './robots/robots-gate.ts';
import type { settings } from './settings.ts';

export interface Reader {
  readonly context: PluginContext<SettingsOf<typeof settings>>;
  readonly selectors: Selectors;
  readonly robots: RobotsGate;
}

/** What one poll has read. */
export interface Round {
  /** The first page as it came; undefined when the round went on with a later one. */
  readonly first: Download | undefined;
  /** Whether the first page is what it was. Nothing else was read then. */
  readonly isUnchanged: boolean;
  readonly title: string | undefined;
  /** In the order of the pages. */
  readonly items: readonly PageItem[];
  /** Where to go on, when the pause before the next page does not fit into this call. */
  readonly resume: Resume | undefined;
  /** Milliseconds to leave before the next request. */
  readonly pauseMs: number;
  readonly notes: readonly Note[];
}

/** What a request and the reading of its answer have to be given, or the poll goes on next time. */
const leastTimeMs = 2_000;
/** Left for what comes after the last page. */
const reserveMs = 500;

/**
 * Reads the first page, or the one where the last poll was cut short, and those after it. Only a failure of the first
 * page fails the poll: of a later one it is noted, and what was read before it is given.
 * @throws FairleadError
 */
export async function readRound(reader: Reader, cursor: Cursor, call: Call): Promise<Round> {
  const round = new RoundReader(reader, call);
  const { resume } = cursor;
  if (resume === undefined) {
    await round.readFirst(cursor);
    if (round.isUnchanged) return round.result(undefined);
  } else await round.readLater(resume.url, resume);
  return round.result(await round.readOn());
}

class RoundReader {
  isUnchanged = false;
  readonly #reader: Reader;
  readonly #call: Call;
  readonly #startedAt: number;
  readonly #visited = new Set<string>();
  readonly #items: PageItem[] = [];
  readonly #notes = new Map<string, Note>();
  #first: Download | undefined;
  #title: string | undefined;
  #next: string | undefined;
  #page = 1;
  #earlierItems = 0;
  #pauseMs = 0;

  constructor(reader: Reader, call: Call) {
    this.#reader = reader;
    this.#call = call;
    this.#startedAt = reader.context.clock.monotonic();
  }

  async readFirst(cursor: Cursor): Promise<void> {
    const { pageUrl } = this.#reader.context.settings;
    await this.#read(withoutFragment(pageUrl), cursor);
  }

  /** Reads further pages for as long as there are some. @returns where to go on, if the time is too short */
  async readOn(): Promise<Resume | undefined> {
    for (let url = this.#upcoming(); url !== undefined; url = this.#upcoming()) {
      const items = this.#earlierItems + this.#items.length;
      const resume = { url, page: this.#page + 1, items };
      if (this.#leftMs() < this.#pauseMs + leastTimeMs) return resume;
      if (this.#pauseMs > 0) await delay(this.#reader.context.clock, this.#pauseMs, this.#call.signal);
      await this.readLater(url, { page: resume.page, items: this.#earlierItems });
    }
    return undefined;
  }

  async readLater(url: string, { page, items }: Pick<Resume, 'page' | 'items'>): Promise<void> {
    this.#page = page;
    this.#earlierItems = items;
    this.#next = undefined;
    try {
      await this.#read(url, undefined);
    } catch (error) {
      if (this.#call.signal.aborted || !isFairleadError(error) || error.class === 'plugin_bug') throw error;
      this.#pauseMs = Math.max(this.#pauseMs, error.retryAfterMs ?? 0);
      const text = `Page ${page} could not be read: ${error.message}`.slice(0, 500).toWellFormed();
      this.#note({ code: 'later_page_unreadable', text });
    }
  }

  result(resume: Resume | undefined): Round {
    return {
      first: this.#first,
      isUnchanged: this.isUnchanged,
      title: this.#title,
      items: this.#items,
      resume,
      pauseMs: this.#pauseMs,
      notes: [...this.#notes.values()],
    };
  }

  async #read(url: string, cursor: (Validators & Pick<Cursor, 'body'>) | undefined): Promise<void> {
    const { context, robots } = this.#reader;
    const { settings } = context;
    this.#visited.add(url);
    const askedMs = settings.honourRobots ? await robots.pass(new URL(url), this.#request()) : 0;
    this.#pauseMs = Math.max(settings.crawlDelayMs, askedMs);
    const nothing = { from: undefined, etag: undefined, modified: undefined };
    const answer = await download(context, url, cursor ?? nothing, this.#request());
    if (cursor !== undefined) {
      this.#first = answer;
      this.isUnchanged = answer.body === undefined || answer.digest === cursor.body;
    }
    if (answer.body !== undefined && !this.isUnchanged) this.#take(readDocument(this.#reader, answer, answer.body));
  }

  #take(page: Page): void {
    const { mostItems } = this.#reader.context.settings;
    const room = mostItems - this.#earlierItems - this.#items.length;
    this.#items.push(...page.items.slice(0, Math.max(0, room)));
    if (this.#page === 1) this.#title = page.title;
    this.#next = page.next;
    for (const note of [...page.notes, ...notesOn(page, this.#page)]) this.#note(note);
  }

  /** The next page’s address, if it is to be read. */
  #upcoming(): string | undefined {
    const { mostPages, mostItems, pageUrl } = this.#reader.context.settings;
    const next = this.#next;
    const isFull = this.#earlierItems + this.#items.length >= mostItems;
    if (next === undefined || this.#page >= mostPages || isFull) return undefined;
    if (new URL(next).hostname !== new URL(pageUrl).hostname) {
      this.#note({ code: 'next_page_elsewhere', text: 'The next page is on another host, and is not read.' });
      return undefined;
    }
    if (this.#visited.has(next)) {
      this.#note({ code: 'pages_in_circle', text: 'The next page’s link leads back to a page that was read.' });
      return undefined;
    }
    return next;
  }

  #note(note: Note): void {
    if (!this.#notes.has(note.code)) this.#notes.set(note.code, note);
  }

  #leftMs(): number {
    return this.#call.timeoutMs - (this.#reader.context.clock.monotonic() - this.#startedAt);
  }

  /** A later page has to end before the call does, so that what came before it is given. */
  #request(): Pick<Call, 'signal' | 'timeoutMs'> {
    const keptMs = this.#page > 1 ? reserveMs : 0;
    return { signal: this.#call.signal, timeoutMs: Math.max(1, this.#leftMs() - keptMs) };
  }
}

/** @throws FairleadError */
export function readDocument({ context, selectors }: Reader, answer: Download, body: Uint8Array): Page {
  const { mostItems, newestFirst, dateOrder } = context.settings;
  try {
    return readPage(
      { body, contentType: answer.contentType, address: answer.from },
      { selectors, mostItems, newestFirst, dateOrder },
    );
  } catch (error) {
    throw error instanceof PageError ? pageError(error, answer.contentType) : error;
  }
}

function notesOn(page: Page, number: number): readonly Note[] {
  const notes: Note[] = [];
  if (page.items.length === 0 && number === 1) notes.push({ code: 'no_items', text: noItems(page) });
  if (page.unreadableDates > 0) {
    const text = 'Some items have something that is no date where the date should be. They have no time.';
    notes.push({ code: 'date_unreadable', text });
  }
  return notes;
}

export function noItems({ asksToSignIn }: Pick<Page, 'asksToSignIn'>): string {
  return asksToSignIn
    ? 'The page has no items but a form to sign in. The site may want a cookie, or has ended the session of the one it got.'
    : 'The item selector matches nothing on the page. The page may have changed, or be made by scripts, which are not run.';
}
