import type { Mark, MarkOf } from './mark.ts';

export type Label = 'entry' | 'stopLoss' | 'takeProfit' | 'dca' | 'leverage' | 'risk' | 'lot' | 'number' | 'trailing';

/** A label with the numbers that belong to it. */
export interface Field {
  readonly label: Label;
  /** No label was written: a number behind a side or a symbol is its entry. */
  readonly implicit: boolean;
  /** Number of the target (or entry) that the label gives. */
  index: number | undefined;
  readonly numbers: MarkOf<'number'>[];
  /** Left open: `TP4: open`. */
  runner: boolean;
  /** The stop belongs at the entry: `SL to BE`, `stop to entry`. */
  breakeven: boolean;
  /** A stop that counts when a candle closes beyond it. */
  onClose: boolean;
  frame: string | undefined;
  /** Of the label (or of the side), in the list of marks. */
  readonly at: number;
  /** After the last mark that belongs to it. */
  end: number;
  readonly sentence: number;
}

export interface Order {
  readonly kind: 'limit' | 'stop';
  readonly at: number;
}

export interface Fields {
  readonly fields: readonly Field[];
  readonly orders: readonly Order[];
}

const labels: Partial<Record<string, Label>> = {
  entry: 'entry',
  stopLoss: 'stopLoss',
  takeProfit: 'takeProfit',
  dca: 'dca',
  leverage: 'leverage',
  risk: 'risk',
  lot: 'lot',
  number: 'number',
  trailing: 'trailing',
};
const connectors: ReadonlySet<string> = new Set(
  'to between from at above below or candle market limit more direction newLevel all ordinal'.split(' '),
);
const mostWords = { labelled: 4, implicit: 2 };

/** Gathers the numbers behind each label, over the separators and line ends that lists have. */
export function readFields(marks: readonly Mark[]): Fields {
  return new FieldReader(marks).read();
}

class FieldReader {
  readonly #marks: readonly Mark[];
  readonly #fields: Field[] = [];
  readonly #orders: Order[] = [];
  #open: Field | undefined;
  #words = 0;
  #lines = 0;
  #pendingIndex: { readonly index: number; readonly at: number } | undefined;

  constructor(marks: readonly Mark[]) {
    this.#marks = marks;
  }

