import type { Manifest } from '@fairlead/sdk';

/** Megabytes of a plugin that does not say how many it needs. */
export const defaultMemoryLimitMb = 256;
/** Node with the SDK takes up to 100, most of it the program itself, and from four fifths of its limit on a plugin is started afresh. */
export const smallestMemoryLimitMb = 160;

/**
 * How much memory a plugin's process may hold, in MiB: what its manifest asks for, within what Node needs and what the
 * hub allows to any.
 * @param hubMaximumMb default 1,024
 */
export function memoryLimitMb({ host }: Pick<Manifest, 'host'>, hubMaximumMb = 1_024): number {
  const asked = host.memoryLimitMb ?? defaultMemoryLimitMb;
  return Math.max(smallestMemoryLimitMb, Math.min(asked, hubMaximumMb));
}

/** The part of it that V8 may use for objects: the rest is for code, stacks and buffers. */
export function heapLimitMb(limitMb: number): number {
  return Math.floor(limitMb * 0.75);
}
