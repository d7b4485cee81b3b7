import { Route, Routes } from 'react-router';
import { NotFoundPage } from '../not-found-page.tsx';
import { EventTypesPage } from './event-types-page.tsx';
import { EventsPage } from './events-page.tsx';

export function EventsPages() {
  return (
    <Routes>
      <Route index element={<EventsPage />} />
      <Route path="types" element={<EventTypesPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
