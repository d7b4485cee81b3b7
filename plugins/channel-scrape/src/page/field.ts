import type { Element } from 'domhandler';
import type { Budget } from './budget.ts';
import { cleanText, longestText } from '@fairlead/sdk/channel';
import { elementText, isWithin } from './element-text.ts';
import { attribute, select, selectorFault } from './select.ts';

/** Where a value is found in an item: `selector`, `selector@attribute`, or `@attribute` of the item itself. */
export interface Field {
  /** Undefined for the item itself. */
  readonly selector: string | undefined;
  /** Undefined for what a person reads in the element. */
  readonly attribute: string | undefined;
}

/** Looked at of what a selector matches in one item. */
const mostMatches = 200;

/** In `.u-hidden\@m` the sign belongs to the selector. */
const withAttribute = /^(.*?)(?<!\\)@([A-Za-z_][\w.:-]*)$/s;

/** @param usual the attribute where the expression names none */
export function parseField(expression: string, usual?: string): Field {
  const match = withAttribute.exec(expression.trim());
  const selector = (match?.[1] ?? expression).trim();
  const isItem = selector === '' || selector === ':scope';
  return {
    selector: isItem && (match !== null || selector !== '') ? undefined : selector,
    attribute: match?.[2]?.toLowerCase() ?? usual,
  };
}

export function fieldFault({ selector }: Field): string | undefined {
  return selector === undefined ? undefined : selectorFault(selector);
}

/** What a field of one item may be read from when it has no attribute of its own. */
export interface Reading {
  readonly item: Element;
  readonly budget: Budget;
  /** Attributes that come before the text where the field names none: a link’s `href`. */
  readonly implied?: readonly string[];
}

/** The first value that is not empty. */
export function firstValue(field: Field, { item, budget, implied = [] }: Reading): string | undefined {
  for (const element of matches(field, item, budget)) {
    const names = field.attribute === undefined ? implied : [field.attribute];
    const named = names
      .map((name) => attribute(element, name))
      .find((value) => value !== undefined && value.trim() !== '');
    const value = named ?? (field.attribute === undefined ? elementText(element, budget) : '');
    if (value.trim() !== '') return value;
  }
  return undefined;
}

/** Everything the field matches, each on lines of its own; what is inside another match is not read twice. */
export function allText(field: Field, { item, budget }: Reading): string {
  const parts: string[] = [];
  let outer: Element | undefined;
  let length = 0;
  for (const element of matches(field, item, budget)) {
    if (outer !== undefined && isWithin(element, outer, item)) continue;
    outer = element;
    const text =
      field.attribute === undefined ? elementText(element, budget) : (attribute(element, field.attribute) ?? '');
    if (text.trim() !== '') parts.push(text);
    length += text.length;
    if (length > longestText) break;
  }
  return cleanText(parts.join('\n'), longestText);
}

function matches({ selector }: Field, item: Element, budget: Budget): readonly Element[] {
  return selector === undefined ? [item] : select(selector, item, budget).slice(0, mostMatches);
}
