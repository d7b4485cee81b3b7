import { ok } from '@fairlead/client';

/** What was read, and its ETag for If-Match: two people do not write over each other unseen. */
export interface Tagged<Value> {
  readonly value: Value;
  readonly tag: string;
}

/** As `ok` from the client, with the tag. */
export async function tagged<Answer>(
  call: Promise<{ data?: Answer; error?: unknown; response: Response }>,
): Promise<Tagged<Exclude<Answer, undefined>>> {
  const value = await ok(call);
  const { response } = await call;
  return { value, tag: response.headers.get('etag') ?? '*' };
}
