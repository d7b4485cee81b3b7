import { useSearchParams } from 'react-router';

/** What a list is narrowed to, kept in the address so that it can be linked and reloaded. */
export interface Filter {
  get(name: string): string | undefined;
  set(name: string, value: string | null): void;
  /** Whether anything is narrowed. */
  readonly isSet: boolean;
}

export function useFilter(...names: readonly string[]): Filter {
  const [search, setSearch] = useSearchParams();
  return {
    get: (name) => search.get(name) ?? undefined,
    set: (name, value) =>
      setSearch(
        (before) => {
          if (value === null || value === '') before.delete(name);
          else before.set(name, value);
          return before;
        },
        { replace: true },
      ),
    isSet: names.some((name) => search.has(name)),
  };
}
