import type { ChannelMessage } from '@fairlead/sdk';

export type Change = ChannelMessage['change'];
export type Attachment = ChannelMessage['attachments'][number];

/** A message as the sender gave it: checked, but without what it may leave to the hub (id, revision). */
export interface Draft {
  /** Where it stands in the body, and where its id and its revision would stand. */
  readonly path: string;
  readonly idPath: string;
  readonly revisionPath: string;
  readonly change: Change;
  readonly id?: string;
  readonly revision?: string;
  readonly text: string;
  readonly title?: string;
  readonly author?: { id?: string; name?: string };
  readonly chat?: { id: string; title?: string };
  readonly replyTo?: string;
  readonly sentAt?: string;
  readonly link?: string;
  readonly attachments: readonly Attachment[];
}

export const longestText = 262_144;
export const longestTitle = 2_000;
/** The contract takes 512 characters; the rest is left for what the plugin adds. */
export const longestId = 400;
export const longestRevision = 100;
export const longestName = 255;
export const mostMessages = 1_000;
export const mostAttachments = 64;
