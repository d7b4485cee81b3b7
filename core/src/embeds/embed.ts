import { defineCollection } from '../storage/index.ts';

/** A place on a page of another product that shows the health of one connection. Immutable but for its end. */
export interface Embed {
  readonly connectionId: string;
  /** What whoever looks at it reads; the connection's own name stays inside. */
  readonly name: string;
  /** Origins of the pages that may frame it and ask for it from a browser. */
  readonly allowedOrigins: readonly string[];
  /** SHA-256 of the token, hex. */
  readonly tokenHash: string;
  readonly createdBy: string;
  /** ISO 8601, UTC; so is the other. Absent: never. */
  readonly expiresAt?: string;
  readonly revokedAt?: string;
}

const embedsIndex = { connectionId: 'string' } as const;
export type EmbedsIndex = typeof embedsIndex;

export const embedsCollection = defineCollection({
  name: 'embeds',
  index: embedsIndex,
  project: ({ connectionId }: Embed) => ({ connectionId }),
});
