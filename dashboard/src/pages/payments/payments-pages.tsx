import { Route, Routes } from 'react-router';
import { SectionNav } from '../../components/section-nav.tsx';
import { useTopics } from '../../live/live-provider.tsx';
import { NotFoundPage } from '../not-found-page.tsx';
import { CustomerPage } from './customers/customer-page.tsx';
import { CustomersPage } from './customers/customers-page.tsx';
import { DisputesPage } from './disputes-page.tsx';
import { LedgerPage } from './ledger/ledger-page.tsx';
import { NewPaymentPage } from './new-payment-page.tsx';
import { PaymentPage } from './payment-page.tsx';
import { PaymentsPage } from './payments-page.tsx';
import { NewPayoutPage } from './payouts/new-payout-page.tsx';
import { PayoutPage } from './payouts/payout-page.tsx';
import { PayoutsPage } from './payouts/payouts-page.tsx';
import { ReviewPage } from './review/review-page.tsx';
import { RoutingPage } from './routing/routing-page.tsx';
import { SubscriptionPage } from './subscriptions/subscription-page.tsx';
import { SubscriptionsPage } from './subscriptions/subscriptions-page.tsx';

const sections = [
  { to: '/payments', label: 'Payments', end: true },
  { to: '/payments/review', label: 'In review' },
  { to: '/payments/disputes', label: 'Disputes' },
  { to: '/payments/subscriptions', label: 'Subscriptions' },
  { to: '/payments/customers', label: 'Customers' },
  { to: '/payments/payouts', label: 'Payouts' },
  { to: '/payments/ledger', label: 'Ledger' },
  { to: '/payments/routing', label: 'Routing' },
];

export function PaymentsPages() {
  useTopics('payments');
  return (
    <>
      <SectionNav label="Pages of payments" sections={sections} />
      <Routes>
        <Route index element={<PaymentsPage />} />
        <Route path="new" element={<NewPaymentPage />} />
        <Route path="review" element={<ReviewPage />} />
        <Route path="disputes" element={<DisputesPage />} />
        <Route path="subscriptions" element={<SubscriptionsPage />} />
        <Route path="subscriptions/:id" element={<SubscriptionPage />} />
        <Route path="customers" element={<CustomersPage />} />
        <Route path="customers/:id" element={<CustomerPage />} />
        <Route path="payouts" element={<PayoutsPage />} />
        <Route path="payouts/new" element={<NewPayoutPage />} />
        <Route path="payouts/:id" element={<PayoutPage />} />
        <Route path="ledger" element={<LedgerPage />} />
        <Route path="routing" element={<RoutingPage />} />
        <Route path=":id" element={<PaymentPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </>
  );
}
