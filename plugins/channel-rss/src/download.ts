import { hash } from 'node:crypto';
import type { Call, FetchAnswer, PluginContext } from '@fairlead/sdk';
import { validatorOf } from '@fairlead/sdk/channel';
import type { Cursor } from './cursor.ts';
import { freshForMs, linkTargets } from './http-hints.ts';
import { redirectError, statusError } from './map-errors.ts';

/** A feed's document as it came, or word that it has not changed. */
export interface Download {
  /** Undefined when the publisher says that nothing has changed. */
  readonly body: Uint8Array | undefined;
  /** Hash of the body. */
  readonly digest: string | undefined;
  readonly contentType: string | undefined;
  readonly etag: string | undefined;
  readonly modified: string | undefined;
  /** Where the answer came from in the end. */
  readonly from: string;
  /** Where the first address has moved for good; undefined when it has not. */
  readonly movedTo: string | undefined;
  readonly hubs: readonly string[];
  readonly self: string | undefined;
  /** Milliseconds for which the publisher lets the answer be reused. */
  readonly freshForMs: number;
}

/** Larger documents are refused. A feed of a thousand items with their full text has about two. */
export const mostBytes = 8 * 1_048_576;
const mostRedirects = 6;
const accept =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/json;q=0.9, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';

/**
 * Gets the document, asking only for a changed one where the cursor has validators of the same address. Redirects are
 * followed here, one by one, because only an unbroken row of permanent ones changes the feed's address.
 */
export async function download(
  context: Pick<PluginContext, 'http' | 'clock'>,
  address: string,
  validators: Pick<Cursor, 'from' | 'etag' | 'modified'>,
  call: Pick<Call, 'signal' | 'timeoutMs'>,
): Promise<Download> {
  const visited = new Set<string>();
  let permanent = true;
  let movedTo: string | undefined;
  for (let url = new URL(address).href; ; ) {
    visited.add(url);
    const conditions = validators.from === url ? conditional(validators) : {};
    const answer = await context.http.fetch(url, {
      headers: { accept, ...conditions },
      signal: call.signal,
      timeoutMs: call.timeoutMs,
      maxBytes: mostBytes,
    });
    const next = redirectTarget(answer, url);
    if (next === undefined)
      return toDownload(answer, {
        url,
        movedTo,
        asked: 'if-none-match' in conditions || 'if-modified-since' in conditions,
        clock: context.clock,
      });
    permanent &&= answer.status === 301 || answer.status === 308;
    if (permanent) movedTo = next;
    if (visited.has(next)) throw redirectError('in a circle');
    if (visited.size > mostRedirects) throw redirectError(`more than ${mostRedirects} times`);
    url = next;
  }
}

function conditional({ etag, modified }: Pick<Cursor, 'etag' | 'modified'>): Record<string, string> {
  return {
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(modified === undefined ? {} : { 'if-modified-since': modified }),
  };
}

function redirectTarget({ status, headers }: FetchAnswer, url: string): string | undefined {
  if (![301, 302, 303, 307, 308].includes(status)) return undefined;
  const target = URL.parse(headers['location'] ?? '', url);
  if (target === null || headers['location'] === undefined) throw redirectError('without saying where to');
  target.hash = '';
  return target.href;
}

interface Circumstances {
  readonly url: string;
  readonly movedTo: string | undefined;
  /** Whether the request had conditions: only then may the answer be 304. */
  readonly asked: boolean;
  readonly clock: PluginContext['clock'];
}

function toDownload(answer: FetchAnswer, { url, movedTo, asked, clock }: Circumstances): Download {
  const { status, headers, body } = answer;
  const unchanged = status === 304 && asked;
  if (status !== 200 && !unchanged) throw statusError(answer, clock);
  return {
    body: unchanged ? undefined : body,
    digest: unchanged ? undefined : hash('sha1', body, 'base64url'),
    contentType: headers['content-type'],
    etag: validatorOf(headers['etag']),
    modified: validatorOf(headers['last-modified']),
    from: url,
    movedTo,
    hubs: linkTargets(headers, 'hub', url),
    self: linkTargets(headers, 'self', url)[0],
    freshForMs: freshForMs(headers),
  };
}
