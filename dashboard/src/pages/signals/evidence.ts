import type { Evidence } from './use-signals.ts';

/** A piece of a text and the numbers (from 1) of the evidence that covers it. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly numbers: readonly number[];
}

/** Evidence in the order of the text: its place in this list, from 1, is its number. What does not stand there is left out. */
export function numbered(text: string, evidence: readonly Evidence[]): readonly Evidence[] {
  return evidence
    .filter((one) => one.start < one.end && text.slice(one.start, one.end) === one.text)
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** Cuts a text where evidence begins and ends; pieces may be covered by several. */
export function piecesOf(text: string, evidence: readonly Evidence[]): readonly Piece[] {
  const edges = new Set([0, text.length, ...evidence.flatMap(({ start, end }) => [start, end])]);
  const cuts = [...edges].toSorted((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    const numbers = evidence.flatMap((one, at) => (one.start <= start && one.end >= end ? [at + 1] : []));
    return { text: text.slice(start, end), start, numbers };
  });
}

/** Numbers of the evidence that a field was read from. A template names all targets at once. */
export function numbersOf(field: string, evidence: readonly Evidence[]): readonly number[] {
  return evidence.flatMap((one, at) => (one.field === field || field.startsWith(`${one.field}.`) ? [at + 1] : []));
}

const names: Readonly<Record<string, string>> = {
  symbol: 'Symbol',
  side: 'Side',
  orderType: 'Order type',
  entry: 'Entry',
  stopLoss: 'Stop',
  takeProfits: 'Target',
  actions: 'Action',
};

/** A field of evidence for a person: “Target 2”, “Entry of signal 1”. */
export function fieldName(field: string): string {
  const several = /^signals\.(\d+)\.(.+)$/.exec(field);
  if (several !== null) return `${fieldName(several[2] ?? '')} of signal ${Number(several[1]) + 1}`;
  const [head = '', index] = field.split('.');
  const name = names[head] ?? head;
  return index === undefined ? name : `${name} ${Number(index) + 1}`;
}
