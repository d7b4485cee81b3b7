import { hash } from 'node:crypto';
import type { Call, FetchAnswer, PluginContext, SettingsOf } from '@fairlead/sdk';
import { validatorOf } from '@fairlead/sdk/channel';
import type { Cursor } from './cursor.ts';
import { requestError, statusError } from './map-errors.ts';
import { productToken } from './robots/robots-gate.ts';
import type { settings } from './settings.ts';

type Context = PluginContext<SettingsOf<typeof settings>>;

/** A page’s document as it came, or word that it has not changed. */
export interface Download {
  /** Undefined when the site says that nothing has changed. */
  readonly body: Uint8Array | undefined;
  /** Hash of the body. */
  readonly digest: string | undefined;
  readonly contentType: string | undefined;
  readonly etag: string | undefined;
  readonly modified: string | undefined;
  /** Where the answer came from in the end. */
  readonly from: string;
}

export type Validators = Pick<Cursor, 'from' | 'etag' | 'modified'>;

/** Larger pages are refused. */
export const mostBytes = 4 * 1_048_576;
const mostRedirects = 6;

/** Of every request, that for robots.txt included. */
export function agentHeaders({ settings }: Context): Readonly<Record<string, string>> {
  const { userAgentSuffix } = settings;
  return { 'user-agent': userAgentSuffix === undefined ? productToken : `${productToken} ${userAgentSuffix}` };
}

/**
 * Gets one page, asking only for a changed one where there are validators. Credentials go to the origin of the address
 * in the settings alone; the HTTP client drops them, and checks the address, on each redirect.
 */
export async function download(
  context: Context,
  url: string,
  validators: Validators,
  call: Pick<Call, 'signal' | 'timeoutMs'>,
): Promise<Download> {
  const conditions = conditional(validators);
  let answer = await request(context, url, { conditions, call });
  const isAsked = Object.keys(conditions).length > 0;
  const isUnchanged = answer.status === 304 && isAsked && answer.url === validators.from;
  // The address leads elsewhere by now, and what was asked was about another page.
  if (answer.status === 304 && isAsked && !isUnchanged) answer = await request(context, url, { conditions: {}, call });
  if (answer.status !== 200 && !isUnchanged) throw statusError(answer, context.clock);
  return {
    body: isUnchanged ? undefined : answer.body,
    digest: isUnchanged ? undefined : hash('sha1', answer.body, 'base64url'),
    contentType: answer.headers['content-type'],
    etag: validatorOf(answer.headers['etag']),
    modified: validatorOf(answer.headers['last-modified']),
    from: answer.url,
  };
}

interface Request {
  readonly conditions: Readonly<Record<string, string>>;
  readonly call: Pick<Call, 'signal' | 'timeoutMs'>;
}

async function request(context: Context, url: string, { conditions, call }: Request): Promise<FetchAnswer> {
  const headers = {
    accept: 'text/html, application/xhtml+xml, */*;q=0.5',
    ...agentHeaders(context),
    ...credentials(context, url),
    ...conditions,
  };
  try {
    return await context.http.fetch(url, {
      headers,
      signal: call.signal,
      timeoutMs: call.timeoutMs,
      maxBytes: mostBytes,
      maxRedirects: mostRedirects,
    });
  } catch (error) {
    throw requestError(error, url);
  }
}

function conditional({ etag, modified }: Validators): Record<string, string> {
  return {
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(modified === undefined ? {} : { 'if-modified-since': modified }),
  };
}

function credentials({ settings }: Context, url: string): Record<string, string> {
  const { authorization, cookie, pageUrl } = settings;
  if (new URL(url).origin !== new URL(pageUrl).origin) return {};
  return {
    ...(authorization === undefined ? {} : { authorization: authorization.reveal() }),
    ...(cookie === undefined ? {} : { cookie: cookie.reveal() }),
  };
}
