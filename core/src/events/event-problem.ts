/** Something that went wrong in the background and is tried again by itself. */
export interface EventProblem {
  readonly code: 'relay_failed' | 'subscription_failed' | 'listener_threw';
  readonly message: string;
  readonly error: unknown;
}
