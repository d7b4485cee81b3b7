import type { Field, Order } from './fields.ts';
import type { Mark } from './mark.ts';
import type { SideWord } from './sides.ts';

/** A part of the message that speaks of one trade. */
export interface Segment {
  /** In the list of marks; `to` is excluded. */
  readonly from: number;
  readonly to: number;
  readonly sides: readonly SideWord[];
  readonly fields: readonly Field[];
  readonly orders: readonly Order[];
}

/** The marks of a segment. */
export function partOf(marks: readonly Mark[], { from, to }: Pick<Segment, 'from' | 'to'>): readonly Mark[] {
  return from === 0 && to === marks.length ? marks : marks.slice(from, to);
}

export interface Parts {
  readonly marks: readonly Mark[];
  readonly sides: readonly SideWord[];
  readonly fields: readonly Field[];
  readonly orders: readonly Order[];
}

/**
 * Cuts a message where another trade begins: a symbol and a side close together, after one that has levels already.
 */
export function readSegments(parts: Parts): readonly Segment[] {
  return mayBeCut(parts) ? cut(parts) : [segmentOf(parts)];
}

/** Most messages name no side behind the first level: nothing of them begins another trade. */
function mayBeCut({ sides, fields }: Parts): boolean {
  const firstLevel = fields.find(isLevel);
  return firstLevel !== undefined && sides.some(({ isCall, at }) => isCall && at > firstLevel.at);
}

function segmentOf({ marks, sides, fields, orders }: Parts): Segment {
  return { from: 0, to: marks.length, sides, fields, orders };
}

function cut(parts: Parts): readonly Segment[] {
  const starts = [0];
  let seen = { side: false, symbol: false, levels: 0 };
  const levelEnds = new Set(parts.fields.filter(isLevel).map(({ at }) => at));
  const sideAt = new Map(parts.sides.filter(({ isCall }) => isCall).map((side) => [side.at, side]));
  parts.marks.forEach((mark, at) => {
    const isSide = sideAt.has(at);
    if (
      (isSide || mark.kind === 'symbol') &&
      seen.side &&
      seen.symbol &&
      seen.levels > 0 &&
      beginsCall(parts, sideAt, at)
    ) {
      starts.push(at);
      seen = { side: false, symbol: false, levels: 0 };
    }
    if (isSide) seen.side = true;
    if (mark.kind === 'symbol' || mark.kind === 'tag') seen.symbol = true;
    if (levelEnds.has(at)) seen.levels += 1;
  });
  return starts.map((from, index) => segment(parts, from, starts[index + 1] ?? parts.marks.length));
}

function isLevel({ label, numbers }: Field): boolean {
  return (label === 'stopLoss' || label === 'takeProfit') && numbers.length > 0;
}

/** A symbol and a call for a side within this line or the next that says anything. */
function beginsCall({ marks, fields }: Parts, sideAt: ReadonlyMap<number, SideWord>, at: number): boolean {
  const line = marks[at]?.line ?? 0;
  let hasSide = false;
  let hasSymbol = false;
  let hasPrice = false;
  for (let index = at; index < Math.min(marks.length, at + 14); index++) {
    const mark = marks[index] as Mark;
    if (mark.line > line + 2) break;
    if (fields.some((field) => field.at === index && isLevel(field))) break;
    hasSide ||= sideAt.has(index);
    hasSymbol ||= mark.kind === 'symbol' || mark.kind === 'tag';
    hasPrice ||= hasSide && mark.kind === 'number' && mark.unit === 'price' && mark.line === line;
  }
  return hasSide && (hasSymbol || (hasPrice && opensLine(marks, at)));
}

/** `Sell limit 2390, SL 2398` on a line of its own: another order for the symbol that was named before. */
function opensLine(marks: readonly Mark[], at: number): boolean {
  const before = marks.slice(0, at).findLast(({ kind }) => kind !== 'emoji' && kind !== 'sign' && kind !== 'index');
  return before?.kind === 'line';
}

function segment({ marks, sides, fields, orders }: Parts, from: number, to: number): Segment {
  const within = <Item extends { readonly at: number }>(items: readonly Item[]) =>
    items.filter(({ at }) => at >= from && at < to);
  return { from, to: Math.min(to, marks.length), sides: within(sides), fields: within(fields), orders: within(orders) };
}
