/** Why a document is not read as a feed. `map-errors.ts` says it in the SDK's words. */
export type FeedFault =
  | { readonly kind: 'cut' | 'garbage' | 'too_deep' }
  | { readonly kind: 'web_page'; readonly feedAddress: string | undefined };

export class FeedError extends Error {
  override readonly name = 'FeedError';
  readonly fault: FeedFault;

  constructor(fault: FeedFault, message: string) {
    super(message);
    this.fault = fault;
  }
}
