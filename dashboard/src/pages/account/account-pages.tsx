import { Route, Routes } from 'react-router';
import { NotFoundPage } from '../not-found-page.tsx';
import { AccountPage } from './account-page.tsx';

export function AccountPages() {
  return (
    <Routes>
      <Route index element={<AccountPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
