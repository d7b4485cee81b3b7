import { FeedError } from './feed-error.ts';

/** Namespace addresses, in lower case and without a last `/` or `#`, and the prefix that this plugin knows them by. */
const known: ReadonlyMap<string, string> = new Map([
  ['http://www.w3.org/2005/atom', 'atom'],
  ['http://purl.org/atom/ns', 'atom'],
  ['http://purl.org/rss/1.0', ''],
  ['http://purl.org/net/rss1.1', ''],
  ['http://my.netscape.com/rdf/simple/0.9', ''],
  ['http://channel.netscape.com/rdf/simple/0.9', ''],
  ['http://my.netscape.com/publish/formats/rss-0.91.dtd', ''],
  ['http://backend.userland.com/rss', ''],
  ['http://backend.userland.com/rss2', ''],
  ['http://blogs.law.harvard.edu/tech/rss', ''],
  ['http://cyber.law.harvard.edu/rss/rss.html', ''],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['http://purl.org/rss/1.0/modules/content', 'content'],
  ['http://purl.org/dc/elements/1.0', 'dc'],
  ['http://purl.org/dc/elements/1.1', 'dc'],
  ['http://purl.org/dc/terms', 'dcterms'],
  ['http://search.yahoo.com/mrss', 'media'],
  ['http://search.yahoo.com/rss', 'media'],
  ['http://purl.org/rss/1.0/modules/syndication', 'sy'],
  ['http://www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['http://purl.org/syndication/thread/1.0', 'thr'],
  ['http://www.w3.org/1999/xhtml', 'xhtml'],
]);

const xmlns = 'xmlns';

/** Declarations within declarations; feeds have two or three. */
const mostScopes = 64;

/**
 * Which prefix means which namespace, at one place of a document. Immutable: an element that declares makes a new one,
 * which holds only its own and looks for others above, so that many declarations cost no more than they are long.
 */
export class NamespaceScope {
  readonly #above: NamespaceScope | undefined;
  readonly #declared: ReadonlyMap<string, string>;
  readonly #names = new Map<string, string>();
  readonly #depth: number;

  constructor(declared: ReadonlyMap<string, string> = new Map(), above?: NamespaceScope) {
    this.#declared = declared;
    this.#above = above;
    this.#depth = above === undefined ? 0 : above.#depth + 1;
    if (this.#depth > mostScopes) throw new FeedError({ kind: 'too_deep' }, 'Too many namespaces are nested.');
  }

  /** The scope inside an element with these attributes. */
  under(attributes: Readonly<Record<string, string>>): NamespaceScope {
    let declared: Map<string, string> | undefined;
    for (const name of Object.keys(attributes)) {
      if (!name.startsWith(xmlns) || (name.length > xmlns.length && name[xmlns.length] !== ':')) continue;
      declared ??= new Map();
      declared.set(name.slice(xmlns.length + 1), attributes[name] ?? '');
    }
    return declared === undefined ? this : new NamespaceScope(declared, this);
  }

  with(prefix: string, address: string): NamespaceScope {
    return new NamespaceScope(new Map([[prefix, address]]), this);
  }

  #addressOf(prefix: string): string {
    const above = this.#above;
    return this.#declared.get(prefix) ?? (above === undefined ? '' : above.#addressOf(prefix));
  }

  /**
   * The name with this plugin's own prefix. A prefix that is not declared is taken at its word, as many feeds use
   * `dc:` or `media:` without declaring it.
   */
  resolve(name: string): string {
    const cached = this.#names.get(name);
    if (cached !== undefined) return cached;
    const colon = name.indexOf(':');
    const prefix = colon < 0 ? '' : name.slice(0, colon);
    const address = this.#addressOf(prefix).toLowerCase().replace(/[/#]$/, '');
    const ours = known.get(address) ?? prefix;
    const resolved = ours === '' ? name.slice(colon + 1) : `${ours}:${name.slice(colon + 1)}`;
    if (this.#names.size < 1_000) this.#names.set(name, resolved);
    return resolved;
  }
}
