import { type Tone, ToneBadge } from '../../components/tone-badge.tsx';
import type { SignalRow } from './use-signals.ts';

type Status = SignalRow['status'];

export const signalStatuses: Status[] = [
  'review',
  'published',
  'executing',
  'open',
  'closed',
  'rejected',
  'expired',
  'parsed',
];

const tones: Record<Status, Tone> = {
  parsed: 'plain',
  review: 'warning',
  published: 'good',
  executing: 'good',
  open: 'good',
  closed: 'plain',
  rejected: 'bad',
  expired: 'plain',
};

export function SignalStatus({ status }: { readonly status: Status }) {
  return <ToneBadge tone={tones[status]}>{status === 'review' ? 'in review' : status}</ToneBadge>;
}
