import { Parser } from 'htmlparser2';
import { resolveAddress } from './addresses.ts';

export interface ReadableText {
  readonly text: string;
  /** Absolute addresses of the pictures in it. */
  readonly images: readonly string[];
}

/** The contract's limit of a message's text, in characters. */
export const mostCharacters = 262_144;
const deepest = 512;
const mostImages = 64;

const unseen = new Set(
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
// oxlint-disable-next-line no-control-regex -- they are what has to go
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const uneven = /[\t\r\n\f]| {2}/;
const containsTag = /<[a-zA-Z/!?]/;
const voids = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/**
 * HTML as a person reads it: paragraphs, lists and line breaks kept, the text of links without their addresses,
 * entities decoded, scripts, styles and hidden parts dropped. A text without any tag keeps its line breaks.
 * @param base what relative addresses of pictures are resolved against
 */
export function htmlToText(html: string, base?: string): ReadableText {
  if (!containsTag.test(html)) return { text: tidy(html.includes('&') ? decodeEntities(html) : html), images: [] };
  const renderer = new TextRenderer(base);
  const parser = new Parser(renderer, { recognizeCDATA: true, decodeEntities: true });
  try {
    parser.write(html);
    parser.end();
  } catch (error) {
    // Nested too deep or full: what was read so far is kept.
    if (!(error instanceof RenderingStopped)) throw error;
  }
  return { text: tidy(renderer.text()), images: renderer.images };
}

/** One line, as for a title. */
export function htmlToLine(html: string): string {
  return htmlToText(html).text.replaceAll(/\s+/g, ' ');
}

/** Plain text that came as such: control characters gone, line ends made one, blank ends cut. */
export function tidy(text: string): string {
  const lines = text
    .slice(0, mostCharacters)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(controls, '')
    .replaceAll('\u00a0', ' ')
    .split('\n')
    // Not a pattern such as / +\n/, which takes quadratic time on a long run of blanks.
    .map((line) => line.trimEnd());
  return lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
    .toWellFormed();
}

function decodeEntities(text: string): string {
  const parts: string[] = [];
  const parser = new Parser({ ontext: (part) => parts.push(part) }, { decodeEntities: true });
  parser.write(text);
  parser.end();
  return parts.join('');
}

class RenderingStopped extends Error {}

/** Takes the parser's events and lays the text out. */
class TextRenderer {
  readonly images: string[] = [];
  readonly #base: string | undefined;
  readonly #parts: string[] = [];
  readonly #lists: { next: number | undefined }[] = [];
  #length = 0;
  #depth = 0;
  /** Depth at which something unseen began; 0 when everything is seen. */
  #unseenSince = 0;
  #preformatted = 0;
  #breaks = 0;
  #space = '';
  #bullet = '';

  constructor(base: string | undefined) {
    this.#base = base;
  }

  text(): string {
    return this.#parts.join('');
  }

  onopentag(tag: string, attributes: Readonly<Record<string, string>>): void {
    const name = local(tag);
    this.#depth += 1;
    if (this.#depth > deepest) throw new RenderingStopped();
    if (this.#unseenSince > 0) return;
    if (unseen.has(name) || (isHidden(attributes) && !voids.has(name))) {
      this.#unseenSince = this.#depth;
      return;
    }
    if (name === 'br') this.#breaks = Math.min(this.#breaks + 1, 2);
    else if (name === 'img') this.#image(attributes);
    else this.#block(name);
    if (name === 'pre') this.#preformatted += 1;
    if (name === 'ul' || name === 'ol') this.#lists.push({ next: name === 'ol' ? 1 : undefined });
    if (name === 'li') this.#item();
    if (name === 'td' || name === 'th') this.#space = '\t';
  }

  onclosetag(tag: string): void {
    const name = local(tag);
    const wasUnseen = this.#unseenSince > 0;
    if (this.#unseenSince === this.#depth) this.#unseenSince = 0;
    this.#depth -= 1;
    if (wasUnseen || name === 'br') return;
    if (name === 'pre') this.#preformatted -= 1;
    if (name === 'ul' || name === 'ol') this.#lists.pop();
    if (name === 'li') this.#bullet = '';
    this.#block(name);
  }

  ontext(data: string): void {
    if (this.#unseenSince > 0) return;
    if (this.#preformatted > 0) return this.#write(data);
    // Most texts have single spaces only, and replacing is the costliest part of rendering.
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

  /** A small picture that stands for a character (WordPress turns emojis into such) is read as that character. */
  #image(attributes: Readonly<Record<string, string>>): void {
    const alternative = attributes['alt'] ?? '';
    if (/^\P{L}{1,8}$/u.test(alternative) && /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(alternative)) {
      return this.#write(alternative);
    }
    const address = resolveAddress(attributes['src'], this.#base);
    const pixel = attributes['width'] === '1' || attributes['height'] === '1';
    if (address !== undefined && !pixel && this.images.length < mostImages) this.images.push(address);
  }

  #write(text: string): void {
    const gap = this.#breaks > 0 ? '\n'.repeat(this.#breaks) : this.#space;
    this.#add(this.#parts.length === 0 ? '' : gap);
    this.#add(this.#bullet);
    this.#add(text);
    this.#breaks = 0;
    this.#space = '';
    this.#bullet = '';
    if (this.#length > mostCharacters) throw new RenderingStopped();
  }

  #add(text: string): void {
    if (text === '') return;
    this.#parts.push(text);
    this.#length += text.length;
  }
}

/** XHTML inside Atom may carry a prefix. */
function local(tag: string): string {
  return tag.includes(':') ? tag.slice(tag.indexOf(':') + 1) : tag;
}

function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  return 'hidden' in attributes || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes['style'] ?? '');
}