  read(): Fields {
    for (let at = 0; at < this.#marks.length; at++) this.#take(this.#marks[at] as Mark, at);
    return { fields: this.#fields, orders: this.#orders };
  }

  #take(mark: Mark, at: number): void {
    switch (mark.kind) {
      case 'concept':
        return this.#takeConcept(mark, at);
      case 'number':
        return this.#takeNumber(mark, at);
      case 'symbol':
        if (this.#open === undefined || this.#open.numbers.length > 0) this.#start('entry', at, mark, true);
        return;
      case 'index':
        this.#pendingIndex = { index: mark.index, at };
        if (this.#open !== undefined && this.#open.numbers.length === 0 && this.#isSameLine(at))
          this.#open.index ??= mark.index;
        return;
      case 'line':
        return this.#takeLine(at);
      case 'word':
      case 'tag':
        return this.#takeWord(at);
      case 'timeframe':
        if (this.#open?.label === 'stopLoss' && this.#open.numbers.length === 0) this.#open.frame = mark.frame;
        return;
      case 'emoji':
        return this.#takeEmoji(mark, at);
      case 'leverage':
      case 'currency':
        return;
      case 'sign':
        if (mark.sign === '?' || (mark.sign === ';' && this.#open?.numbers.length !== 0)) this.#open = undefined;
    }
  }

  #takeConcept(mark: MarkOf<'concept'>, at: number): void {
    const { concept } = mark;
    if (concept === 'buy' || concept === 'sell' || concept === 'more') return this.#start('entry', at, mark, true);
    if (concept === 'stop') return this.#takeStop(mark, at);
    const label = labels[concept];
    if (label !== undefined) return this.#takeLabel(label, mark, at);
    if (concept === 'limit') this.#orders.push({ kind: 'limit', at });
    const open = this.#open;
    if (open === undefined) return this.#leaveOpen(mark);
    if ((concept === 'open' || concept === 'hold') && open.label === 'takeProfit' && this.#lines === 0)
      open.runner = true;
    else if (concept === 'breakeven' && open.label === 'stopLoss') open.breakeven = true;
    else if (concept === 'candle' && open.label === 'stopLoss') open.onClose = true;
    else if (concept === 'close' && (open.onClose || open.frame !== undefined) && open.numbers.length === 0)
      open.onClose = true;
    else if (!connectors.has(concept)) this.#takeWord(at);
  }

  /** "Let the rest run" on the line after the targets. */
  #leaveOpen({ concept, line }: MarkOf<'concept'>): void {
    const last = this.#fields.at(-1);
    const number = last?.numbers.at(-1);
    if (concept === 'open' && last?.label === 'takeProfit' && number !== undefined && line - number.line <= 1)
      last.runner = true;
  }

  /** 🎯 and 🛑 are labels where a number follows at once, and no label stands there in words. */
  #takeEmoji(mark: MarkOf<'emoji'>, at: number): void {
    const label = mark.emoji === 'target' ? 'takeProfit' : mark.emoji === 'cross' ? 'stopLoss' : undefined;
    const next = this.#marks[at + 1];
    const leads =
      next?.line === mark.line &&
      (next.kind === 'number' || (label === 'takeProfit' && next.kind === 'concept' && next.concept === 'open'));
    if (label === undefined || !leads || (this.#open?.label === label && !this.#open.implicit)) return;
    this.#start(label, at, mark, false);
  }

  /** Behind a side it is the order's type, else a stop loss. */
  #takeStop(mark: MarkOf<'concept'>, at: number): void {
    const before = this.#orderBefore(at);
    const after = this.#after(at);
    const isOrder =
      before?.kind === 'concept' &&
      (before.concept === 'buy' || before.concept === 'sell') &&
      before.line === mark.line;
    const isLimit = after?.kind === 'concept' && after.concept === 'limit';
    if (isOrder || isLimit) {
      this.#orders.push({ kind: 'stop', at });
      return;
    }
    this.#takeLabel('stopLoss', mark, at);
  }

  /** The side directly before, or with a hyphen between: `Sell-Stop`, but not `short - stop`. */
  #orderBefore(at: number): Mark | undefined {
    const before = this.#marks[at - 1];
    const isHyphen =
      before?.kind === 'sign' &&
      before.sign === '-' &&
      before.end === this.#marks[at]?.start &&
      this.#marks[at - 2]?.end === before.start;
    return isHyphen ? this.#marks[at - 2] : before;
  }

  #takeLabel(label: Label, mark: Mark, at: number): void {
    const open = this.#open;
    // `SL to entry`, `move TP to entry`: a place, not a label.
    if (
      label === 'entry' &&
      open !== undefined &&
      open.numbers.length === 0 &&
      this.#isSameLine(at) &&
      open.sentence === mark.sentence
    ) {
      if (open.label === 'stopLoss' && !this.#leadsToNumber(at)) {
        open.breakeven = true;
        return;
      }
      if (open.label === 'takeProfit') return;
    }
    // `TP target`, `SL (stop loss)`, `target 1 TP`: the same label twice.
    if (
      open?.label === label &&
      !open.implicit &&
      open.numbers.length === 0 &&
      this.#isSameLine(at) &&
      this.#words === 0 &&
      label !== 'takeProfit'
    )
      return;
    this.#start(label, at, mark, false);
  }

  #start(label: Label, at: number, mark: Mark, implicit: boolean): void {
    const index = implicit ? undefined : (this.#indexBefore(at) ?? this.#indexSaid(mark, at));
    this.#open = {
      label,
      implicit,
      index,
      numbers: [],
      runner: false,
      breakeven: false,
      onClose: false,
      frame: undefined,
      at,
      end: at + 1,
      sentence: mark.sentence,
    };
    this.#words = 0;
    this.#lines = 0;
    if (implicit) this.#takeLeadingNumber(this.#open, mark);
    else this.#takeNumberBefore(this.#open, mark);
    this.#fields.push(this.#open);
  }

  /** `T4`, `second target`, `الهدف الثاني`. */
  #indexSaid(mark: Mark, at: number): number | undefined {
    if (mark.kind === 'concept' && mark.index !== undefined) return mark.index;
    const ordinal = [this.#marks[at - 1], this.#marks[at + 1]].find(
      (one) => one?.kind === 'concept' && one.concept === 'ordinal' && one.line === mark.line,
    );
    return ordinal?.kind === 'concept' ? ordinal.index : undefined;
  }

  /** `144.10 BUY USDJPY`: the entry before its side, at the beginning of the line. */
  #takeLeadingNumber(field: Field, mark: Mark): void {
    const before = this.#marks[field.at - 1];
    const first = this.#marks[field.at - 2];
    const leads = first === undefined || first.kind === 'line' || first.kind === 'emoji';
    if (
      mark.kind === 'concept' &&
      before?.kind === 'number' &&
      before.unit === 'price' &&
      leads &&
      !/^\d$/.test(before.value)
    )
      field.numbers.push(before);
  }

