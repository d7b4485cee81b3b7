import { Route, Routes } from 'react-router';
import { NotFoundPage } from '../not-found-page.tsx';
import { ConnectionPage } from './connection-page.tsx';
import { ConnectionsPage } from './connections-page.tsx';
import { NewConnectionPage } from './new-connection-page.tsx';

export function ConnectionPages() {
  return (
    <Routes>
      <Route index element={<ConnectionsPage />} />
      <Route path="new" element={<NewConnectionPage />} />
      <Route path=":id" element={<ConnectionPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
