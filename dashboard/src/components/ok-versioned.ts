import { ok } from '@fairlead/client';

export interface Versioned<Body> {
  readonly body: Body;
  /** To send back as `If-Match`, so that what somebody else changed meanwhile is not written over. */
  readonly etag: string;
}

/** As `ok`, with the version that was read. @throws HubProblem */
export async function okVersioned<Answer>(
  call: Promise<{ data?: Answer; error?: unknown; response: Response }>,
): Promise<Versioned<Exclude<Answer, undefined>>> {
  const body = await ok(call);
  const { response } = await call;
  return { body, etag: response.headers.get('etag') ?? '' };
}
