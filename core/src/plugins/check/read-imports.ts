import { type Node, parseSync, Visitor } from 'oxc-parser';

/** What one file imports when it runs. */
export interface FileImports {
  /** Of `import`, `export … from`, `import()`, `require()` and `resolve()`, as far as they are plain text. */
  readonly specifiers: readonly string[];
  /** Every other short text: a library may be handed on by its name. */
  readonly texts: readonly string[];
}

const longestName = 214;

/** Parses JavaScript or TypeScript. Imports of types alone are left out: they are gone when the code runs. */
export function readImports(path: string, source: string): FileImports | { readonly problem: string } {
  const parsed = parseSync(path, source);
  const [fault] = parsed.errors;
  if (fault !== undefined) return { problem: fault.message };
  const { staticImports, staticExports } = parsed.module;
  const specifiers = [
    ...staticImports
      .filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType))
      .map(({ moduleRequest }) => moduleRequest.value),
    ...staticExports
      .flatMap(({ entries }) => entries)
      .flatMap(({ moduleRequest, isType }) => (moduleRequest === null || isType ? [] : [moduleRequest.value])),
  ];
  const texts: string[] = [];
  const add = (node: Node | undefined) => {
    const text = node === undefined ? undefined : textOf(node);
    if (text !== undefined) specifiers.push(text);
  };
  new Visitor({
    ImportExpression: ({ source: target }) => add(target),
    CallExpression: ({ callee, arguments: [first] }) => {
      if (isResolve(callee)) add(first);
    },
    Literal: ({ value }) => {
      if (typeof value === 'string' && value.length <= longestName) texts.push(value);
    },
  }).visit(parsed.program);
  return { specifiers, texts: texts.filter((text) => !specifiers.includes(text)) };
}

/** `require('x')`, `require.resolve('x')`, `import.meta.resolve('x')`. */
function isResolve(callee: Node): boolean {
  if (callee.type === 'Identifier') return callee.name === 'require';
  if (callee.type !== 'MemberExpression') return false;
  const { object, property } = callee;
  if (property.type !== 'Identifier' || property.name !== 'resolve') return false;
  return object.type === 'MetaProperty' || (object.type === 'Identifier' && object.name === 'require');
}

function textOf(node: Node): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type !== 'TemplateLiteral' || node.expressions.length > 0) return undefined;
  return node.quasis[0]?.value.cooked ?? undefined;
}
