import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import { cleanText, createTextLayout, isHiddenByStyle, longestText, unseenElements } from '@fairlead/sdk/channel';
import type { Budget } from './budget.ts';
import { attribute } from './select.ts';

/**
 * What a person reads in an element: paragraphs, lists and line breaks kept, scripts, styles and hidden parts dropped.
 * The element itself is read even if it is hidden, for a selector asked for it.
 * @throws PageError `too_costly`
 */
export function elementText(root: Element, budget: Budget): string {
  const layout = createTextLayout(root.name === 'pre' ? 'pre' : undefined);
  let node: AnyNode | null = root.firstChild;
  let leaving = false;
  while (node !== null && node !== root && !layout.isFull) {
    budget.spend(1);
    if (!leaving) {
      if (isText(node)) {
        // What is beyond the limit is neither laid out nor paid for.
        const data = node.data.slice(0, longestText + 1);
        budget.spend(data.length);
        layout.text(data);
      } else if (isTag(node) && isSeen(node)) {
        if (node.name === 'img') layout.picture(attribute(node, 'alt'));
        else layout.open(node.name);
        if (node.firstChild !== null) {
          node = node.firstChild;
          continue;
        }
        layout.close(node.name);
      }
    } else if (isTag(node)) layout.close(node.name);
    leaving = node.nextSibling === null;
    node = node.nextSibling ?? node.parent;
  }
  return cleanText(layout.result());
}

function isSeen(element: Element): boolean {
  if (unseenElements.has(element.name) || attribute(element, 'hidden') !== undefined) return false;
  return !isHiddenByStyle(attribute(element, 'style'));
}

/** Whether `element` is inside `outer`, which is inside `root` itself. */
export function isWithin(element: Element, outer: Element, root: AnyNode): boolean {
  for (let node: AnyNode | null = element.parent; node !== null && node !== root; node = node.parent) {
    if (node === outer) return true;
  }
  return false;
}
