import { Route, Routes } from 'react-router';
import { NotFoundPage } from '../not-found-page.tsx';
import { SettingsPage } from './settings-page.tsx';

export function SettingsPages() {
  return (
    <Routes>
      <Route index element={<SettingsPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
