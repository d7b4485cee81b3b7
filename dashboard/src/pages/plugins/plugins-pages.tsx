import { Route, Routes } from 'react-router';
import { NotFoundPage } from '../not-found-page.tsx';
import { InstallPage } from './install/install-page.tsx';
import { KeysPage } from './keys/keys-page.tsx';
import { PluginPage } from './plugin-page.tsx';
import { PluginsPage } from './plugins-page.tsx';

/** Ids of plugins begin with what they are for (`channel-…`): none is called as the pages beside theirs. */
export function PluginsPages() {
  return (
    <Routes>
      <Route index element={<PluginsPage />} />
      <Route path="install" element={<InstallPage />} />
      <Route path="keys" element={<KeysPage />} />
      <Route path=":id" element={<PluginPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
