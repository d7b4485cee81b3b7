import { Route, Routes } from 'react-router';
import { NotFoundPage } from '../not-found-page.tsx';
import { ApiKeysPage } from './api-keys-page.tsx';
import { NewApiKeyPage } from './new-api-key-page.tsx';

export function ApiKeysPages() {
  return (
    <Routes>
      <Route index element={<ApiKeysPage />} />
      <Route path="new" element={<NewApiKeyPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
