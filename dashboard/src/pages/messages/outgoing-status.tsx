import type { Answer } from '@fairlead/client';
import { type Tone, ToneBadge } from '../../components/tone-badge.tsx';

type Status = Answer<'/api/outgoing-messages/{id}'>['status'];

export const outgoingStatuses: Status[] = ['sending', 'sent', 'refused', 'failed', 'unknown'];

const tones: Record<Status, Tone> = {
  sending: 'plain',
  sent: 'good',
  refused: 'bad',
  failed: 'bad',
  unknown: 'warning',
};

export function OutgoingStatus({ status }: { readonly status: Status }) {
  return <ToneBadge tone={tones[status]}>{status}</ToneBadge>;
}

/** What each means, and what to do. */
export const statusTexts: Record<Status, string> = {
  sending: 'It is under way.',
  sent: 'The vendor took it.',
  refused: 'The vendor did not want it. Change what it says, and send it again.',
  failed: 'Nothing was sent, for certain. It can be sent again.',
  unknown: 'It may have been sent or not, and is never sent again by itself. Look into the chat, and say what you saw.',
};
