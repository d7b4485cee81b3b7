/**
 * Every error class and code of the SDK, in one place. `docs/reference/errors.md` lists the same and a test keeps the
 * two equal. A class says what the guard does; a code says what happened, and never changes once published.
 */

/** What the guard does with an error; see the table in `docs/reference/errors.md`. */
export const errorClasses = [
  'auth',
  'config',
  'rate_limited',
  'unavailable',
  'rejected',
  'outcome_unknown',
  'plugin_bug',
  'invalid_input',
  'cancelled',
] as const;

/** One of {@link errorClasses}. */
export type ErrorClass = (typeof errorClasses)[number];

interface CodeEntry {
  readonly class: ErrorClass;
  /** One sentence for the operator: what it means and what to do next. */
  readonly meaning: string;
}

/** Every code with its class and its meaning in one sentence. Listed in `docs/reference/errors.md`. */
export const errorCodes = {
  credentials_invalid: { class: 'auth', meaning: 'The vendor refused the credentials. Enter them anew.' },
  credentials_expired: { class: 'auth', meaning: 'The credentials have expired. Enter or authorise them anew.' },
  permission_missing: { class: 'auth', meaning: 'The credentials lack a permission that the operation needs.' },
  credentials_locked: {
    class: 'auth',
    meaning:
      'The stored credentials cannot be opened with the master keys at hand. Restore the key named by the incident.',
  },
  settings_invalid: {
    class: 'config',
    meaning: 'The settings of the connection do not work with the vendor. Change them.',
  },
  feature_unsupported: { class: 'config', meaning: 'The plugin or the account does not offer this operation.' },
  address_forbidden: { class: 'config', meaning: 'The address is not among those that the plugin may reach.' },
  not_found_at_vendor: { class: 'config', meaning: 'The vendor does not know the resource that the settings name.' },
  quota_exhausted: {
    class: 'config',
    meaning: 'The account at the vendor has no credit or quota left. Top it up there.',
  },
  rate_limited: {
    class: 'rate_limited',
    meaning: 'The vendor asks for fewer calls. The guard waits where the deadline allows.',
  },
  limit_exceeded: { class: 'rate_limited', meaning: 'The limit set for this connection is used up for now.' },
  unreachable: { class: 'unavailable', meaning: 'No connection to the vendor could be made; nothing was sent.' },
  timeout: { class: 'unavailable', meaning: 'No answer came in time; the operation may be repeated.' },
  vendor_error: { class: 'unavailable', meaning: 'The vendor answered that it failed.' },
  answer_unreadable: {
    class: 'unavailable',
    meaning: 'The vendor’s answer was cut off, too large or not in its documented form.',
  },
  breaker_open: {
    class: 'unavailable',
    meaning: 'The lane failed too often and is resting; it is tried again by itself.',
  },
  lane_forced_open: { class: 'unavailable', meaning: 'An admin has closed this lane to calls until the time given.' },
  bulkhead_full: { class: 'unavailable', meaning: 'Too many calls of this lane are under way.' },
  connection_inactive: { class: 'unavailable', meaning: 'The connection is paused or disabled.' },
  plugin_not_running: { class: 'unavailable', meaning: 'The plugin is not running; its page says why.' },
  plugin_exited: {
    class: 'unavailable',
    meaning: 'The plugin’s process ended before it answered; it is started again by itself.',
  },
  vendor_rejected: { class: 'rejected', meaning: 'The vendor refused the request for a business reason.' },
  idempotency_conflict: { class: 'rejected', meaning: 'The vendor saw this idempotency key with another request.' },
  outcome_unknown: {
    class: 'outcome_unknown',
    meaning: 'The call may or may not have taken effect. It is not repeated; reconciliation or a person settles it.',
  },
  plugin_threw: { class: 'plugin_bug', meaning: 'The plugin threw something that is not one of the SDK’s errors.' },
  output_invalid: { class: 'plugin_bug', meaning: 'The plugin’s answer does not fit the contract of the operation.' },
  input_invalid: {
    class: 'invalid_input',
    meaning: 'The input does not fit the contract of the operation; the paths say where.',
  },
  cancelled: { class: 'cancelled', meaning: 'The caller gave up before the answer came.' },
} as const satisfies Record<string, CodeEntry>;

/** One of the keys of {@link errorCodes}. */
export type ErrorCode = keyof typeof errorCodes;

/** The codes of one class. */
export type CodeOf<Class extends ErrorClass> = {
  [Code in ErrorCode]: (typeof errorCodes)[Code]['class'] extends Class ? Code : never;
}[ErrorCode];
