import { Route, Routes } from 'react-router';
import { NotFoundPage } from '../not-found-page.tsx';
import { IncidentPage } from './incident-page.tsx';
import { IncidentsPage } from './incidents-page.tsx';

export function IncidentsPages() {
  return (
    <Routes>
      <Route index element={<IncidentsPage />} />
      <Route path=":id" element={<IncidentPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
