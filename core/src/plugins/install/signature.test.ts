import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { isSignedBy, keyIdOf, makeSigningKey, parsePublicKey, signPackage } from './signature.ts';
import { integrityOf } from './testing/make-tarball.ts';

const integrity = integrityOf(Buffer.from('a tarball'));

test('a signature counts for these bytes and this key only', () => {
  const author = makeSigningKey();
  const signature = signPackage(integrity, author.privateKey);
  expect(isSignedBy(author.publicKey, integrity, signature)).toBe(true);
  expect(isSignedBy(author.publicKey, integrity, `${signature}\n`)).toBe(true);
  expect(isSignedBy(author.publicKey, integrityOf(Buffer.from('another')), signature)).toBe(false);
  expect(isSignedBy(makeSigningKey().publicKey, integrity, signature)).toBe(false);
  for (const nothing of ['', 'AAAA', 'not base64 at all', signature.slice(4)]) {
    expect(isSignedBy(author.publicKey, integrity, nothing)).toBe(false);
  }
});

test('it is plain Ed25519, as other programs make it', () => {
  const { privateKey, publicKey } = makeSigningKey();
  const pem = createPublicKey(createPrivateKey(privateKey)).export({ type: 'spki', format: 'pem' }) as string;
  expect(parsePublicKey(pem)).toBe(publicKey);
  expect(parsePublicKey(` ${publicKey}\n`)).toBe(publicKey);
  expect(keyIdOf(publicKey)).toMatch(/^ed25519-[0-9a-f]{16}$/);
});

test('what is no public Ed25519 key is none, a private key least of all', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const texts = ['', 'AAAA', makeSigningKey().privateKey, '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----'];
  for (const text of [...texts, rsa.publicKey.export({ type: 'spki', format: 'pem' }) as string]) {
    expect(parsePublicKey(text)).toBeUndefined();
  }
  const wrong = rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  expect(() => signPackage(integrity, wrong)).toThrow('not a private Ed25519 key');
  expect(() => signPackage(integrity, 'nonsense')).toThrow('not a private Ed25519 key');
});
