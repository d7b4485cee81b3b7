import type { Answer, Body } from '@fairlead/client';
import { linesOf } from '../../components/lines-of.ts';

export type Parser = Answer<'/api/parsers/{connectionId}'>;
export type Rules = Parser['rules'];
export type Template = NonNullable<Rules['templates']>[number];
type Content = Body<'/api/parsers/{connectionId}', 'put'>;
type Words = NonNullable<Rules['words']>;

export const wordKinds = [
  ['buy', 'buy'],
  ['sell', 'sell'],
  ['entry', 'the entry'],
  ['stopLoss', 'the stop'],
  ['takeProfit', 'a target'],
  ['market', '“at the market”'],
  ['ignore', 'what to ignore'],
] as const satisfies readonly (readonly [keyof Words, string])[];
export type WordKind = (typeof wordKinds)[number][0];

/** Rules as they stand in the form: lists are texts with a line for each. */
export interface RulesDraft {
  readonly symbolAliases: string;
  readonly defaultSymbol: string;
  readonly defaultQuote: string;
  readonly defaultOrderType: '' | 'market' | 'limit';
  readonly inferSide: boolean;
  readonly words: Readonly<Record<WordKind, string>>;
  readonly ignoreContaining: string;
  readonly templates: readonly Template[];
}

export interface ParserDraft {
  readonly rules: RulesDraft;
  readonly policy: Parser['policy'];
  readonly ai: Parser['ai'];
}

export function draftOf({ rules, policy, ai }: Pick<Parser, 'rules' | 'policy' | 'ai'>): ParserDraft {
  const lines = (list: readonly string[] | undefined) => (list ?? []).join('\n');
  return {
    policy,
    ai,
    rules: {
      symbolAliases: lines(Object.entries(rules.symbolAliases ?? {}).map(([name, symbol]) => `${name} = ${symbol}`)),
      defaultSymbol: rules.defaultSymbol ?? '',
      defaultQuote: rules.defaultQuote ?? '',
      defaultOrderType: rules.defaultOrderType ?? '',
      inferSide: rules.inferSide ?? true,
      words: Object.fromEntries(wordKinds.map(([kind]) => [kind, lines(rules.words?.[kind])])) as Record<
        WordKind,
        string
      >,
      ignoreContaining: lines(rules.ignoreContaining),
      templates: rules.templates ?? [],
    },
  };
}

/** What is as it is by default is left out. @throws Error for a line of names without a symbol */
export function rulesOf(draft: RulesDraft): Rules {
  const words = Object.fromEntries(
    wordKinds.map(([kind]) => [kind, linesOf(draft.words[kind])] as const).filter(([, list]) => list.length > 0),
  ) as Words;
  const aliases = aliasesOf(draft.symbolAliases);
  const ignored = linesOf(draft.ignoreContaining);
  return {
    ...(Object.keys(aliases).length === 0 ? {} : { symbolAliases: aliases }),
    ...(draft.defaultSymbol === '' ? {} : { defaultSymbol: draft.defaultSymbol.trim().toUpperCase() }),
    ...(draft.defaultQuote === '' ? {} : { defaultQuote: draft.defaultQuote.trim().toUpperCase() }),
    ...(draft.defaultOrderType === '' ? {} : { defaultOrderType: draft.defaultOrderType }),
    ...(draft.inferSide ? {} : { inferSide: false }),
    ...(Object.keys(words).length === 0 ? {} : { words }),
    ...(ignored.length === 0 ? {} : { ignoreContaining: ignored }),
    ...(draft.templates.length === 0 ? {} : { templates: [...draft.templates] }),
  };
}

export function contentOf({ rules, policy, ai }: ParserDraft): Content {
  // A line that is being written may be empty.
  const symbols = linesOf(policy.publish.symbols.join('\n'));
  return { rules: rulesOf(rules), policy: { ...policy, publish: { ...policy.publish, symbols } }, ai };
}

function aliasesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    linesOf(text).map((line) => {
      const at = line.lastIndexOf('=');
      const [name, symbol] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
      if (at < 1 || name === '' || symbol === '')
        throw new Error(`“${line}” must be a name and a symbol: the shiny one = XAUUSD`);
      return [name, symbol.toUpperCase()];
    }),
  );
}

/** A template in one line, its gaps in brackets. */
export function templateText({ parts }: Template): string {
  return parts.map((part) => ('text' in part ? part.text : `[${part.gap}]`)).join('');
}
