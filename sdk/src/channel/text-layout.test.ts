import { describe, expect, it } from 'vitest';
import { channelMessage } from '../capabilities/index.ts';
import { cleanText, createTextLayout, isHiddenByStyle, longestText, type TextLayout, unseenElements } from './index.ts';

interface Element extends ReadonlyArray<Node> {
  readonly 0: string;
}
type Node = string | Element;

function lay(layout: TextLayout, node: Node): void {
  if (typeof node === 'string') return layout.text(node);
  const [name, ...children] = node;
  layout.open(name);
  for (const child of children) lay(layout, child);
  layout.close(name);
}

function read(...nodes: readonly Node[]): string {
  const layout = createTextLayout();
  for (const node of nodes) lay(layout, node);
  return cleanText(layout.result());
}

describe('text as people read it', () => {
  it.each<[string, Node[], string]>([
    ['blanks are one', ['  a \n\t b', ['b', ' c'], 'd '], 'a b cd'],
    [
      'paragraphs stand apart',
      [
        ['p', 'a'],
        ['p', 'b'],
      ],
      'a\n\nb',
    ],
    [
      'blocks stand on lines of their own',
      [
        ['div', 'a'],
        ['div', 'b'],
      ],
      'a\nb',
    ],
    ['line breaks are kept, two at most', ['a', ['br'], 'b', ['br'], ['br'], ['br'], 'c'], 'a\nb\n\nc'],
    ['lists have bullets', [['ul', ['li', 'a'], ['li', 'b', ['ul', ['li', 'c']]]]], '• a\n• b\n  • c'],
    ['and numbers', [['ol', ['li', 'a'], ['li', 'b']]], '1. a\n2. b'],
    ['cells are parted', [['tr', ['td', 'a'], ['td', 'b']]], 'a\tb'],
    ['what is preformatted stays', [['pre', 'a\n  b'], 'c  d'], 'a\n  b\n\nc d'],
  ])('%s', (_what, nodes, expected) => {
    expect(read(...nodes)).toBe(expected);
  });

  it('begins within what it stands in', () => {
    const layout = createTextLayout('pre');
    layout.text('a\n  b');
    expect(layout.result()).toBe('a\n  b');
  });

  it('has small pictures that stand for a character, and no other', () => {
    const layout = createTextLayout();
    expect(['🚀', '🇩🇪', 'chart', '', undefined].map((alternative) => layout.picture(alternative))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(layout.result()).toBe('🚀🇩🇪');
  });

  it('is full beyond what a message may have', () => {
    const layout = createTextLayout();
    layout.text('x'.repeat(longestText));
    expect(layout.isFull).toBe(false);
    layout.text('x');
    expect(layout.isFull).toBe(true);
    expect(cleanText(layout.result())).toHaveLength(longestText);
    expect(channelMessage.properties.text).toMatchObject({ maxLength: longestText });
  });

  it('leaves out what nobody sees', () => {
    expect([...unseenElements]).toEqual(expect.arrayContaining(['script', 'style', 'template', 'title']));
    expect(['display:none', 'color:red; VISIBILITY : hidden', 'display:block', undefined].map(isHiddenByStyle)).toEqual(
      [true, true, false, false],
    );
  });

  it('has one kind of line end, no control characters, no torn characters, and one empty line at most', () => {
    expect(cleanText(' a\u0000\u0007\r\nb \r\r\n\n\nc\u00a0d\ud800 ')).toBe('a\nb\n\nc d\ufffd');
    expect(cleanText('abcdef', 3)).toBe('abc');
  });
});
