import { longestText } from './clean-text.ts';

/** Elements of HTML whose text nobody sees. */
export const unseenElements: ReadonlySet<string> = new Set(
  'script style template noscript iframe object embed applet svg math canvas audio video select textarea head title'.split(
    ' ',
  ),
);

const paragraphs = new Set('p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre figure'.split(' '));
const blocks = new Set(
  'div section article header footer main aside nav address form fieldset details summary figcaption li dt dd tr caption center hr'.split(
    ' ',
  ),
);
const uneven = /[\t\r\n\f]| {2}/;

/**
 * Lays out HTML as a person reads it, from what whoever parses or walks it comes by: paragraphs, lists and line breaks
 * kept, blanks made one outside of `pre`. It takes no notice of what is not seen: leave that out, by
 * {@link unseenElements} and {@link isHiddenByStyle}.
 */
export interface TextLayout {
  /** An element begins. @param name in lower case, without a prefix */
  open(name: string): void;
  /** The same element ends; every one that was opened is closed, in order. */
  close(name: string): void;
  /** Text between them, entities decoded. */
  text(data: string): void;
  /**
   * A picture. A small one that stands for a character (WordPress turns emojis into such) is read as that character.
   * @returns whether it was
   */
  picture(alternative: string | undefined): boolean;
  /** More than {@link longestText} characters: nothing more is needed. */
  readonly isFull: boolean;
  /** What was laid out so far; {@link cleanText} makes it the text of a message. */
  result(): string;
}

/** Makes an empty layout. @param within `pre` where what is laid out stands in one */
export function createTextLayout(within?: 'pre'): TextLayout {
  return new Layout(within === 'pre' ? 1 : 0);
}

/** Whether the `style` of an element hides it. */
export function isHiddenByStyle(style: string | undefined): boolean {
  return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style.slice(0, 2_000));
}

class Layout implements TextLayout {
  readonly #parts: string[] = [];
  readonly #lists: { next: number | undefined }[] = [];
  #length = 0;
  #preformatted: number;
  #breaks = 0;
  #space = '';
  #bullet = '';

  constructor(preformatted: number) {
    this.#preformatted = preformatted;
  }

  get isFull(): boolean {
    return this.#length > longestText;
  }

  result(): string {
    return this.#parts.join('');
  }

  open(name: string): void {
    if (name === 'br') this.#breaks = Math.min(this.#breaks + 1, 2);
    else this.#block(name);
    if (name === 'pre') this.#preformatted += 1;
    if (name === 'ul' || name === 'ol') this.#lists.push({ next: name === 'ol' ? 1 : undefined });
    if (name === 'li') this.#item();
    if (name === 'td' || name === 'th') this.#space = '\t';
  }

  close(name: string): void {
    if (name === 'br') return;
    if (name === 'pre') this.#preformatted -= 1;
    if (name === 'ul' || name === 'ol') this.#lists.pop();
    if (name === 'li') this.#bullet = '';
    this.#block(name);
  }

  text(data: string): void {
    if (this.#preformatted > 0) return this.#write(data);
    // Most texts have single spaces only, and replacing is the costliest part of this.
    const words = uneven.test(data) ? data.replaceAll(/[ \t\r\n\f]+/g, ' ') : data;
    const inner = words.trimStart();
    if (inner.length < words.length && this.#space === '') this.#space = ' ';
    if (inner === '') return;
    const trimmed = inner.endsWith(' ') ? inner.slice(0, -1) : inner;
    this.#write(trimmed);
    if (trimmed.length < inner.length) this.#space = ' ';
  }

  picture(alternative = ''): boolean {
    const isCharacter =
      /^\P{L}{1,8}$/u.test(alternative) && /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(alternative);
    if (isCharacter) this.#write(alternative);
    return isCharacter;
  }

  #block(name: string): void {
    if (paragraphs.has(name)) this.#breaks = Math.max(this.#breaks, this.#lists.length > 0 ? 1 : 2);
    else if (blocks.has(name)) this.#breaks = Math.max(this.#breaks, 1);
  }

  #item(): void {
    const list = this.#lists.at(-1);
    const indent = '  '.repeat(Math.max(0, Math.min(this.#lists.length - 1, 8)));
    this.#bullet = list?.next === undefined ? `${indent}• ` : `${indent}${list.next}. `;
    if (list?.next !== undefined) list.next += 1;
  }

  #write(text: string): void {
    const gap = this.#breaks > 0 ? '\n'.repeat(this.#breaks) : this.#space;
    this.#add(this.#parts.length === 0 ? '' : gap);
    this.#add(this.#bullet);
    this.#add(text);
    this.#breaks = 0;
    this.#space = '';
    this.#bullet = '';
  }

  #add(text: string): void {
    if (text === '') return;
    this.#parts.push(text);
    this.#length += text.length;
  }
}
