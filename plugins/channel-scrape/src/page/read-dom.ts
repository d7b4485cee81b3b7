import { type AnyNode, type Document, DomHandler, Element } from 'domhandler';
import { Parser } from 'htmlparser2';
import { PageError } from './page.ts';

/** A page as a tree. */
export interface Dom {
  readonly root: Document;
  /** Elements that are still open where the document ends: what is in them may be cut off. */
  readonly unfinished: ReadonlySet<AnyNode>;
}

/**
 * Chromium, too, builds no deeper tree (`maximumHTMLParserDOMTreeDepth`). The parser’s stack is an array that is shifted,
 * so depth costs quadratic time.
 */
export const deepest = 512;
export const mostElements = 100_000;
const mostAttributes = 200_000;
/** Each entity, and each `<` that begins nothing, is a piece of its own. */
const mostTextPieces = 1_000_000;

/**
 * Reads HTML, however broken. Comments and declarations are left out.
 * @throws PageError `too_deep`, `too_many_elements`; `not_html` when there is no element at all
 */
export function readDom(source: string): Dom {
  const handler = new BoundedHandler();
  const parser = new Parser(handler);
  parser.write(source);
  const unfinished = handler.open();
  parser.end();
  if (handler.elements === 0) throw new PageError('not_html', 'The answer has no HTML element.');
  return { root: handler.root, unfinished };
}

class BoundedHandler extends DomHandler {
  elements = 0;
  #attributes = 0;
  #textPieces = 0;

  open(): ReadonlySet<AnyNode> {
    return new Set(this.tagStack.filter((node) => node instanceof Element));
  }

  override onopentag(name: string, attributes: Record<string, string>): void {
    this.elements += 1;
    if (this.elements > mostElements) throw tooMany();
    if (this.tagStack.length > deepest) throw new PageError('too_deep', `It is nested deeper than ${deepest} levels.`);
    super.onopentag(name, attributes);
  }

  onattribute(): void {
    this.#attributes += 1;
    if (this.#attributes > mostAttributes) throw tooMany();
  }

  override ontext(data: string): void {
    this.#textPieces += 1;
    if (this.#textPieces > mostTextPieces) throw tooMany();
    super.ontext(data);
  }

  override oncomment(): void {}

  override oncommentend(): void {}

  override onprocessinginstruction(): void {}
}

function tooMany(): PageError {
  const most = `${mostElements} elements, ${mostAttributes} attributes or ${mostTextPieces} pieces of text`;
  return new PageError('too_many_elements', `It has more than ${most}.`);
}
