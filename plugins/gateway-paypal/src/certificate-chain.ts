import { X509Certificate } from 'node:crypto';
import { getCACertificates } from 'node:tls';

/** What a file of certificates is worth. */
export type ChainResult =
  | { readonly trusted: true; readonly leaf: X509Certificate; readonly validFromMs: number; readonly validToMs: number }
  /** `incomplete`: the next certificate of the chain is not in the file, and no root issued the last one. */
  | { readonly trusted: false; readonly fault: 'unreadable' | 'wrong_name' | 'expired' | 'incomplete' | 'wrong' };

/** PayPal's signing certificates are named so, in the sandbox with `.sandbox` in the middle. */
const leafName = /^messageverificationcerts(?:\.[a-z0-9-]+)*\.paypal\.com$/;

const longestChain = 6;
const mostCertificates = 12;

/**
 * Judges chains by trusted roots. Purposes and name constraints are not looked at: the name of the leaf and the host
 * that served it are, by the caller.
 * @param roots PEM; default those that Node trusts. Read at the first use, which takes some milliseconds.
 */
export function chainJudge(roots?: readonly string[]): (pem: string, atMs: number) => ChainResult {
  let bySubject: ReadonlyMap<string, readonly X509Certificate[]> | undefined;
  const rootsFor = (issuer: string): readonly X509Certificate[] => {
    bySubject ??= indexed((roots ?? getCACertificates('default')).map((text) => new X509Certificate(text)));
    return bySubject.get(issuer) ?? [];
  };

  return (pem, atMs) => {
    const given = readCertificates(pem);
    const leaf = given?.find(({ ca }) => !ca);
    if (given === undefined || leaf === undefined) return { trusted: false, fault: 'unreadable' };
    if (!isNamedAsExpected(leaf)) return { trusted: false, fault: 'wrong_name' };
    const chain = [leaf];
    for (let last = leaf; chain.length <= longestChain; ) {
      if (!isCurrent(last, atMs)) return { trusted: false, fault: 'expired' };
      const root = rootsFor(last.issuer).find((each) => isCurrent(each, atMs) && issued(each, last));
      if (root !== undefined) return { trusted: true, leaf, ...common(chain) };
      const named = given.filter((each) => each !== last && !chain.includes(each) && each.subject === last.issuer);
      if (named.length === 0) return { trusted: false, fault: 'incomplete' };
      const issuer = named.find((each) => issued(each, last));
      // A certificate of that name which did not sign is a forgery and not a gap.
      if (issuer === undefined) return { trusted: false, fault: 'wrong' };
      chain.push(issuer);
      last = issuer;
    }
    return { trusted: false, fault: 'wrong' };
  };
}

function indexed(certificates: readonly X509Certificate[]): ReadonlyMap<string, readonly X509Certificate[]> {
  return Map.groupBy(certificates, ({ subject }) => subject);
}

function readCertificates(pem: string): readonly X509Certificate[] | undefined {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length > mostCertificates) return undefined;
  try {
    return blocks.map((block) => new X509Certificate(block));
  } catch {
    // Text between the marks that is no certificate; Node's errors for it have many names.
    return undefined;
  }
}

function isNamedAsExpected({ subject }: X509Certificate): boolean {
  const names = subject.split('\n').filter((line) => line.startsWith('CN='));
  return names.length === 1 && leafName.test(names[0]?.slice(3).toLowerCase() ?? '');
}

function isCurrent({ validFromDate, validToDate }: X509Certificate, atMs: number): boolean {
  return validFromDate.getTime() <= atMs && atMs <= validToDate.getTime();
}

/** By name, by right (a CA that may sign certificates), and by signature. */
function issued(issuer: X509Certificate, certificate: X509Certificate): boolean {
  return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}

/** When the whole chain holds. */
function common(chain: readonly X509Certificate[]): { readonly validFromMs: number; readonly validToMs: number } {
  return {
    validFromMs: Math.max(...chain.map(({ validFromDate }) => validFromDate.getTime())),
    validToMs: Math.min(...chain.map(({ validToDate }) => validToDate.getTime())),
  };
}
