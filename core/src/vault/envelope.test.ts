import fc from 'fast-check';
import { Secret } from '@fairlead/sdk';
import { expect, test } from 'vitest';
import type { Envelope } from './envelope.ts';
import { KeyRing } from './key-ring.ts';
import { createMasterKey } from './master-key.ts';
import { createVault, type VaultHandle } from './vault.ts';
import { VaultError } from './vault-error.ts';

const place = { recordId: 'c1', field: 'apiKey', version: 1 };
const purposes = {
  connection: { reader: 'guard', redacted: true },
  token: { reader: 'access', redacted: true },
};

function makeVault(ring = new KeyRing([createMasterKey('k1')])) {
  const vault = createVault({ keyRing: ring, purposes });
  return { ring, vault, connection: vault.for('connection'), token: vault.for('token') };
}

const secretText = fc.oneof(fc.string({ minLength: 1, unit: 'binary' }), fc.string({ minLength: 1, maxLength: 3_000 }));
const anyPlace = fc.record({ recordId: fc.string(), field: fc.string(), version: fc.nat() });

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof VaultError) return error.code;
    throw error;
  }
  return 'opened';
}

test('what is sealed opens at the same place, whatever it is', () => {
  const { connection } = makeVault();
  fc.assert(
    fc.property(anyPlace, secretText, (at, text) => {
      const envelope = JSON.parse(JSON.stringify(connection.seal(at, new Secret(text)))) as Envelope;
      expect(connection.open(at, envelope).reveal()).toBe(text.toWellFormed());
      expect(Object.keys(envelope).sort()).toEqual(['ciphertext', 'keyId', 'nonce', 'tag', 'v', 'wrapped']);
    }),
  );
});

test('the same secret is sealed differently each time', () => {
  const { connection } = makeVault();
  const [one, two] = [connection.seal(place, new Secret('same')), connection.seal(place, new Secret('same'))];
  for (const part of ['wrapped', 'nonce', 'ciphertext', 'tag'] as const) expect(one[part]).not.toBe(two[part]);
});

test('any single bit that flips in any part makes the envelope damaged', () => {
  const { connection } = makeVault();
  const envelope = connection.seal(place, new Secret('sk_live_0123456789'));
  for (const part of ['wrapped', 'nonce', 'ciphertext', 'tag'] as const) {
    const bytes = Buffer.from(envelope[part], 'base64');
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const changed = { ...envelope, [part]: flipped.toString('base64') };
      expect(codeOf(() => connection.open(place, changed))).toBe('envelope_damaged');
    }
  }
});

test('any single bit that flips in the stored text never opens', () => {
  const { connection } = makeVault();
  const envelope = connection.seal(place, new Secret('sk_live_0123456789'));
  const parts = ['keyId', 'wrapped', 'nonce', 'ciphertext', 'tag'] as const;
  fc.assert(
    fc.property(fc.constantFrom(...parts), fc.nat(), fc.nat(7), (part, at, bit) => {
      const bytes = Buffer.from(envelope[part], 'latin1');
      bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ (1 << bit);
      const code = codeOf(() => connection.open(place, { ...envelope, [part]: bytes.toString('latin1') }));
      expect(code).toBe(part === 'keyId' ? 'key_missing' : 'envelope_damaged');
    }),
  );
});

test('a changed place, purpose or form makes the envelope damaged', () => {
  const { connection, token } = makeVault();
  fc.assert(
    fc.property(anyPlace, anyPlace, (here, there) => {
      const envelope = connection.seal(here, new Secret('value'));
      for (const part of ['recordId', 'field', 'version'] as const) {
        if (here[part] === there[part]) continue;
        expect(codeOf(() => connection.open({ ...here, [part]: there[part] }, envelope))).toBe('envelope_damaged');
      }
      expect(codeOf(() => token.open(here, envelope))).toBe('envelope_damaged');
    }),
  );
  const envelope = connection.seal(place, new Secret('value'));
  for (const fault of [{ v: 2 }, { tag: '' }, { nonce: 7 }, { wrapped: null }, { ciphertext: undefined }]) {
    expect(codeOf(() => connection.open(place, { ...envelope, ...fault } as unknown as Envelope))).toBe(
      'envelope_damaged',
    );
  }
});

