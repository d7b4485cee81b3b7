import { hash } from 'node:crypto';
import type { ChannelMessage, WebhookRequest } from '@fairlead/sdk';
import { BodyFault } from './body/body-fault.ts';
import type { Draft } from './body/draft.ts';
import type { Proof } from './verify/verdict.ts';

/** What names a delivery as a whole, where its messages have no names of their own. */
export interface Delivery {
  name(): string;
  /** What the signature vouches for besides the body; empty where that is nothing. */
  readonly mark: string;
}

export function deliveryOf({ deliveryId, signedAt }: Proof, { rawBody }: Pick<WebhookRequest, 'rawBody'>): Delivery {
  return {
    name: () => deliveryId ?? hashOf(rawBody, signedAt),
    mark: deliveryId ?? signedAt ?? '',
  };
}

/** The same text said again later has another time, and is another message; sent again it is the same. */
function hashOf(rawBody: Uint8Array, signedAt = ''): string {
  return `body-${hash('sha256', Buffer.concat([Buffer.from(`${signedAt}\n`), rawBody]), 'base64url')}`;
}

/** Gives a message the id and the revision that its sender left out. @throws BodyFault */
export function nameMessage(draft: Draft, delivery: Delivery): ChannelMessage {
  const { path, idPath, revisionPath: _path, change, id, revision: _revision, attachments, ...rest } = draft;
  if (id === undefined && change !== 'created') {
    throw new BodyFault(idPath, 'is missing: it says which message was changed.');
  }
  return {
    ...rest,
    id: id ?? `${delivery.name()}${path === '' ? '' : `#${path.split('/').at(-1)}`}`,
    change,
    revision: revisionOf(draft, delivery),
    attachments: [...attachments],
  };
}

/** The store keeps one message of each id and revision: a change must never have the revision of what it changes. */
function revisionOf(draft: Draft, { mark }: Delivery): string {
  const { change, revision, revisionPath } = draft;
  switch (change) {
    case 'created':
      return revision ?? '0';
    case 'deleted':
      return revision === undefined ? 'deleted' : `deleted-${revision}`;
    case 'edited':
      if (revision === '0') throw new BodyFault(revisionPath, 'must not be 0, which is that of the first text.');
      return revision ?? `edited-${hash('sha256', JSON.stringify(said(draft, mark)), 'base64url').slice(0, 24)}`;
  }
}

/** Without a time of its own an edit is told from an equal one by its delivery: back to an earlier text is an edit, too. */
function said({ text, title, attachments, link, sentAt }: Draft, mark: string): readonly unknown[] {
  return [text, title, attachments, link, sentAt ?? `by ${mark}`];
}

const longestKey = 512;

/** JSON, so that no two of id, revision and change make the same key. */
export function dedupeKeyOf({ id, revision, change }: ChannelMessage): string {
  const key = JSON.stringify([id, revision, change]);
  return key.length <= longestKey ? key : `sha256-${hash('sha256', key, 'base64url')}`;
}
