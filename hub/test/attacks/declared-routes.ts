import type { AttackHub } from './attack-hub.ts';

/** A route as `/openapi.json` declares it. */
export interface DeclaredRoute {
  readonly method: string;
  readonly path: string;
  /** Undefined for one that is open to everyone. */
  readonly permission: string | undefined;
}

interface Document {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly description: string; readonly security: readonly object[] }>>>
  >;
}

export async function declaredRoutes({ ok }: AttackHub): Promise<readonly DeclaredRoute[]> {
  const { paths } = await ok<Document>({ method: 'GET', path: '/openapi.json' });
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { description, security }]) => {
      const permission = /Needs the permission `([a-z.-]+)`/.exec(description)?.[1];
      if ((permission === undefined) !== (security.length === 0)) throw new Error(`Who may call ${method} ${path}?`);
      return { method: method.toUpperCase(), path, permission };
    }),
  );
}

const unknownId = '0198c0de-0000-7000-8000-000000000000';

export const addressOf = ({ path }: Pick<DeclaredRoute, 'path'>, id = unknownId): string =>
  path.replaceAll(/\{\w+\}/g, id);
