import type {
  Evidence,
  MessageTemplate,
  OrderType,
  ParsedSignal,
  ParseResult,
  ParserRules,
} from '../model/parse-result.ts';
import { checkSignal } from './checks.ts';
import { parseWith } from './parse-message.ts';
import { rangeOf } from './decimal.ts';
import type { Lexicon } from './lexicon.ts';
import { readSlices, type Slices } from './template-slices.ts';

export { type TemplateExample, templateFrom, TemplateMismatch } from './learn-template.ts';

/** The templates of a channel, ready to read with. */
export interface Templates {
  /** The signal of the first template whose shape the whole message has; undefined for none. */
  match(text: string): ParseResult | undefined;
}

type Gap = Exclude<MessageTemplate['parts'][number], { readonly text: string }>['gap'];

interface Compiled {
  readonly template: MessageTemplate;
  readonly parts: readonly ({ readonly words: readonly string[] } | { readonly gap: Gap })[];
}

const longestText = 8_000;

export function readTemplates({ templates = [] }: ParserRules, lexicon: Lexicon): Templates {
  const compiled = templates.map(compile);
  return {
    match(text) {
      if (text.length > longestText) return undefined;
      for (const one of compiled) {
        const result = read(one, text, lexicon);
        if (result !== undefined) return result;
      }
      return undefined;
    },
  };
}

function compile(template: MessageTemplate): Compiled {
  return {
    template,
    parts: template.parts.map((part) => ('text' in part ? { words: words(part.text) } : { gap: part.gap })),
  };
}

function words(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

interface Found {
  readonly gap: Gap;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the gaps of a message that has the template's shape from its beginning to its end. Each gap ends where the fixed
 * words behind it stand first: nothing is tried again, so that no message can make it slow.
 */
function gapsIn(parts: Compiled['parts'], text: string): readonly Found[] | undefined {
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return undefined;
  const found: Found[] = [];
  let at = skipSpace(lower, 0);
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] as Compiled['parts'][number];
    if ('words' in part) {
      const end = wordsEnd(lower, at, part.words);
      if (end === undefined) return undefined;
      at = skipSpace(lower, end);
      continue;
    }
    const end = gapEnd(lower, at, part.gap, parts[index + 1]);
    if (end === undefined) return undefined;
    found.push({ gap: part.gap, start: at, end: trimmedEnd(lower, at, end) });
    at = skipSpace(lower, end);
  }
  return at === lower.length ? found : undefined;
}

const mostCharacters = { line: 80, list: 600 };

function gapEnd(
  text: string,
  start: number,
  gap: Gap,
  next: Compiled['parts'][number] | undefined,
): number | undefined {
  const goesOn = gap === 'takeProfits' || gap === 'anything';
  const most = Math.min(text.length, start + (goesOn ? mostCharacters.list : mostCharacters.line));
  const line = text.indexOf('\n', start);
  const limit = goesOn || line === -1 ? most : Math.min(most, line);
  if (next === undefined) return limit === text.length || text.slice(limit).trim() === '' ? limit : undefined;
  if ('gap' in next) {
    const space = text.slice(start, limit).search(/\s/);
    return space <= 0 ? undefined : start + space;
  }
  for (let at = gap === 'anything' ? start : start + 1; at <= limit; at++) {
    if (wordsEnd(text, at, next.words) !== undefined) return at;
  }
  return undefined;
}

/** Where fixed words end that begin at `at`, whatever space is between them. */
function wordsEnd(text: string, at: number, fixed: readonly string[]): number | undefined {
  let end = at;
  for (const word of fixed) {
    end = skipSpace(text, end);
    if (!text.startsWith(word, end)) return undefined;
    end += word.length;
  }
  return end;
}

function skipSpace(text: string, at: number): number {
  let end = at;
  while (end < text.length && /\s/.test(text[end] as string)) end += 1;
  return end;
}

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}

function read({ template, parts }: Compiled, text: string, lexicon: Lexicon): ParseResult | undefined {
  const found = gapsIn(parts, text);
  if (found === undefined) return undefined;
  // A message that goes on with "closed" or "TP1 hit" has a signal's shape, and is none.
  const rest = found.filter(({ gap }) => gap === 'anything').map(({ start, end }) => text.slice(start, end));
  if (rest.some((slice) => parseWith(slice, {}, lexicon).kind !== 'chatter')) return undefined;
  const slices: { -readonly [Name in keyof Slices]: Slices[Name] } = {};
  const evidence: Evidence[] = [];
  found.forEach(({ gap, start, end }) => {
    if (gap === 'anything') return;
    slices[gap] = text.slice(start, end);
    evidence.push({
      field: gap,
      start,
      end,
      text: text.slice(start, end),
      why: `a gap of the template “${template.name}”`,
    });
  });
  const signal = signalOf(template, slices, lexicon);
  if (signal === undefined) return undefined;
  return { kind: 'signal', signals: [signal], actions: [], symbol: null, confidence: 0.99, evidence, unsettled: false };
}

function signalOf({ fixed = {} }: MessageTemplate, slices: Slices, lexicon: Lexicon): ParsedSignal | undefined {
  const values = readSlices(slices, lexicon, fixed.symbol);
  const { symbol, side = fixed.side, takeProfits, runner } = values;
  const isWhole =
    values.entry.length + takeProfits.length > 0 && (slices.stopLoss === undefined || values.stopLoss !== undefined);
  if (symbol === undefined || side === undefined || !isWhole) return undefined;
  const levels = { symbol, side, entry: rangeOf(values.entry), stopLoss: values.stopLoss ?? null, takeProfits };
  const reject = checkSignal(levels);
  return {
    ...levels,
    orderType: orderTypeOf(slices, fixed.orderType, levels.entry === null),
    runner,
    valid: reject === undefined,
    ...(reject === undefined ? {} : { reject }),
    origins: { symbol: 'template', side: 'template', entry: 'template', stopLoss: 'template', takeProfits: 'template' },
  };
}

function orderTypeOf({ orderType }: Slices, fixed: OrderType | undefined, isWithoutEntry: boolean): OrderType {
  const said = orderType?.toLowerCase() ?? '';
  if (said.includes('limit')) return 'limit';
  if (said.includes('stop')) return 'stop';
  if (/now|market/.test(said) || isWithoutEntry) return 'market';
  return fixed ?? null;
}
