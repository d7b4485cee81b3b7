/**
 * Which file `import` of a package loads, read from its package.json. The rules are those of Node for the subpath `.`
 * (https://nodejs.org/api/esm.html#resolution-algorithm-specification); packages without `exports` use `main`.
 * @param conditions those of the process besides `node`, `import` and `default`
 * @returns a path relative to the package, or undefined when nothing fits or the target is not inside the package
 */
export function packageEntry(packageJson: object, conditions: ReadonlySet<string>): string | undefined {
  const { exports, main } = packageJson as { readonly exports?: unknown; readonly main?: unknown };
  if (exports === undefined || exports === null) {
    if (typeof main !== 'string' || main === '') return './index.js';
    return main.startsWith('./') ? main : `./${main}`;
  }
  const target = resolveTarget(dotTarget(exports), new Set([...conditions, 'node', 'import', 'module-sync']));
  return typeof target === 'string' ? target : undefined;
}

function dotTarget(exports: unknown): unknown {
  if (typeof exports !== 'object' || exports === null || Array.isArray(exports)) return exports;
  const keys = Object.keys(exports);
  return keys.some((key) => key.startsWith('.')) ? (exports as Record<string, unknown>)['.'] : exports;
}

/** Undefined: nothing fits, go on looking. Null: excluded on purpose, stop. */
function resolveTarget(target: unknown, conditions: ReadonlySet<string>): string | null | undefined {
  if (target === null) return null;
  if (typeof target === 'string') return isOwnPath(target) ? target : undefined;
  if (typeof target !== 'object') return undefined;
  const branches = Array.isArray(target)
    ? (target as readonly unknown[])
    : Object.entries(target)
        .filter(([condition]) => condition === 'default' || conditions.has(condition))
        .map(([, branch]) => branch as unknown);
  for (const branch of branches) {
    const found = resolveTarget(branch, conditions);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Node refuses targets that leave the package or reach into its dependencies. */
function isOwnPath(target: string): boolean {
  return target.startsWith('./') && !/(^|[\\/])(\.\.?|node_modules)([\\/]|$)/i.test(target.slice(2));
}

/** The conditions that this process was started with: `--conditions=x`, `--conditions x`, `-C x`. */
export function conditionsOf(execArgv: readonly string[]): ReadonlySet<string> {
  const found = execArgv.flatMap((argument, index) => {
    const joined = /^(?:--conditions=|-C=?)(.+)$/.exec(argument)?.[1];
    if (joined !== undefined) return [joined];
    const next = execArgv[index + 1];
    return (argument === '--conditions' || argument === '-C') && next !== undefined ? [next] : [];
  });
  return new Set(found);
}
