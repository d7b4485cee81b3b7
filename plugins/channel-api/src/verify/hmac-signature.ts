import { hmac, macEquals, type Secret, type WebhookRequest } from '@fairlead/sdk';
import type { Settings } from '../settings.ts';
import { checkAge, momentOf } from './age.ts';
import { headerOf } from './header-of.ts';
import { invalid, type Verdict } from './verdict.ts';

interface Rules {
  readonly secrets: readonly Secret[];
  readonly hmac: Settings['hmac'];
  readonly toleranceSeconds: number;
  readonly nowMs: number;
}

/** An HMAC of the raw body, or of a time and the raw body, in a header. */
export function verifyHmac(request: WebhookRequest, rules: Rules): Verdict {
  const { header, prefix, encoding, timestampHeader } = rules.hmac;
  const signature = headerOf(request, header);
  const time = timestampHeader === undefined ? undefined : headerOf(request, timestampHeader);
  if (!signature) return invalid('signature_missing', `The header ${header} is missing.`);
  if (timestampHeader !== undefined && !time)
    return invalid('signature_missing', `The header ${timestampHeader} is missing.`);
  if (!signature.startsWith(prefix))
    return invalid('signature_wrong', `The header ${header} does not begin with “${prefix}”.`);
  const claimed = signature.slice(prefix.length);
  const fits = macsOf(request, rules, time).map((mac) => macEquals(mac, claimed, encoding));
  if (!fits.includes(true)) return invalid('signature_wrong', 'The signature does not fit.');
  // Headers that were not signed are not believed: a stranger could send a request again under another id.
  const proof = { outcome: 'genuine', deliveryId: undefined, signedAt: time } as const;
  if (time === undefined) return proof;
  const atMs = momentOf(time);
  if (atMs === undefined) return invalid('malformed', `The header ${timestampHeader} is no time.`);
  return checkAge(atMs, rules.nowMs, rules.toleranceSeconds) ?? proof;
}

function macsOf({ rawBody }: WebhookRequest, { secrets, hmac: settings }: Rules, time: string | undefined) {
  const { algorithm, signedBeforeBody } = settings;
  const before = time === undefined ? '' : signedBeforeBody.replace('{timestamp}', () => time);
  return secrets.map((secret) => hmac(algorithm, secret.reveal(), before, rawBody));
}
