/** The part of node-semver (v7) that discovery uses; the package ships no types. */
declare module 'semver' {
  export function valid(version: string): string | null;
  export function validRange(range: string): string | null;
  export function satisfies(
    version: string,
    range: string,
    options?: { readonly includePrerelease?: boolean },
  ): boolean;
  export function gt(left: string, right: string): boolean;
  export function lte(left: string, right: string): boolean;
  export function rcompare(left: string, right: string): -1 | 0 | 1;
}
