/** Arrows by node. */
export type Arrows = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The circles of a directed graph: one list of members for each set of nodes that reach each other (Tarjan), a node
 * that points at itself included. Members are sorted, so that a message is the same on every run.
 */
export function findCycles(arrows: Arrows): string[][] {
  const order = new Map<string, { index: number; low: number; onStack: boolean }>();
  const stack: string[] = [];
  const circles: string[][] = [];
  const visit = (node: string) => {
    const state = { index: order.size, low: order.size, onStack: true };
    order.set(node, state);
    stack.push(node);
    for (const next of arrows.get(node) ?? []) {
      const known = order.get(next) ?? visit(next);
      if (known.onStack) state.low = Math.min(state.low, known.low);
    }
    if (state.low === state.index) close(node);
    return state;
  };
  const close = (root: string) => {
    const members = stack.splice(stack.indexOf(root));
    for (const member of members) Object.assign(order.get(member) ?? {}, { onStack: false });
    if (members.length > 1 || arrows.get(root)?.has(root) === true) circles.push(members.toSorted());
  };
  for (const node of arrows.keys()) if (!order.has(node)) visit(node);
  return circles;
}
