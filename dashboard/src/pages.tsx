import { Route, Routes } from 'react-router';
import { Shell } from './layout/shell.tsx';
import { lazyPage } from './lazy-page.ts';
import { NotFoundPage } from './pages/not-found-page.tsx';
import { OverviewPage } from './pages/overview/overview-page.tsx';

const ConnectionPages = lazyPage(() => import('./pages/connections/connection-pages.tsx'), 'ConnectionPages');
const PluginsPages = lazyPage(() => import('./pages/plugins/plugins-pages.tsx'), 'PluginsPages');
const IncidentsPages = lazyPage(() => import('./pages/incidents/incidents-pages.tsx'), 'IncidentsPages');
const EventsPages = lazyPage(() => import('./pages/events/events-pages.tsx'), 'EventsPages');
const PaymentsPages = lazyPage(() => import('./pages/payments/payments-pages.tsx'), 'PaymentsPages');
const InboxPages = lazyPage(() => import('./pages/inbox/inbox-pages.tsx'), 'InboxPages');
const WebhooksPages = lazyPage(() => import('./pages/webhooks/webhooks-pages.tsx'), 'WebhooksPages');
const UsersPages = lazyPage(() => import('./pages/users/users-pages.tsx'), 'UsersPages');
const ApiKeysPages = lazyPage(() => import('./pages/api-keys/api-keys-pages.tsx'), 'ApiKeysPages');
const AuditPages = lazyPage(() => import('./pages/audit/audit-pages.tsx'), 'AuditPages');
const AccountPages = lazyPage(() => import('./pages/account/account-pages.tsx'), 'AccountPages');
const SettingsPages = lazyPage(() => import('./pages/settings/settings-pages.tsx'), 'SettingsPages');
const MessagesPages = lazyPage(() => import('./pages/messages/messages-pages.tsx'), 'MessagesPages');
const SignalsPages = lazyPage(() => import('./pages/signals/signals-pages.tsx'), 'SignalsPages');
const AiPages = lazyPage(() => import('./pages/ai/ai-pages.tsx'), 'AiPages');

/** What is shown at which address. Each area has its pages below it, loaded when they are first looked at. */
export function Pages() {
  return (
    <Routes>
      <Route element={<Shell />}>
        <Route index element={<OverviewPage />} />
        <Route path="connections/*" element={<ConnectionPages />} />
        <Route path="plugins/*" element={<PluginsPages />} />
        <Route path="incidents/*" element={<IncidentsPages />} />
        <Route path="events/*" element={<EventsPages />} />
        <Route path="payments/*" element={<PaymentsPages />} />
        <Route path="inbox/*" element={<InboxPages />} />
        <Route path="webhooks/*" element={<WebhooksPages />} />
        <Route path="users/*" element={<UsersPages />} />
        <Route path="api-keys/*" element={<ApiKeysPages />} />
        <Route path="audit/*" element={<AuditPages />} />
        <Route path="account/*" element={<AccountPages />} />
        <Route path="settings/*" element={<SettingsPages />} />
        <Route path="messages/*" element={<MessagesPages />} />
        <Route path="signals/*" element={<SignalsPages />} />
        <Route path="ai/*" element={<AiPages />} />
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}