test('parts of two envelopes of one place cannot be mixed', () => {
  const { connection } = makeVault();
  const [one, two] = [connection.seal(place, new Secret('one')), connection.seal(place, new Secret('two'))];
  expect(codeOf(() => connection.open(place, { ...one, wrapped: two.wrapped }))).toBe('envelope_damaged');
  expect(codeOf(() => connection.open(place, { ...two, ciphertext: one.ciphertext }))).toBe('envelope_damaged');
});

test('a missing key and a key marked wrong are named', () => {
  const { connection, ring } = makeVault();
  const envelope = connection.seal(place, new Secret('value'));
  const other = makeVault(new KeyRing([createMasterKey('k2')])).connection;
  expect(() => other.open(place, envelope)).toThrow(expect.objectContaining({ code: 'key_missing', keyId: 'k1' }));
  ring.markWrong('k1');
  expect(() => connection.open(place, envelope)).toThrow(expect.objectContaining({ code: 'key_wrong', keyId: 'k1' }));
  expect(codeOf(() => connection.seal(place, new Secret('value')))).toBe('key_wrong');
  expect([connection.keyState('k1'), connection.keyState('k2')]).toEqual(['wrong', 'missing']);
});

test('an empty ring seals and opens nothing', () => {
  const { connection } = makeVault(new KeyRing([]));
  expect(codeOf(() => connection.seal(place, new Secret('value')))).toBe('key_missing');
});

test('a purpose is given out once, and only if it is listed', () => {
  const { vault } = makeVault();
  expect(() => vault.for('connection')).toThrow(/already given to guard/);
  expect(() => vault.for('toString' as 'connection')).toThrow(/no purpose/);
});

test('rewrapping changes the wrapped data key alone, and the secret opens under the new key only', () => {
  const { vault, ring, connection } = makeVault();
  const sealed = connection.seal(place, new Secret('value'));
  ring.add(createMasterKey('k2'));
  const held = { place: { ...place, purpose: 'connection' }, envelope: sealed };
  const moved = vault.rewrap(held);
  expect(moved).toEqual({ ...sealed, keyId: 'k2', wrapped: moved.wrapped });
  expect(moved.wrapped).not.toBe(sealed.wrapped);
  expect(vault.rewrap({ ...held, envelope: moved })).toBe(moved);
  ring.remove('k1');
  expect(connection.open(place, moved).reveal()).toBe('value');
  expect(codeOf(() => connection.open(place, sealed))).toBe('key_missing');
  expect(codeOf(() => vault.rewrap({ ...held, place: { ...held.place, recordId: 'c2' }, envelope: moved }))).toBe(
    'opened',
  );
  expect(codeOf(() => vault.verify({ ...held, place: { ...held.place, recordId: 'c2' }, envelope: moved }))).toBe(
    'envelope_damaged',
  );
});

test('no error shows the secret or the key', () => {
  const { connection, ring } = makeVault();
  const envelope = connection.seal(place, new Secret('sk_live_visible'));
  const material = ring.active().key.export().toString('base64');
  for (const broken of [
    { ...envelope, tag: envelope.nonce },
    { ...envelope, keyId: 'k9' },
  ]) {
    const text = messageOf(connection, broken);
    expect(text).not.toContain('sk_live');
    expect(text).not.toContain(material);
  }
});

function messageOf(handle: VaultHandle, envelope: Envelope): string {
  try {
    handle.open(place, envelope);
  } catch (error) {
    return `${String(error)} ${JSON.stringify(error)}`;
  }
  throw new Error('It opened.');
}
