import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** A certificate authority as small as a test needs: X.509 v3 in DER, written here so that no program has to be installed. */

const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  if (body.length < 0x80) return Buffer.concat([Buffer.from([tag, body.length]), body]);
  const size = Buffer.from(body.length.toString(16).padStart(body.length > 0xff ? 4 : 2, '0'), 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | size.length]), size, body]);
};
const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts);
const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const commonName = hex('06 03 55 04 03');
const sha256WithRsa = sequence(hex('06 09 2a 86 48 86 f7 0d 01 01 0b'), hex('05 00'));
const basicConstraints = hex('06 03 55 1d 13');
const keyUsage = hex('06 03 55 1d 0f');
const isTrue = hex('01 01 ff');

function name(text: string): Buffer {
  return sequence(der(0x31, sequence(commonName, der(0x0c, Buffer.from(text)))));
}

/** GeneralizedTime, whatever the year. */
function time(at: string): Buffer {
  return der(0x18, Buffer.from(`${new Date(at).toISOString().replace(/\D/g, '').slice(0, 14)}Z`));
}

export interface Issued {
  readonly name: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly pem: string;
}

export interface CertificateRequest {
  readonly name: string;
  /** Itself by default. */
  readonly issuer?: Pick<Issued, 'name' | 'privateKey'>;
  readonly ca?: boolean;
  readonly from?: string;
  readonly to?: string;
}

let serial = 1;

export function issue(request: CertificateRequest): Issued {
  const { from = '2020-01-01T00:00:00Z', to = '2060-01-01T00:00:00Z', ca = false } = request;
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const issuer = request.issuer ?? { name: request.name, privateKey };
  const extensions = ca
    ? [
        sequence(basicConstraints, isTrue, der(0x04, sequence(isTrue))),
        sequence(keyUsage, isTrue, der(0x04, hex('03 02 01 06'))),
      ]
    : [sequence(keyUsage, isTrue, der(0x04, hex('03 02 07 80')))];
  const signed = sequence(
    der(0xa0, hex('02 01 02')),
    der(0x02, Buffer.from([0x01, serial++ & 0x7f])),
    sha256WithRsa,
    name(issuer.name),
    sequence(time(from), time(to)),
    name(request.name),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  );
  const signature = sign('sha256', signed, issuer.privateKey);
  const whole = sequence(signed, sha256WithRsa, der(0x03, Buffer.from([0]), signature));
  return { name: request.name, privateKey, publicKey, pem: pemOf(whole) };
}

function pemOf(bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

export const leafName = 'messageverificationcerts.sandbox.paypal.com';

/** A root, a CA under it, and what signs webhooks. Made once for a file of tests: each key takes a tenth of a second. */
export function authority() {
  const root = issue({ name: 'Test Root', ca: true });
  const intermediate = issue({ name: 'Test CA', issuer: root, ca: true });
  const leaf = issue({ name: leafName, issuer: intermediate });
  return { root, intermediate, leaf, file: leaf.pem + intermediate.pem };
}

export const webhookId = '1JE4291016473214C';
export const certificateUrl = 'https://api.sandbox.paypal.com/v1/notifications/certs/CERT-360caa42-fca2a594-ad47cafe';

/** The headers of a webhook over these bytes, as PayPal sends them. */
export function signedHeaders(
  rawBody: Uint8Array,
  privateKey: KeyObject,
  members: Readonly<Record<string, string>> = {},
): Record<string, string> {
  // A transmission of its own for each body, and the same for the same one.
  const digest = createHash('sha256').update(rawBody).digest('hex');
  const id = `${digest.slice(0, 8)}-7d0c-11ee-9a2b-${digest.slice(8, 20)}`;
  const at = members['paypal-transmission-time'] ?? '2026-01-01T00:00:00Z';
  const message = `${id}|${at}|${webhookId}|${crc32(rawBody)}`;
  return {
    'content-type': 'application/json',
    'paypal-auth-algo': 'SHA256withRSA',
    'paypal-cert-url': certificateUrl,
    'paypal-transmission-id': id,
    'paypal-transmission-sig': sign('sha256', Buffer.from(message), privateKey).toString('base64'),
    'paypal-transmission-time': at,
    ...members,
  };
}
