import { Route, Routes } from 'react-router';
import { NotFoundPage } from '../not-found-page.tsx';
import { AskPage } from './ask-page.tsx';
import { CallsPage } from './calls-page.tsx';
import { ConfigurationPage } from './configuration-page.tsx';
import { ConfigurationsPage } from './configurations-page.tsx';
import { NewConfigurationPage } from './new-configuration-page.tsx';
import { UsagePage } from './usage-page.tsx';

export function AiPages() {
  return (
    <Routes>
      <Route index element={<ConfigurationsPage />} />
      <Route path="configurations/new" element={<NewConfigurationPage />} />
      <Route path="configurations/:id" element={<ConfigurationPage />} />
      <Route path="usage" element={<UsagePage />} />
      <Route path="calls" element={<CallsPage />} />
      <Route path="ask" element={<AskPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
