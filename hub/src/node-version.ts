const lowest = 24;

/** What to tell the operator when this version of Node is too old; undefined when it will do. */
export function unsuitableNode(version: string): string | undefined {
  if (Number(version.split('.')[0]) >= lowest) return undefined;
  return `Fairlead needs Node ${lowest} or newer, and this is Node ${version}. Run it as “npx -y pnpm@12 start”, which brings its own, or install a newer one.`;
}
