import type { Evidence } from '../model/parse-result.ts';
import type { Folded } from './fold.ts';
import type { Form } from './form.ts';
import type { Mark } from './mark.ts';

/** The pieces of the text that a signal was read from. */
export function evidenceOf(
  { original, at }: Folded,
  marks: readonly Mark[],
  form: Form,
  prefix: string,
): readonly Evidence[] {
  const found: Evidence[] = [];
  const add = (field: string, place: { readonly start: number; readonly end: number } | undefined, why: string) => {
    if (place === undefined) return;
    const start = at[place.start] ?? 0;
    const end = at[place.end] ?? original.length;
    found.push({ field: prefix + field, start, end, text: original.slice(start, end), why });
  };
  const { symbol, side, entry, stopLoss, takeProfits, market, order } = form;
  add('symbol', symbol?.mark, 'names the symbol');
  add('side', side?.word === undefined ? undefined : marks[side.word.at], 'says to do so');
  add(
    'orderType',
    market ?? (order === undefined ? undefined : marks[order.at]),
    market === undefined ? 'the kind of order' : 'at the market',
  );
  entry.forEach((level) =>
    add('entry', level, form.entryIsLabelled ? 'behind a label for the entry' : 'behind the side or the symbol'),
  );
  add('stopLoss', stopLoss, 'behind a label for the stop');
  takeProfits.forEach((level, index) => add(`takeProfits.${index}`, level, 'behind a label for a target'));
  return found.sort((left, right) => left.start - right.start);
}
