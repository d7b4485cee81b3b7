import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import type { Budget } from './budget.ts';
import { cleanText } from './clean-text.ts';
import { attribute } from './select.ts';

/** The contract’s limit of a message’s text, in characters. */
export const mostCharacters = 262_144;

const unseen = new Set(
  'script style template noscript iframe object embed applet svg math canvas audio video select textarea head title'.split(
    ' ',
  ),
);
const paragraphs = new Set('p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre figure'.split(' '));
const uneven = /[\t\r\n\f]| {2}/;
const blocks = new Set(
  'div section article header footer main aside nav address form fieldset details summary figcaption li dt dd tr caption center hr'.split(
    ' ',
  ),
);

/**
 * What a person reads in an element: paragraphs, lists and line breaks kept, scripts, styles and hidden parts dropped.
 * The element itself is read even if it is hidden, for a selector asked for it.
 * @throws PageError `too_costly`
 */
export function elementText(root: Element, budget: Budget): string {
  const layout = new Layout(root.name === 'pre');
  let node: AnyNode | null = root.firstChild;
  let leaving = false;
  while (node !== null && node !== root && !layout.full) {
    budget.spend(1);
    if (!leaving) {
      if (isText(node)) {
        // What is beyond the limit is neither laid out nor paid for.
        const data = node.data.slice(0, mostCharacters + 1);
        budget.spend(data.length);
        layout.text(data);
      } else if (isTag(node) && isSeen(node)) {
        layout.open(node);
        if (node.firstChild !== null) {
          node = node.firstChild;
          continue;
        }
        layout.close(node);
      }
    } else if (isTag(node)) layout.close(node);
    leaving = node.nextSibling === null;
    node = node.nextSibling ?? node.parent;
  }
  return cleanText(layout.result(), mostCharacters);
}

function isSeen(element: Element): boolean {
  if (unseen.has(element.name) || attribute(element, 'hidden') !== undefined) return false;
  const style = attribute(element, 'style');
  return style === undefined || !/display\s*:\s*none|visibility\s*:\s*hidden/i.test(style.slice(0, 2_000));
}

/** Lays out what the walk comes by. */
class Layout {
  readonly #parts: string[] = [];
  readonly #lists: { next: number | undefined }[] = [];
  #length = 0;
  #preformatted: number;
  #breaks = 0;
  #space = '';
  #bullet = '';

  constructor(preformatted: boolean) {
    this.#preformatted = preformatted ? 1 : 0;
  }

  get full(): boolean {
    return this.#length > mostCharacters;
  }

  result(): string {
    return this.#parts.join('');
  }

  open(element: Element): void {
    const { name } = element;
    if (name === 'br') this.#breaks = Math.min(this.#breaks + 1, 2);
    else if (name === 'img') this.#image(element);
    else this.#block(name);
    if (name === 'pre') this.#preformatted += 1;
    if (name === 'ul' || name === 'ol') this.#lists.push({ next: name === 'ol' ? 1 : undefined });
    if (name === 'li') this.#item();
    if (name === 'td' || name === 'th') this.#space = '\t';
  }

  close({ name }: Element): void {
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

  /** A small picture that stands for a character is read as that character. */
  #image(element: Element): void {
    const alternative = attribute(element, 'alt') ?? '';
    if (/^\P{L}{1,8}$/u.test(alternative) && /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(alternative)) {
      this.#write(alternative);
    }
  }

  #write(text: string): void {
    const gap = this.#breaks > 0 ? '\n'.repeat(this.#breaks) : this.#space;
    for (const part of [this.#parts.length === 0 ? '' : gap, this.#bullet, text]) {
      if (part === '') continue;
      this.#parts.push(part);
      this.#length += part.length;
    }
    this.#breaks = 0;
    this.#space = '';
    this.#bullet = '';
  }
}

/** Whether `element` is inside `outer`, which is inside `root` itself. */
export function isWithin(element: Element, outer: Element, root: AnyNode): boolean {
  for (let node: AnyNode | null = element.parent; node !== null && node !== root; node = node.parent) {
    if (node === outer) return true;
  }
  return false;
}
