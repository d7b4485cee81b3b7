import type { ChannelMessage } from '@fairlead/sdk';

export type Note = { readonly code: string; readonly text: string };

/** One item of a page, with plain text and absolute addresses. */
export interface PageItem {
  /** What the page calls the item, where the settings say how to find that. */
  readonly id: string | undefined;
  readonly link: ChannelMessage['link'];
  readonly title: string | undefined;
  readonly text: string;
  readonly author: string | undefined;
  /** ISO 8601 UTC. */
  readonly sentAt: string | undefined;
}

/** What was read off one page. */
export interface Page {
  /** What the browser shows as the page’s title. */
  readonly title: string | undefined;
  /** In the page’s order. */
  readonly items: readonly PageItem[];
  /** Absolute address of the next page. */
  readonly next: string | undefined;
  /** How many items had something that is no date where the date should be. */
  readonly unreadableDates: number;
  readonly asksToSignIn: boolean;
  readonly notes: readonly Note[];
}

/** Why a document is not read as a page. `map-errors.ts` says it in the SDK’s words. */
export type PageFault = 'not_html' | 'too_deep' | 'too_many_elements' | 'too_costly';

export class PageError extends Error {
  override readonly name = 'PageError';
  readonly fault: PageFault;

  constructor(fault: PageFault, message: string) {
    super(message);
    this.fault = fault;
  }
}
