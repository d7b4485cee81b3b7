import type { Document, Element } from 'domhandler';
import { resolveAddress } from '@fairlead/sdk/channel';
import { withoutFragment } from './addresses.ts';
import { Budget, stepsPerPage } from './budget.ts';
import { cleanLine } from './clean-line.ts';
import { type DateOrder, parseDate } from './dates.ts';
import { decodePage } from './decode-page.ts';
import { elementText } from './element-text.ts';
import { allText, type Field, firstValue } from './field.ts';
import type { Note, Page, PageItem } from './page.ts';
import { readDom } from './read-dom.ts';
import { attribute, select } from './select.ts';
import type { Selectors } from './selectors.ts';

export interface PageDocument {
  readonly body: Uint8Array;
  readonly contentType: string | undefined;
  /** Where it came from in the end: relative addresses are resolved against it. */
  readonly address: string;
}

export interface ReadOptions {
  readonly selectors: Selectors;
  readonly mostItems: number;
  readonly newestFirst: boolean;
  readonly dateOrder: DateOrder | undefined;
}

const longestTitle = 2_000;
const longestName = 255;

/** A list’s last row is often an empty one, to be filled by a script. */
function hasSomething({ id, link, title, text }: PageItem): boolean {
  return id !== undefined || link !== undefined || title !== undefined || text !== '';
}

/** @throws PageError */
export function readPage({ body, contentType, address }: PageDocument, options: ReadOptions): Page {
  const { text, notes: charsetNotes } = decodePage(body, contentType);
  const { root, unfinished } = readDom(text);
  const budget = new Budget(stepsPerPage);
  const base = baseAddress(root, address, budget);
  const found = select(options.selectors.item, root, budget);
  const whole = found.filter((element) => !unfinished.has(element));
  const reader = new ItemReader(options, base, budget);
  const items = newest(whole, options)
    .map((element) => reader.read(element))
    .filter(hasSomething);
  return {
    title: firstText('title', root, budget),
    items,
    next: nextAddress(options.selectors.next, root, { base, budget }),
    unreadableDates: reader.unreadableDates,
    asksToSignIn: select('input[type=password]', root, budget).length > 0,
    notes: [...charsetNotes, ...cutNote(found.length - whole.length), ...beyondNote(whole.length, options.mostItems)],
  };
}

function newest(elements: readonly Element[], { mostItems, newestFirst }: ReadOptions): readonly Element[] {
  return newestFirst ? elements.slice(0, mostItems) : elements.slice(-mostItems);
}

function cutNote(cut: number): readonly Note[] {
  if (cut === 0) return [];
  const text = 'The page ends in the middle of an item. That item is not read; it may be complete next time.';
  return [{ code: 'page_cut', text }];
}

function beyondNote(items: number, mostItems: number): readonly Note[] {
  if (items <= mostItems) return [];
  return [{ code: 'items_beyond_limit', text: `A page has more than ${mostItems} items; the oldest are not read.` }];
}

/** @see https://html.spec.whatwg.org/multipage/semantics.html#the-base-element */
function baseAddress(root: Document, address: string, budget: Budget): string {
  const [base] = select('base[href]', root, budget);
  return (base === undefined ? undefined : resolveAddress(attribute(base, 'href'), address)) ?? address;
}

function firstText(selector: string, root: Document, budget: Budget): string | undefined {
  const [element] = select(selector, root, budget);
  return element === undefined ? undefined : cleanLine(elementText(element, budget), 500);
}

function nextAddress(
  field: Field | undefined,
  root: Document,
  { base, budget }: { readonly base: string; readonly budget: Budget },
): string | undefined {
  if (field?.selector === undefined) return undefined;
  for (const element of select(field.selector, root, budget).slice(0, 10)) {
    const address = resolveAddress(attribute(element, field.attribute ?? ''), base, 2_048);
    if (address !== undefined) return withoutFragment(address);
  }
  return undefined;
}

class ItemReader {
  unreadableDates = 0;
  readonly #selectors: Selectors;
  readonly #dateOrder: DateOrder | undefined;
  readonly #base: string;
  readonly #budget: Budget;

  constructor({ selectors, dateOrder }: ReadOptions, base: string, budget: Budget) {
    this.#selectors = selectors;
    this.#dateOrder = dateOrder;
    this.#base = base;
    this.#budget = budget;
  }

  read(item: Element): PageItem {
    const { id, title, text, author, link } = this.#selectors;
    const value = (field: Field | undefined, implied: readonly string[] = []) =>
      field === undefined ? undefined : firstValue(field, { item, budget: this.#budget, implied });
    return {
      id: cleanLine(value(id), 4_096),
      link: resolveAddress(value(link), this.#base),
      title: cleanLine(value(title), longestTitle),
      text: allText(text, { item, budget: this.#budget }),
      author: cleanLine(value(author), longestName),
      sentAt: this.#date(value(this.#selectors.date, ['datetime', 'content'])),
    };
  }

  #date(value: string | undefined): string | undefined {
    if (value === undefined) return undefined;
    const date = parseDate(value, this.#dateOrder);
    if (date === undefined) this.unreadableDates += 1;
    return date;
  }
}
