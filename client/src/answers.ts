import type { paths } from './generated/api.ts';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Success = 200 | 201 | 202;
type Responses<Path extends keyof paths, Name extends Method> = paths[Path][Name] extends {
  responses: infer Found;
}
  ? Found
  : never;

/** What a route answers: `Answer<'/api/connections/{id}'>`. */
export type Answer<Path extends keyof paths, Name extends Method = 'get'> = {
  [Status in Success & keyof Responses<Path, Name>]: Responses<Path, Name>[Status] extends {
    content: { 'application/json': infer Body };
  }
    ? Body
    : never;
}[Success & keyof Responses<Path, Name>];

/** What a list holds: `Item<'/api/connections'>`. */
export type Item<Path extends keyof paths> = Answer<Path> extends { items: (infer One)[] } ? One : never;

/** What a route takes: `Body<'/api/connections', 'post'>`. */
export type Body<Path extends keyof paths, Name extends Method> = paths[Path][Name] extends {
  requestBody?: { content: { 'application/json': infer Found } };
}
  ? Found
  : never;
