import { Badge } from '@mantine/core';
import type { PaymentStatus } from './use-payments.ts';

interface Word {
  readonly text: string;
  readonly color: string;
  /** What it means, for whoever asks. */
  readonly about: string;
}

export const paymentWords: { readonly [Status in PaymentStatus]: Word } = {
  created: { text: 'created', color: 'gray', about: 'Nobody has begun to pay.' },
  requires_action: { text: 'waiting for the customer', color: 'blue', about: 'A checkout is open.' },
  processing: { text: 'processing', color: 'blue', about: 'Money is on its way, and not yet certain.' },
  unknown: { text: 'unknown', color: 'orange', about: 'A call may have happened. The hub finds out.' },
  authorized: { text: 'authorized', color: 'grape', about: 'Money is held for us, and not taken yet.' },
  partially_captured: { text: 'captured in part', color: 'teal', about: 'More of it can be captured.' },
  captured: { text: 'captured', color: 'teal', about: 'The money is ours.' },
  closed_partial: { text: 'captured in part, closed', color: 'teal', about: 'The rest was given back.' },
  underpaid: { text: 'underpaid', color: 'orange', about: 'Less came than was asked for.' },
  partially_refunded: { text: 'refunded in part', color: 'gray', about: 'Some of the money went back.' },
  refunded: { text: 'refunded', color: 'gray', about: 'All of the money went back.' },
  reversed: { text: 'reversed', color: 'red', about: 'The provider or the bank took the money back.' },
  failed: { text: 'failed', color: 'red', about: 'Nothing was taken.' },
  cancelled: { text: 'cancelled', color: 'gray', about: 'It was ended before anybody paid.' },
  expired: { text: 'expired', color: 'gray', about: 'Nobody paid in time.' },
  review: { text: 'in review', color: 'orange', about: 'Something does not fit. A person decides.' },
};

export function PaymentStatusBadge({ status }: { readonly status: PaymentStatus }) {
  const { text, color, about } = paymentWords[status];
  return (
    <Badge variant="outline" tt="none" color={color} title={about}>
      {text}
    </Badge>
  );
}