  /** `2354 TP1`: a line that begins with the number and ends with its label. */
  #takeNumberBefore(field: Field, mark: Mark): void {
    if (field.label !== 'takeProfit' && field.label !== 'stopLoss') return;
    let start = field.at;
    while (
      start > 0 &&
      this.#marks[start - 1]?.line === mark.line &&
      this.#marks[start - 1]?.kind !== 'line' &&
      field.at - start < 6
    )
      start -= 1;
    const before = this.#marks.slice(start, field.at).filter(({ kind }) => kind !== 'sign' && kind !== 'emoji');
    const [number] = before;
    if (before.length !== 1 || number?.kind !== 'number' || number.unit !== 'price' || /^\d$/.test(number.value))
      return;
    const after = this.#marks
      .slice(field.at + 1)
      .find(({ kind, line }) => line !== mark.line || (kind !== 'sign' && kind !== 'emoji' && kind !== 'index'));
    const isLast =
      after === undefined ||
      after.line !== mark.line ||
      after.kind === 'line' ||
      (after.kind === 'number' && after.glued);
    if (!isLast) return;
    for (const other of this.#fields) {
      const at = other.numbers.indexOf(number);
      if (at !== -1) other.numbers.splice(at, 1);
    }
    field.numbers.push(number);
  }

  /** `1st target`, `① TP`, `1 тейк`. */
  #indexBefore(at: number): number | undefined {
    const pending = this.#pendingIndex;
    this.#pendingIndex = undefined;
    const before = this.#marks[at - 1];
    if (pending !== undefined && pending.at >= at - 2 && this.#marks[pending.at]?.line === this.#marks[at]?.line)
      return pending.index;
    if (before?.kind !== 'number' || before.unit !== 'price' || !/^[1-9]$|^1\d$/.test(before.raw)) return undefined;
    const open = this.#open;
    if (open?.numbers.at(-1) === before) open.numbers.pop();
    return before.line === this.#marks[at]?.line ? Number(before.value) : undefined;
  }

  #takeNumber(mark: MarkOf<'number'>, at: number): void {
    const open = this.#open;
    if (open === undefined || this.#isBeyond(open, mark)) {
      this.#open = undefined;
      return;
    }
    if (this.#isIndex(open, mark, at)) {
      open.index = Number(mark.value);
      open.end = at + 1;
      return;
    }
    if (open.label === 'number') {
      this.#open = undefined;
      return;
    }
    // What is written behind prices in percent or pips explains them.
    if (this.#isRange(open, mark, at))
      open.numbers.push({ ...(open.numbers.pop() as MarkOf<'number'>), unit: mark.unit });
    if (mark.unit !== 'price' && mark.unit !== 'money' && open.numbers.some(({ unit }) => unit === 'price')) return;
    if (mark.sign === '+') {
      this.#open = undefined;
      return;
    }
    open.numbers.push(mark);
    open.end = at + 1;
    this.#words = 0;
    this.#lines = 0;
  }

  /** `25-30%`, `20-30 pips`: the unit is meant for both. */
  #isRange(open: Field, mark: MarkOf<'number'>, at: number): boolean {
    const dash = this.#marks[at - 1];
    const only = open.numbers.length === 1 ? open.numbers[0] : undefined;
    if (only?.unit !== 'price' || (mark.unit !== 'percent' && mark.unit !== 'pips')) return false;
    if (open.label !== 'risk' && only.value.includes('.')) return false;
    if (Number(only.value) > 1_000 || Number(only.value) >= Number(mark.value)) return false;
    return (
      this.#marks[at - 2] === only && dash?.kind === 'sign' && '-/'.includes(dash.sign) && mark.start - only.end <= 3
    );
  }

  /** Whether a number cannot belong to the open field any more. */
  #isBeyond(open: Field, mark: MarkOf<'number'>): boolean {
    const last = open.numbers.at(-1);
    if (last === undefined) {
      if (open.implicit && (mark.unit === 'pips' || mark.unit === 'percent')) return true;
      return open.sentence !== mark.sentence && this.#lines === 0;
    }
    if (mark.line === last.line)
      return (
        mark.sentence !== last.sentence ||
        (open.label === 'stopLoss' && mark.unit === 'price' && open.numbers.length > 1)
      );
    // Over the end of a line only lists go on.
    return (
      open.label === 'stopLoss' ||
      open.label === 'leverage' ||
      open.label === 'risk' ||
      (open.implicit && open.numbers.length > 0)
    );
  }

  #isIndex(open: Field, mark: MarkOf<'number'>, at: number): boolean {
    const isOfLabel = mark.glued && at === open.at + 1 && !open.implicit && /^([1-9]|1\d|20)$/.test(mark.value);
    if (isOfLabel && open.label !== 'leverage' && open.label !== 'risk' && open.label !== 'lot') return true;
    if (
      mark.unit !== 'price' ||
      !/^([1-9]|1\d|20)$/.test(mark.value) ||
      open.numbers.length > 0 ||
      open.index !== undefined
    )
      return false;
    if (open.label !== 'takeProfit' && open.label !== 'entry' && open.label !== 'dca' && open.label !== 'stopLoss')
      return false;
    if (open.implicit) return false;
    if (mark.glued) return true;
    if (open.label === 'stopLoss') return false;
    const next = this.#after(at);
    const before = this.#marks[at - 1];
    if (before?.kind === 'sign' && before.sign === '(' && at === open.at + 2) return open.label === 'takeProfit';
    if (next === undefined || next.line !== mark.line) return open.label === 'takeProfit' && at === open.at + 1;
    if (next.kind === 'number') return true;
    return at <= open.at + 2 && open.label === 'takeProfit' && !(next.kind === 'sign' && next.sign === ',');
  }

  #takeLine(at: number): void {
    this.#goOnWithList(at);
    const open = this.#open;
    if (open === undefined) return;
    this.#lines += 1;
    if (open.numbers.length > 0) {
      const next = this.#marks[at + 1];
      if (open.label === 'entry' && next?.kind === 'index' && next.index === 1) this.#startTargets(at + 1);
      else if (!this.#lineIsList(at)) this.#open = undefined;
    } else if (
      open.implicit
        ? this.#lines > 2 || this.#words > 0
        : this.#lines > 2 || open.index !== undefined || open.runner || open.breakeven
    )
      this.#open = undefined;
  }

  /** A numbered list right behind the entry that has no heading: the targets, where nothing else is called so. */
  #startTargets(at: number): void {
    const mark = this.#marks[at] as Mark;
    const isCalled = this.#marks.some((one) => one.kind === 'concept' && one.concept === 'takeProfit');
    if (isCalled || mark.kind !== 'index' || mark.index !== 1) this.#open = undefined;
    else this.#start('takeProfit', at, mark, false);
  }

  /** A list whose items say more than their price goes on with the next item. */
  #goOnWithList(at: number): void {
    const last = this.#fields.at(-1);
    const number = last?.numbers.at(-1);
    const isOfLine =
      number !== undefined &&
      number.line === this.#marks[at]?.line &&
      number.line > (this.#marks[last?.at ?? 0]?.line ?? 0);
    if (this.#open === undefined && last?.label === 'takeProfit' && isOfLine && this.#lineIsList(at)) this.#open = last;
  }

  /** Whether the next line begins with a number, behind a bullet or a counter or not. */
  #lineIsList(at: number): boolean {
    for (let index = at + 1; index < this.#marks.length; index++) {
      const mark = this.#marks[index] as Mark;
      if (mark.kind === 'number') return mark.unit === 'price' && mark.sign === undefined;
      if (mark.kind !== 'index' && mark.kind !== 'emoji' && mark.kind !== 'sign') return false;
    }
    return false;
  }

  #takeWord(at: number): void {
    const open = this.#open;
    if (open === undefined) return;
    this.#words += 1;
    const most = open.numbers.length > 0 ? 0 : open.implicit ? mostWords.implicit : mostWords.labelled;
    if (this.#words > most || (open.numbers.length > 0 && at > open.end + 3)) this.#open = undefined;
  }

  #isSameLine(at: number): boolean {
    return this.#lines === 0 && this.#marks[at]?.line === this.#marks[this.#open?.at ?? at]?.line;
  }

  /** Whether a number follows before the line or another label does. */
  #leadsToNumber(at: number): boolean {
    for (let index = at + 1; index < Math.min(this.#marks.length, at + 6); index++) {
      const mark = this.#marks[index] as Mark;
      if (mark.kind === 'number') return true;
      if (
        mark.kind === 'line' ||
        mark.kind === 'word' ||
        (mark.kind === 'concept' && labels[mark.concept] !== undefined)
      )
        return false;
    }
    return false;
  }

  #after(at: number): Mark | undefined {
    return this.#marks.slice(at + 1, at + 5).find(({ kind }) => kind !== 'sign' && kind !== 'emoji');
  }
}
