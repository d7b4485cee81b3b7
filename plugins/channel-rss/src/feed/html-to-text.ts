import { Parser } from 'htmlparser2';
import { cleanText, createTextLayout, isHiddenByStyle, resolveAddress, unseenElements } from '@fairlead/sdk/channel';

export interface ReadableText {
  readonly text: string;
  /** Absolute addresses of the pictures in it. */
  readonly images: readonly string[];
}

const deepest = 512;
const mostImages = 64;

const containsTag = /<[a-zA-Z/!?]/;
const voids = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/**
 * HTML as a person reads it: paragraphs, lists and line breaks kept, the text of links without their addresses,
 * entities decoded, scripts, styles and hidden parts dropped. A text without any tag keeps its line breaks.
 * @param base what relative addresses of pictures are resolved against
 */
export function htmlToText(html: string, base?: string): ReadableText {
  if (!containsTag.test(html)) return { text: cleanText(html.includes('&') ? decodeEntities(html) : html), images: [] };
  const renderer = new TextRenderer(base);
  const parser = new Parser(renderer, { recognizeCDATA: true, decodeEntities: true });
  try {
    parser.write(html);
    parser.end();
  } catch (error) {
    // Nested too deep or full: what was read so far is kept.
    if (!(error instanceof RenderingStopped)) throw error;
  }
  return { text: cleanText(renderer.text()), images: renderer.images };
}

/** One line, as for a title. */
export function htmlToLine(html: string): string {
  return htmlToText(html).text.replaceAll(/\s+/g, ' ');
}

function decodeEntities(text: string): string {
  const parts: string[] = [];
  const parser = new Parser({ ontext: (part) => parts.push(part) }, { decodeEntities: true });
  parser.write(text);
  parser.end();
  return parts.join('');
}

class RenderingStopped extends Error {}

/** Takes the parser's events, and has what is seen laid out. */
class TextRenderer {
  readonly images: string[] = [];
  readonly #base: string | undefined;
  readonly #layout = createTextLayout();
  #depth = 0;
  /** Depth at which something unseen began; 0 when everything is seen. */
  #unseenSince = 0;

  constructor(base: string | undefined) {
    this.#base = base;
  }

  text(): string {
    return this.#layout.result();
  }

  onopentag(tag: string, attributes: Readonly<Record<string, string>>): void {
    const name = local(tag);
    this.#depth += 1;
    if (this.#depth > deepest) throw new RenderingStopped();
    if (this.#unseenSince > 0) return;
    if (unseenElements.has(name) || (isHidden(attributes) && !voids.has(name))) {
      this.#unseenSince = this.#depth;
      return;
    }
    if (name === 'img') this.#image(attributes);
    else this.#layout.open(name);
  }

  onclosetag(tag: string): void {
    const wasUnseen = this.#unseenSince > 0;
    if (this.#unseenSince === this.#depth) this.#unseenSince = 0;
    this.#depth -= 1;
    if (!wasUnseen) this.#layout.close(local(tag));
  }

  ontext(data: string): void {
    if (this.#unseenSince > 0) return;
    this.#layout.text(data);
    this.#stopWhenFull();
  }

  #image(attributes: Readonly<Record<string, string>>): void {
    if (this.#layout.picture(attributes['alt'])) return this.#stopWhenFull();
    const address = resolveAddress(attributes['src'], this.#base);
    const pixel = attributes['width'] === '1' || attributes['height'] === '1';
    if (address !== undefined && !pixel && this.images.length < mostImages) this.images.push(address);
  }

  #stopWhenFull(): void {
    if (this.#layout.isFull) throw new RenderingStopped();
  }
}

/** XHTML inside Atom may carry a prefix. */
function local(tag: string): string {
  return tag.includes(':') ? tag.slice(tag.indexOf(':') + 1) : tag;
}

function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  return 'hidden' in attributes || isHiddenByStyle(attributes['style']);
}
