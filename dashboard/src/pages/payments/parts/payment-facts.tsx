import { Text } from '@mantine/core';
import { Actor } from '../../../components/actor.tsx';
import { CopyText } from '../../../components/copy-text.tsx';
import { Facts } from '../../../components/facts.tsx';
import { RouterLink } from '../../../components/router-link.tsx';
import { Time } from '../../../components/time.tsx';
import type { Payment } from '../use-payments.ts';

const payable = new Set<Payment['status']>(['created', 'requires_action', 'failed', 'underpaid']);

export function PaymentFacts({ payment }: { readonly payment: Payment }) {
  const { id, reference, description, capture, status, checkoutUrl, expiresAt, createdAt, createdBy } = payment;
  const metadata = Object.entries(payment.metadata);
  return (
    <Facts
      of={[
        ['Id', <CopyText key="id" text={id} label="the id" />],
        ['Reference', reference],
        ['Description', description],
        ['Customer', payment.customer === null ? null : <Customer key="customer" customer={payment.customer} />],
        ['Capture', capture === 'manual' ? 'by hand, after it was authorized' : 'at once'],
        ['Subscription', payment.subscription === null ? null : <Subscription key="of" payment={payment} />],
        ['Checkout', <CopyText key="url" text={checkoutUrl} label="the checkout address" />],
        payable.has(status) ? ['Payable until', <Time key="until" at={expiresAt} />] : undefined,
        [
          'Created',
          <>
            <Time at={createdAt} /> by <Actor by={createdBy} />
          </>,
        ],
        ...metadata.map(([name, value]) => [name, value] as const),
      ]}
    />
  );
}

function Customer({ customer }: { readonly customer: NonNullable<Payment['customer']> }) {
  const { id, name, email, country } = customer;
  return (
    <>
      {id === undefined ? null : (
        <div>
          <RouterLink to={`/payments/customers/${encodeURIComponent(id)}`} size="sm">
            {name ?? id}
          </RouterLink>
        </div>
      )}
      {[id === undefined ? name : undefined, email, country].map((text) => text && <div key={text}>{text}</div>)}
    </>
  );
}

/** The subscription it began has the id of the payment; one that prolongs it names it. */
function Subscription({ payment: { id, subscription } }: { readonly payment: Payment }) {
  const of = typeof subscription?.['of'] === 'string' ? subscription['of'] : id;
  const name = subscription?.['name'];
  return (
    <Text span inherit>
      <RouterLink to={`/payments/subscriptions/${of}`} size="sm">
        {typeof name === 'string' ? name : of}
      </RouterLink>
      {of === id ? ', which it begins' : ''}
    </Text>
  );
}
