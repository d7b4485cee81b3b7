import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';

/** What became of a package's signature. `key` is how the admin named the key. */
export type PackageSignature =
  | { readonly status: 'signed'; readonly key: string; readonly keyId: string }
  | { readonly status: 'unsigned' };

/** An Ed25519 key pair for an author. */
export interface SigningKeyPair {
  /** PKCS #8, PEM. The author's secret. */
  readonly privateKey: string;
  /** 32 bytes, base64: what an admin adds. */
  readonly publicKey: string;
}

export function makeSigningKey(): SigningKeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    publicKey: Buffer.from(x, 'base64url').toString('base64'),
  };
}

/**
 * Signs a tarball for hubs: Ed25519 over `fairlead-plugin:` and its SHA-512 as npm writes it.
 * @param integrity `sha512-…` of the tarball's bytes
 * @param privateKey PEM
 * @returns 64 bytes, base64: the content of the `.sig` file
 * @throws TypeError when the key is no private Ed25519 key
 */
export function signPackage(integrity: string, privateKey: string): string {
  const key = readPrivateKey(privateKey);
  return sign(null, messageOf(integrity), key).toString('base64');
}

/** @param publicKey as {@link parsePublicKey} gives it */
export function isSignedBy(publicKey: string, integrity: string, signature: string): boolean {
  const bytes = Buffer.from(signature.trim(), 'base64');
  return bytes.length === 64 && verify(null, messageOf(integrity), keyObject(publicKey), bytes);
}

/** The 32 bytes in base64, from those or from a PEM; undefined when it is no public Ed25519 key. */
export function parsePublicKey(text: string): string | undefined {
  const plain = text.trim();
  if (!plain.startsWith('-----')) return /^[A-Za-z0-9+/]{43}=$/.test(plain) ? plain : undefined;
  // A private key would do as well for Node; nobody should send one here.
  if (!plain.startsWith('-----BEGIN PUBLIC KEY-----')) return undefined;
  try {
    const key = createPublicKey(plain);
    const { x } = key.export({ format: 'jwk' });
    return key.asymmetricKeyType === 'ed25519' && x !== undefined
      ? Buffer.from(x, 'base64url').toString('base64')
      : undefined;
  } catch {
    // Not a key: that is the answer.
    return undefined;
  }
}

/** By which people tell keys apart, and the same for the same key everywhere. */
export function keyIdOf(publicKey: string): string {
  return `ed25519-${createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 16)}`;
}

function readPrivateKey(pem: string) {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Told below, without what the parser says of the text.
  }
  throw new TypeError('This is not a private Ed25519 key in PEM.');
}

function messageOf(integrity: string): Buffer {
  return Buffer.from(`fairlead-plugin:${integrity}`);
}

function keyObject(publicKey: string) {
  const x = Buffer.from(publicKey, 'base64').toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}
