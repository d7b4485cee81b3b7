import { type Tone, ToneBadge } from '../../components/tone-badge.tsx';
import type { Update } from './use-signals.ts';

export const updateStatuses: Update['status'][] = ['unresolved', 'applied', 'applying', 'dismissed'];

const tones: Record<Update['status'], Tone> = {
  unresolved: 'warning',
  applied: 'good',
  applying: 'plain',
  dismissed: 'plain',
};

export function UpdateStatus({ status }: { readonly status: Update['status'] }) {
  return <ToneBadge tone={tones[status]}>{status}</ToneBadge>;
}
