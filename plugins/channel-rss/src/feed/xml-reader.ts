import { Parser } from 'htmlparser2';
import { resolveAddress } from '@fairlead/sdk/channel';
import { deepest, mostEntries, mostNodes } from './feed.ts';
import { FeedError } from './feed-error.ts';
import { NamespaceScope } from './namespaces.ts';

/** An element with what was inside it. */
export interface XmlNode {
  /** With the prefixes of `namespaces.ts`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The address that relative ones below are resolved against: `xml:base`, else the feed's own. */
  readonly base: string;
  readonly children: XmlNode[];
  /** Text directly inside, entities decoded. */
  text: string;
  /** The source between the tags, where elements were found inside one that holds prose. */
  markup: string | undefined;
}

interface OpenNode {
  readonly node: XmlNode;
  readonly scope: NamespaceScope;
  readonly contentStart: number;
  readonly parts: string[];
  /** The reader keeps no nodes inside prose: markup there is read as HTML. */
  readonly prose: boolean;
  hasMarkup: boolean;
}

const mostAttributes = 1_000;
const entries = new Set(['item', 'atom:entry']);
const proseNames = new Set([
  'title',
  'description',
  'content:encoded',
  'xhtml:body',
  'xhtml:div',
  'body',
  'atom:title',
  'atom:subtitle',
  'atom:summary',
  'atom:content',
  'atom:rights',
  'media:description',
  'itunes:summary',
]);
const roots = new Set(['rss', 'rdf:RDF', 'atom:feed']);

/**
 * Reads the XML of a feed in one pass and gives its outermost element. It knows no document types: external entities are never asked for and declared ones never
 * expanded (they stay as they are written). Elements for which `onEntry` is called are not kept in the tree.
 * @throws FeedError `garbage` when the outermost element is not a feed's; `too_deep` beyond 256 levels, 400,000
 *   elements, 20,000 items or 1,000 attributes of one; `cut` when the outermost element is not closed
 */
export function readXml(source: string, base: string, onEntry: (entry: XmlNode) => void): XmlNode {
  return new XmlReader(source, base, onEntry).run();
}

class XmlReader {
  #root: XmlNode | undefined;
  readonly #source: string;
  readonly #base: string;
  readonly #onEntry: (entry: XmlNode) => void;
  readonly #open: OpenNode[] = [];
  /** Elements inside prose, which are counted and not kept. */
  #inProse = 0;
  #nodes = 0;
  #entries = 0;
  /** Of the element that is being opened. */
  #attributes = 0;
  #closed = false;

  constructor(source: string, base: string, onEntry: (entry: XmlNode) => void) {
    this.#source = source;
    this.#base = base;
    this.#onEntry = onEntry;
  }

  run(): XmlNode {
    const parser = new Parser(
      {
        onopentag: (tag, attributes) => this.#onOpen(tag, attributes, parser.endIndex + 1),
        onattribute: () => this.#onAttribute(),
        onclosetag: (_tag, implied) => this.#onClose(parser.startIndex, implied),
        ontext: (data) => this.#onText(data),
      },
      { xmlMode: true, decodeEntities: true },
    );
    parser.write(this.#source);
    parser.end();
    if (this.#root === undefined) throw new FeedError({ kind: 'garbage' }, 'The document has no element.');
    if (!this.#closed) throw new FeedError({ kind: 'cut' }, 'The document ends too early.');
    return this.#root;
  }

  #onAttribute(): void {
    this.#attributes += 1;
    if (this.#attributes > mostAttributes) {
      throw new FeedError({ kind: 'too_deep' }, 'An element of the document has too many attributes.');
    }
  }

  #onOpen(tag: string, attributes: Readonly<Record<string, string>>, contentStart: number): void {
    this.#attributes = 0;
    this.#nodes += 1;
    if (this.#open.length + this.#inProse >= deepest || this.#nodes > mostNodes) {
      throw new FeedError({ kind: 'too_deep' }, 'The document has too many levels or elements.');
    }
    const parent = this.#open.at(-1);
    if (parent?.prose === true) {
      parent.hasMarkup = true;
      this.#inProse += 1;
      return;
    }
    if (this.#closed) return void this.#pushIgnored(contentStart);
    let scope = (parent?.scope ?? new NamespaceScope()).under(attributes);
    if (parent === undefined && scope.resolve(tag) === 'feed') scope = scope.with('', 'http://www.w3.org/2005/Atom');
    const name = scope.resolve(tag);
    if (parent === undefined && !roots.has(name)) {
      throw new FeedError({ kind: 'garbage' }, `The document’s outermost element is “${name.slice(0, 60)}”.`);
    }
    const base = this.#baseOf(attributes, parent);
    const node: XmlNode = { name, attributes, base, children: [], text: '', markup: undefined };
    if (parent === undefined) this.#root = node;
    this.#open.push({ node, scope, contentStart, parts: [], prose: proseNames.has(name), hasMarkup: false });
  }

  /** What follows the outermost element is no part of the document. */
  #pushIgnored(contentStart: number): void {
    const node: XmlNode = { name: '', attributes: {}, base: this.#base, children: [], text: '', markup: undefined };
    const scope = new NamespaceScope();
    this.#open.push({ node, scope, contentStart, parts: [], prose: true, hasMarkup: false });
  }

  #baseOf(attributes: Readonly<Record<string, string>>, parent: OpenNode | undefined): string {
    const above = parent?.node.base ?? this.#base;
    const own = attributes['xml:base'];
    return own === undefined ? above : (resolveAddress(own, above) ?? above);
  }

  #onClose(contentEnd: number, implied: boolean): void {
    if (this.#inProse > 0) {
      this.#inProse -= 1;
      return;
    }
    const open = this.#open.pop();
    if (open === undefined) return;
    const { node } = open;
    node.text = open.parts.length === 1 ? (open.parts[0] ?? '') : open.parts.join('');
    if (open.hasMarkup) node.markup = this.#source.slice(open.contentStart, contentEnd);
    const parent = this.#open.at(-1);
    if (parent === undefined) {
      if (node === this.#root) this.#closed = !implied;
    } else if (entries.has(node.name)) {
      this.#entries += 1;
      if (this.#entries > mostEntries) throw new FeedError({ kind: 'too_deep' }, 'The document has too many items.');
      if (!implied) this.#onEntry(node);
    } else parent.node.children.push(node);
  }

  #onText(data: string): void {
    if (this.#inProse > 0) return;
    this.#open.at(-1)?.parts.push(data);
  }
}

/** The first child of that name. */
export function child(node: XmlNode, name: string): XmlNode | undefined {
  return node.children.find((candidate) => candidate.name === name);
}

/** The trimmed text of the first child of that name which has any. */
export function childText(node: XmlNode, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const candidate of node.children) {
      const text = candidate.name === name ? candidate.text.trim() : '';
      if (text !== '') return text;
    }
  }
  return undefined;
}
