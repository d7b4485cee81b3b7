/** Text that is HTML already. Only {@link html} makes one. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand between: text, which is escaped; HTML; several of it; nothing. */
export type HtmlPart = string | Html | readonly Html[] | undefined;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * HTML with every value escaped that is not HTML itself, so that no place can forget it. Attributes have to be quoted.
 *
 * @example
 * html`<p title="${anything}">${anything}</p>`
 */
export function html(texts: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  return new Html(texts.map((text, index) => (index === 0 ? text : `${written(parts[index - 1])}${text}`)).join(''));
}

function written(part: HtmlPart): string {
  if (part === undefined) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'string') return part.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
  return part.map(({ text }) => text).join('\n');
}
