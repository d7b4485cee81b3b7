import { type Node, parseSync, type Program, Visitor } from 'oxc-parser';

/** What one file imports, before anything is resolved. */
export interface FileImports {
  readonly imports: readonly { readonly specifier: string; readonly names: readonly string[] }[];
  readonly readsEnvironment: boolean;
  readonly hasComputedImport: boolean;
}

/** Parses one TypeScript file. Type-only imports count: a type that crosses a boundary ties the two sides as well. */
export function readFileImports(path: string, source: string): FileImports {
  const parsed = parseSync(path, source);
  const [fault] = parsed.errors;
  if (fault !== undefined) throw new Error(`${path} cannot be parsed: ${fault.message}`);
  const { staticImports, staticExports } = parsed.module;
  const fromImports = staticImports.map(({ moduleRequest, entries }) => ({
    specifier: moduleRequest.value,
    names: entries.flatMap(({ importName }) => importName.name ?? []),
  }));
  const fromExports = staticExports
    .flatMap(({ entries }) => entries)
    .flatMap(({ moduleRequest, importName }) =>
      moduleRequest === null ? [] : [{ specifier: moduleRequest.value, names: [importName.name ?? []].flat() }],
    );
  const walked = walk(parsed.program);
  return {
    imports: [...fromImports, ...fromExports, ...walked.specifiers.map((specifier) => ({ specifier, names: [] }))],
    readsEnvironment: walked.readsEnvironment || importsEnvironment(fromImports),
    hasComputedImport: walked.hasComputedImport,
  };
}

/** What the lists of static imports do not tell: `import()`, `typeof import()`, `resolve('…')`, `process.env`. */
function walk(program: Program) {
  const found = { specifiers: [] as string[], readsEnvironment: false, hasComputedImport: false };
  const visitor = new Visitor({
    ImportExpression: ({ source }) => {
      const specifier = textOf(source);
      if (specifier === undefined) found.hasComputedImport = true;
      else found.specifiers.push(specifier);
    },
    TSImportType: ({ source }) => void found.specifiers.push(source.value),
    CallExpression: ({ callee, arguments: [first] }) => {
      const specifier = first === undefined ? undefined : textOf(first);
      if (specifier !== undefined && isResolve(callee)) found.specifiers.push(specifier);
    },
    MemberExpression: ({ object, property }) => {
      if (isProcess(object) && nameOf(property) === 'env') found.readsEnvironment = true;
    },
    VariableDeclarator: ({ id, init }) => {
      if (id.type !== 'ObjectPattern' || init === null || !isProcess(init)) return;
      if (id.properties.some((item) => item.type === 'RestElement' || nameOf(item.key) === 'env')) {
        found.readsEnvironment = true;
      }
    },
  });
  visitor.visit(program);
  return found;
}

function importsEnvironment(imports: FileImports['imports']): boolean {
  return imports.some(({ specifier, names }) => /^(node:)?process$/.test(specifier) && names.includes('env'));
}

/** `process`, `globalThis.process`. */
function isProcess(node: Node): boolean {
  if (node.type === 'Identifier') return node.name === 'process';
  return (
    node.type === 'MemberExpression' && nameOf(node.object) === 'globalThis' && nameOf(node.property) === 'process'
  );
}

/** `require('x')`, `require.resolve('x')`, `import.meta.resolve('x')`. */
function isResolve(callee: Node): boolean {
  if (callee.type === 'Identifier') return callee.name === 'require';
  if (callee.type !== 'MemberExpression' || nameOf(callee.property) !== 'resolve') return false;
  return callee.object.type === 'MetaProperty' || nameOf(callee.object) === 'require';
}

function nameOf(node: Node): string | undefined {
  return node.type === 'Identifier' ? node.name : textOf(node);
}

function textOf(node: Node): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type !== 'TemplateLiteral' || node.expressions.length > 0) return undefined;
  return node.quasis[0]?.value.cooked ?? undefined;
}
