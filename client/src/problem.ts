import type { components } from './generated/api.ts';

/** A problem document (RFC 9457), as the hub answers every refusal. */
export type ProblemDocument = components['schemas']['Problem'];

/**
 * The hub refused, or something between did. Decide by `code`, which is stable; `message` is a sentence for people;
 * `errors` name the parts of the request that were wrong.
 */
export class HubProblem extends Error {
  override readonly name = 'HubProblem';
  /** HTTP status. */
  readonly status: number;
  /** Of the error reference of the hub; `unreadable_answer` when the answer was no problem document. */
  readonly code: string;
  readonly errors: ProblemDocument['errors'];
  /** What the next step needs, with `consent_required`. */
  readonly details: ProblemDocument['details'];
  /** Names the request in the log of the hub. */
  readonly requestId: string | undefined;
  /** Milliseconds to wait before trying again, where the hub says so. */
  readonly retryAfterMs: number | undefined;

  constructor(response: Pick<Response, 'status' | 'headers'>, document: unknown) {
    const problem = isProblem(document) ? document : undefined;
    super(problem?.detail || problem?.title || `The hub answered ${response.status}.`);
    this.status = response.status;
    this.code = problem?.code ?? 'unreadable_answer';
    this.errors = problem?.errors ?? [];
    this.details = problem?.details;
    this.requestId = problem?.requestId ?? response.headers.get('x-request-id') ?? undefined;
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    this.retryAfterMs = Number.isFinite(seconds) ? seconds * 1_000 : undefined;
  }
}

function isProblem(value: unknown): value is ProblemDocument {
  return typeof value === 'object' && value !== null && 'code' in value && 'status' in value;
}
