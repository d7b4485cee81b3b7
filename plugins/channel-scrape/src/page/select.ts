import { type Options, selectAll } from 'css-select';
import { type AnyNode, Document, type Element, hasChildren, isTag, isText } from 'domhandler';
import { getChildren, getName, getParent, getSiblings, prevElementSibling, removeSubsets } from 'domutils';
import { Budget } from './budget.ts';

type SelectOptions = Options<AnyNode, Element>;

/**
 * All elements below `root` that the selector matches, in the page’s order. It is relative to `root`: `> a` and
 * `:scope > a` are its children.
 * @throws PageError `too_costly`
 */
export function select(selector: string, root: Document | Element, budget: Budget): readonly Element[] {
  return selectAll<AnyNode, Element>(selector, root, optionsFor(budget));
}

/** Why this is no selector, for the most part in the library’s words; undefined when it is one. */
export function selectorFault(selector: string): string | undefined {
  if (selector.trim() === '') return 'It is empty.';
  // The library takes the sign for the beginning of an element’s name.
  const isMisplaced = /(?<!\\)@/.test(selector.replaceAll(/"[^"]*"|'[^']*'/g, ''));
  if (isMisplaced) return 'An “@” with an attribute can only stand once, at the end.';
  try {
    select(selector, new Document([]), new Budget(1_000));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 200).toWellFormed() : 'It cannot be read.';
  }
}

/** The library’s view of the tree, in which every look is counted. */
function optionsFor(budget: Budget): SelectOptions {
  const counted =
    <Args extends readonly unknown[], Answer>(look: (...args: Args) => Answer) =>
    (...args: Args): Answer => {
      budget.spend(1);
      return look(...args);
    };
  return {
    adapter: {
      isTag: (node): node is Element => {
        budget.spend(1);
        return isTag(node);
      },
      getAttributeValue: (element, name) => {
        const value = attribute(element, name);
        budget.spend(1 + (value?.length ?? 0) / 64);
        return value;
      },
      hasAttrib: counted((element: Element, name: string) => attribute(element, name) !== undefined),
      getChildren: counted(getChildren),
      getName: counted(getName),
      getParent: counted((node: Element) => getParent(node)),
      getSiblings: counted(getSiblings),
      prevElementSibling: counted(prevElementSibling),
      removeSubsets: counted(removeSubsets),
      getText: (node) => innerText(node, budget),
      equals: counted((one: AnyNode, other: AnyNode) => one === other),
    },
  };
}

/** Own attributes only: every object has a `constructor`. */
export function attribute(element: Element, name: string): string | undefined {
  return Object.hasOwn(element.attribs, name) ? element.attribs[name] : undefined;
}

/** For `:contains`. The library’s own calls itself for each level. */
function innerText(start: AnyNode, budget: Budget): string {
  const parts: string[] = [];
  const waiting: AnyNode[] = [start];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    budget.spend(4);
    if (isText(node)) {
      budget.spend(node.data.length / 16);
      parts.push(node.data);
    } else if (hasChildren(node)) waiting.push(...node.children.toReversed());
  }
  return parts.join('');
}
