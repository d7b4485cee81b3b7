export type { InboxHandler } from './dispatch.ts';
export { createInbox, type Inbox, type InboxOptions } from './inbox.ts';
export { sealedRequestHolder } from './sealed-requests.ts';
export type { Arrival, InboxAnswer } from './receive.ts';
