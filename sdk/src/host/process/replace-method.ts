/** What undoes each replacement, in the order in which they were made. */
export type RestoreStack = (() => void)[];

export type Method = (this: unknown, ...args: unknown[]) => unknown;

/**
 * Replaces a method of something that Node itself and everybody else uses. The replacement has the name, the length and
 * the marks (`util.promisify` reads one) of the original.
 */
export function replaceMethod(
  target: object,
  name: string,
  make: (original: Method) => Method,
  restore: RestoreStack,
): void {
  const descriptor = Object.getOwnPropertyDescriptor(target, name);
  const original: unknown = descriptor?.value;
  if (descriptor === undefined || typeof original !== 'function') return;
  const replacement = make(original as Method);
  Object.defineProperties(replacement, marksOf(original));
  Object.defineProperty(target, name, { ...descriptor, value: replacement });
  restore.push(() => Object.defineProperty(target, name, descriptor));
}

function marksOf(original: object): PropertyDescriptorMap {
  const { prototype: _, ...marks } = Object.getOwnPropertyDescriptors(original) as PropertyDescriptorMap;
  return marks;
}
