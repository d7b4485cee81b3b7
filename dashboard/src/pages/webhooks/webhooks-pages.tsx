import { Route, Routes } from 'react-router';
import { SectionNav } from '../../components/section-nav.tsx';
import { useTopics } from '../../live/live-provider.tsx';
import { NotFoundPage } from '../not-found-page.tsx';
import { DeliveriesPage } from './deliveries/deliveries-page.tsx';
import { DeliveryPage } from './deliveries/delivery-page.tsx';
import { EndpointPage } from './endpoints/endpoint-page.tsx';
import { EndpointsPage } from './endpoints/endpoints-page.tsx';
import { NewEndpointPage } from './endpoints/new-endpoint-page.tsx';

const sections = [
  { to: '/webhooks', label: 'Endpoints', end: true },
  { to: '/webhooks/deliveries', label: 'Deliveries' },
];

export function WebhooksPages() {
  useTopics('webhooks');
  return (
    <>
      <SectionNav label="Pages of outgoing webhooks" sections={sections} />
      <Routes>
        <Route index element={<EndpointsPage />} />
        <Route path="new" element={<NewEndpointPage />} />
        <Route path="deliveries" element={<DeliveriesPage />} />
        <Route path="deliveries/:id" element={<DeliveryPage />} />
        <Route path=":id" element={<EndpointPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </>
  );
}
