import type { ParseResult, ParserRules } from '../model/parse-result.ts';

/** Reads texts with the rules of one channel. Pure, and never throws. */
export interface TextParser {
  parse(text: string): ParseResult;
}

/** Compiles rules. @throws Error for rules that cannot be */
export type MakeParser = (rules: ParserRules) => TextParser;
