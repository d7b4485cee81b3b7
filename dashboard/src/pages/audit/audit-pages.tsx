import { Route, Routes } from 'react-router';
import { NotFoundPage } from '../not-found-page.tsx';
import { AuditPage } from './audit-page.tsx';

export function AuditPages() {
  return (
    <Routes>
      <Route index element={<AuditPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
