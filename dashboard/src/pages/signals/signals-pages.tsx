import { Route, Routes } from 'react-router';
import { NotFoundPage } from '../not-found-page.tsx';
import { ChannelRulesPage } from './channel-rules-page.tsx';
import { RulesPage } from './rules-page.tsx';
import { SignalPage } from './signal-page.tsx';
import { SignalsPage } from './signals-page.tsx';
import { TryPage } from './try-page.tsx';
import { UpdatePage } from './update-page.tsx';
import { UpdatesPage } from './updates-page.tsx';

export function SignalsPages() {
  return (
    <Routes>
      <Route index element={<SignalsPage />} />
      <Route path="updates" element={<UpdatesPage />} />
      <Route path="updates/:id" element={<UpdatePage />} />
      <Route path="try" element={<TryPage />} />
      <Route path="rules" element={<RulesPage />} />
      <Route path="rules/:id" element={<ChannelRulesPage />} />
      <Route path=":id" element={<SignalPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
