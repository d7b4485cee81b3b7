/**
 * Every code the HTTP API answers with, in one place. A code never changes its meaning once published; the status and
 * the title are those of the problem document (RFC 9457). What a plugin throws has codes of its own, in the SDK.
 */

interface HubErrorEntry {
  readonly status: number;
  /** A few words that are the same for every occurrence. What happened this time is the error's `detail`. */
  readonly title: string;
}

export const hubErrorCodes = {
  invalid_request: { status: 400, title: 'The request is not valid' },
  webhook_malformed: { status: 400, title: 'The webhook cannot be read' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  sign_in_failed: { status: 401, title: 'The e-mail address, the password or the code is wrong' },
  totp_required: { status: 401, title: 'A code of your authenticator is needed as well' },
  session_ended: { status: 401, title: 'The session has ended' },
  webhook_not_believed: { status: 401, title: 'The webhook was not made by the vendor' },
  forbidden: { status: 403, title: 'This is not allowed' },
  address_not_allowed: { status: 403, title: 'This key does not count from this address' },
  not_found: { status: 404, title: 'There is no such thing' },
  method_not_allowed: { status: 405, title: 'This address does not take that method' },
  request_timeout: { status: 408, title: 'The request took too long to arrive' },
  conflict: { status: 409, title: 'This does not fit the present state' },
  refresh_raced: { status: 409, title: 'The session was renewed a moment ago' },
  idempotency_in_flight: { status: 409, title: 'The first request with this key is still under way' },
  idempotency_answer_withheld: { status: 409, title: 'The first request with this key was carried out' },
  operation_not_by_hand: { status: 409, title: 'This operation cannot be called by hand' },
  plugin_unavailable: { status: 409, title: 'The plugin is not available' },
  key_in_use: { status: 409, title: 'The master key is still in use' },
  upgrade_failed: { status: 409, title: 'The plugin stays at the version it has' },
  consent_required: { status: 409, title: 'This has to be agreed to first' },
  version_conflict: { status: 412, title: 'Somebody else changed it meanwhile' },
  too_large: { status: 413, title: 'This is too large' },
  unsupported_media_type: { status: 415, title: 'The body is not of a type that is read here' },
  idempotency_key_reused: { status: 422, title: 'The idempotency key belongs to another request' },
  locked: { status: 423, title: 'The stored credentials cannot be opened' },
  key_missing: { status: 423, title: 'A master key is missing' },
  key_wrong: { status: 423, title: 'A master key is not the one that was used' },
  envelope_damaged: { status: 423, title: 'A stored secret was damaged or moved' },
  too_many_requests: { status: 429, title: 'Too many requests' },
  key_invalid: { status: 500, title: 'The master keys cannot be read' },
  key_file_exposed: { status: 500, title: 'The master key file can be read by others' },
  internal: { status: 500, title: 'The hub made a mistake' },
  unavailable: { status: 503, title: 'Not available for now' },
} as const satisfies Record<string, HubErrorEntry>;

export type HubErrorCode = keyof typeof hubErrorCodes;
