import type { KeyObject } from 'node:crypto';
import { FairleadError, type FetchAnswer } from '@fairlead/sdk';
import { unlessAborted } from './access-token.ts';
import { chainJudge, type ChainResult } from './certificate-chain.ts';
import type { Context } from './settings.ts';
import { mapFailure } from './map-errors.ts';

/** The key that a webhook has to be signed with, or why there is none. */
export type SigningKey =
  | { readonly key: KeyObject }
  | { readonly fault: 'foreign_address' | 'unknown' | Exclude<ChainResult, { trusted: true }>['fault'] };

export interface CertificateOptions {
  /** Certificates of trusted roots, PEM. Default: those that Node trusts. */
  readonly roots?: readonly string[];
}

const keptForMs = 24 * 3_600_000;
/** What PayPal does not know it is asked about again after this, so that forged requests do not become requests of ours. */
const faultKeptForMs = 60_000;
const mostKept = 32;
const requestTimeoutMs = 4_000;

interface Kept {
  readonly result: ChainResult | 'unknown';
  readonly until: number;
}

/**
 * The certificates that PayPal signs with, each fetched once a day. The address comes with the request, so that it is the
 * forger's choice: only PayPal's own hosts are asked, on the path of certificates, and only those of the environment.
 */
export function certificateStore(
  { http, clock, settings, signal: stopping }: Context,
  { roots }: CertificateOptions,
): (url: string, atMs: number, signal: AbortSignal) => Promise<SigningKey> {
  const judge = chainJudge(roots);
  const kept = new Map<string, Kept>();
  const asking = new Map<string, Promise<Kept>>();

  const load = async (url: string, atMs: number): Promise<Kept> => {
    const answer = await http.fetch(url, { signal: stopping, timeoutMs: requestTimeoutMs, maxBytes: 65_536 });
    const result = resultOf(answer, (pem) => judge(pem, atMs));
    const good = result !== 'unknown' && result.trusted;
    const entry = { result, until: clock.monotonic() + (good ? keptForMs : faultKeptForMs) };
    const oldest = kept.size >= mostKept ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    kept.set(url, entry);
    return entry;
  };

  const shared = (url: string, atMs: number): Promise<Kept> => {
    const known = asking.get(url);
    if (known !== undefined) return known;
    const work = load(url, atMs).finally(() => asking.delete(url));
    asking.set(url, work);
    return work;
  };

  return async (text, atMs, signal) => {
    const url = certificateAddress(text, settings.environment);
    if (url === undefined) return { fault: 'foreign_address' };
    const known = kept.get(url);
    const entry =
      known !== undefined && clock.monotonic() < known.until ? known : await unlessAborted(shared(url, atMs), signal);
    return keyOf(entry.result, atMs);
  };
}

function resultOf(answer: FetchAnswer, judge: (pem: string) => ChainResult): Kept['result'] {
  const { status } = answer;
  if (status >= 200 && status < 300) return judge(answer.text());
  if (status >= 500 || status === 429) throw mapFailure(answer);
  if (status === 401 || status === 403) throw new FairleadError('vendor_error', { details: { status } });
  return 'unknown';
}

function keyOf(result: Kept['result'], atMs: number): SigningKey {
  if (result === 'unknown') return { fault: 'unknown' };
  if (!result.trusted) return { fault: result.fault };
  if (atMs < result.validFromMs || atMs > result.validToMs) return { fault: 'expired' };
  return { key: result.leaf.publicKey };
}

/** `https://api.paypal.com/v1/notifications/certs/CERT-…`, written plainly; undefined for any other address. */
export function certificateAddress(text: string, environment: 'live' | 'sandbox'): string | undefined {
  const match =
    /^https:\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)*\.paypal\.com)\/v1\/notifications\/certs\/[A-Za-z0-9_-]{1,200}$/.exec(text);
  const host = match?.[1];
  if (host === undefined) return undefined;
  const isSandbox = host.endsWith('.sandbox.paypal.com') || host === 'sandbox.paypal.com';
  return isSandbox === (environment === 'sandbox') ? text : undefined;
}
