import { type ComponentType, lazy } from 'react';

/** A page whose code is loaded when it is first looked at. */
export function lazyPage<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) {
  return lazy(async () => ({ default: (await load())[name] }));
}
