import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contentFingerprint,
  fingerprint,
  type ItemParts,
  type KnownIds,
  nameItems,
  nextRevision,
  sharedPartOf,
} from './index.ts';

const item = (changes: Partial<ItemParts> = {}): ItemParts => ({
  name: undefined,
  link: undefined,
  date: undefined,
  title: undefined,
  text: 'text',
  ...changes,
});
const unknown: KnownIds<ItemParts> = { isShared: () => false, hadPlainId: () => false };
const name = (items: readonly ItemParts[], known: Partial<KnownIds<ItemParts>> = {}) =>
  nameItems(items, (one) => one, { ...unknown, ...known });
const ids = (...args: Parameters<typeof name>) => name(...args).items.map(({ id }) => id);

describe('a fingerprint', () => {
  it('is the same in every release, for what is stored is made of it', () => {
    expect(fingerprint(43, 'a', undefined, '')).toBe('Z3BKS7amtLNSm4r1L85nTIe5OgPEQi6A4wLRgUKGKF4');
    expect(contentFingerprint({ title: 'Gold', text: 'BUY' })).toBe(fingerprint(12, 'Gold', 'BUY'));
    expect(nextRevision('0', 'content')).toBe(fingerprint(12, '0', 'content'));
  });

  it('tells parts apart that would be one when joined, and an absent part from an empty one', () => {
    const all = [['ab', 'c'], ['a', 'bc'], ['abc'], ['abc', ''], ['abc', undefined], ['a\n1:b', 'c']];
    expect(new Set(all.map((parts) => fingerprint(20, ...parts))).size).toBe(all.length);
  });

  it('of content that goes back to what it was is a new revision', () => {
    const second = nextRevision('0', 'b');
    expect(new Set(['0', second, nextRevision(second, 'a')]).size).toBe(3);
  });
});

describe('an item', () => {
  it('is named by its name in one line, else by what it says', () => {
    expect(ids([item({ name: ' a\n b ' })])).toEqual([' a b ']);
    const [dated, titled, bare] = ids([item({ date: '2026-01-15T12:00:00.000Z' }), item({ title: 'T' }), item()]);
    expect(new Set([dated, titled, bare]).size).toBe(3);
    expect(ids([item({ title: 'T', text: 'edited' })])).toEqual([titled]);
    expect(ids([item({ text: 'edited' })])).not.toEqual([bare]);
  });

  it('with a long name has a hash of it', () => {
    expect(ids([item({ name: 'x'.repeat(400) })])).toEqual(['x'.repeat(400)]);
    expect(ids([item({ name: 'x'.repeat(401) })])[0]).toMatch(/^sha256-[\w-]{43}$/);
  });

  it('that is there twice is one; others of its name are told apart, in any order', () => {
    const [one, two] = [item({ name: 'n', title: 'one' }), item({ name: 'n', title: 'two' })];
    expect(ids([one, one])).toEqual(['n']);
    const both = name([one, two, one]);
    expect(both).toMatchObject({ hasShared: true, shared: new Set(['n']) });
    expect(both.items).toHaveLength(2);
    for (const { id } of both.items) expect(sharedPartOf(id)).toBe('n');
    expect(ids([two, one]).toSorted()).toEqual(both.items.map(({ id }) => id).toSorted());
    const sameHead = [item({ name: 'n', text: 'x' }), item({ name: 'n', text: 'y' })];
    expect(new Set(ids(sameHead)).size).toBe(2);
  });

  it('alone keeps being told apart where its name was shared before, unless it had the plain id', () => {
    const one = item({ name: 'n', title: 'one' });
    const isShared = (id: string) => id === 'n';
    const [apart] = ids([one], { isShared });
    expect(sharedPartOf(apart ?? '')).toBe('n');
    expect(name([one], { isShared })).toMatchObject({ hasShared: false, shared: new Set(['n']) });
    expect(ids([one], { isShared, hadPlainId: () => true })).toEqual(['n']);
  });

  it('has an id of its own, the same whatever stands beside it and however often it is read', () => {
    const texts = fc.constantFrom('a', 'b', 'c');
    const parts = fc.record({
      name: fc.option(texts, { nil: undefined }),
      link: fc.option(texts, { nil: undefined }),
      date: fc.constant(undefined),
      title: fc.option(texts, { nil: undefined }),
      text: texts,
    });
    const property = fc.property(fc.array(parts, { maxLength: 12 }), fc.nat(), (items, at) => {
      const first = name(items);
      expect(new Set(first.items.map(({ id }) => id)).size).toBe(first.items.length);
      const again = name([...items.slice(at % 12), ...items], { isShared: (id) => first.shared.has(id) });
      const known = new Set(first.items.map(({ content }) => content));
      expect(new Set(again.items.map(({ content }) => content))).toEqual(known);
      expect(again.shared).toEqual(first.shared);
    });
    fc.assert(property, { numRuns: 300 });
  });
});
