import {
  ApiDeclaredItem,
  ApiDocumentedItem,
  type ApiItem,
  ApiItemContainerMixin,
  ApiItemKind,
} from '@microsoft/api-extractor-model';
import type { ExtractedApi } from './extract-api.ts';

const generated = '<!-- Generated from the SDK’s doc comments by tooling/src/publish/api.test.ts; do not edit. -->';

// Inferred types of the contracts run to pages; what is in them is on the page of the capabilities.
const longestSignature = 40;

const purposes: Readonly<Record<string, string>> = {
  '.': 'What a plugin is written with: contracts, values, errors, settings, webhooks.',
  './channel': 'What channels share that are read from documents: names, revisions, cursors, text, dates, charsets.',
  './testing': 'Conformance suites, a fake clock and a scripted vendor, for a plugin’s own tests.',
};

/** The page that lists the others. */
export function referenceIndex(apis: readonly ExtractedApi[]): string {
  const rows = apis.map(
    ({ entryPoint: { specifier, name, subpath } }) => `| [\`${specifier}\`](${name}.md) | ${purposes[subpath] ?? ''} |`,
  );
  return `${generated}

# The SDK, member by member

| import | what for |
|---|---|
${rows.join('\n')}

The capabilities’ operations are in [capabilities.md](../capabilities.md), the manifest’s members in
[manifest.md](../manifest.md), the error codes in [errors.md](../errors.md). What the SDK offers under \`./host\` is for the
hub: it may change in any release.
`;
}

/** One page: every export of a subpath, in alphabetical order, with its comment, its declaration and its members. */
export function writeReference({ entryPoint, model }: ExtractedApi): string {
  const items = (model.entryPoints[0]?.members ?? []).toSorted((left, right) => compare(title(left), title(right)));
  const head = `${generated}\n\n# ${entryPoint.specifier}\n\n${purposes[entryPoint.subpath] ?? ''}`.trimEnd();
  return `${[head, ...items.map(describeItem)].join('\n\n')}\n`;
}

function describeItem(item: ApiItem): string {
  const members = membersOf(item);
  const parts = [`## ${title(item)}`, comment(item), signature(item), members.map(describeMember).join('\n')];
  return parts.filter((part) => part !== '').join('\n\n');
}

function describeMember(item: ApiItem): string {
  const said = comment(item).replaceAll(/\n\n?/g, ' ');
  return `- \`${declaration(item).replaceAll(/\s+/g, ' ')}\`${said === '' ? '' : `: ${said}`}`;
}

function membersOf(item: ApiItem): readonly ApiItem[] {
  return ApiItemContainerMixin.isBaseClassOf(item) ? item.members : [];
}

/** An overload has the name of the first, and a number. */
function title(item: ApiItem): string {
  const overload = 'overloadIndex' in item && typeof item.overloadIndex === 'number' ? item.overloadIndex : 1;
  const name = item.kind === ApiItemKind.Constructor ? 'constructor' : item.displayName;
  return overload > 1 ? `${name} (${overload})` : name;
}

function signature(item: ApiItem): string {
  const lines = declaration(item).split('\n');
  const page = 'see [capabilities.md](../capabilities.md) for what is in it';
  if (lines.length > longestSignature) return `\`${lines[0] ?? ''} … }\`: ${page}.`;
  return `\`\`\`ts\n${lines.join('\n')}\n\`\`\``;
}

function declaration(item: ApiItem): string {
  return item instanceof ApiDeclaredItem ? item.excerpt.text.replace(/^export (declare )?/, '').trim() : '';
}

/** The comment as it was written: it is Markdown already, but for its frame, its links and its tags. */
function comment(item: ApiItem): string {
  if (!(item instanceof ApiDocumentedItem)) return '';
  const text = item.tsdocComment?.emitAsTsdoc() ?? '';
  return unframe(text)
    .replaceAll(/\{@link\s+([^}|\s]+)(?:\s*\|\s*([^}]+))?\}/g, (_all, target: string, label?: string) => {
      const name = target.split(/[#.]/)[0] ?? target;
      return `[${label?.trim() ?? target}](#${name.toLowerCase()})`;
    })
    .replaceAll(/^@throws\s+/gm, 'Throws ')
    .replaceAll(/^@example\n+([\s\S]+)$/gm, (_all, code: string) => `\`\`\`ts\n${code.trim()}\n\`\`\``)
    .replaceAll(/^@returns\s+/gm, 'Returns ')
    .replaceAll(/^@param\s+(\w+)\s+(?:- )?/gm, '`$1`: ')
    .replaceAll(/^@(public|remarks)\s*$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

function unframe(text: string): string {
  return text.replaceAll(/^\s*\/\*\*\s?|\s*\*\/\s*$/g, '').replaceAll(/^[ \t]*\* ?/gm, '');
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
