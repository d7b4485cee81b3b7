import type { ChannelMessage } from '@fairlead/sdk';

export type Attachment = ChannelMessage['attachments'][number];
export type Note = { readonly code: string; readonly text: string };

/** One item of a feed in whatever format, with plain text and absolute addresses. */
export interface FeedItem {
  /** What the feed calls the item: `guid`, `atom:id`, `rdf:about`, JSON Feed's `id`. */
  readonly guid: string | undefined;
  readonly link: string | undefined;
  readonly title: string | undefined;
  readonly text: string;
  readonly author: string | undefined;
  /** ISO 8601 UTC. */
  readonly publishedAt: string | undefined;
  readonly updatedAt: string | undefined;
  /** The guid of the item that this one answers (RFC 4685). */
  readonly replyTo: string | undefined;
  readonly attachments: readonly Attachment[];
}

export interface Feed {
  readonly format: 'rss' | 'rdf' | 'atom' | 'json';
  readonly title: string | undefined;
  /** As in the document. */
  readonly items: readonly FeedItem[];
  /** WebSub hubs that the document names, and the address it gives as its own. */
  readonly hubs: readonly string[];
  readonly self: string | undefined;
  /** How long the publisher asks to wait between polls, in milliseconds. */
  readonly pauseMs: number | undefined;
  readonly notes: readonly Note[];
}

/** The most items of one document that are looked at: the newest. */
export const mostItems = 1_000;
/** A document with more is refused before all of it is read: finding its newest would hold up everybody else. */
export const mostEntries = 20_000;
/** Levels and elements (of JSON: values) of one document. */
export const deepest = 256;
export const mostNodes = 400_000;
