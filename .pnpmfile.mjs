// What is packed has no sources. A hub that runs from this workspace resolves with `@fairlead/source`, and would look
// for them in an installed package: Node does not try the next condition when a file is missing.
const sourceCondition = '@fairlead/source';

export const hooks = {
  /** @param {Record<string, unknown>} manifest */
  beforePacking(manifest) {
    const { devDependencies: _unused, ...published } = manifest;
    return { ...published, exports: withoutSources(manifest['exports']) };
  },
};

/**
 * @param {unknown} exported
 * @returns {unknown}
 */
function withoutSources(exported) {
  if (exported === null || typeof exported !== 'object' || Array.isArray(exported)) return exported;
  const kept = Object.entries(exported).filter(([key]) => key !== sourceCondition);
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutSources(value)]));
}
