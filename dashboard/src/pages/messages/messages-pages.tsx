import { Route, Routes } from 'react-router';
import { NotFoundPage } from '../not-found-page.tsx';
import { ChannelPage } from './channel-page.tsx';
import { ChannelsPage } from './channels-page.tsx';
import { MessagePage } from './message-page.tsx';
import { MessagesPage } from './messages-page.tsx';
import { OutgoingPage } from './outgoing-page.tsx';
import { SendPage } from './send-page.tsx';
import { SentPage } from './sent-page.tsx';

export function MessagesPages() {
  return (
    <Routes>
      <Route index element={<MessagesPage />} />
      <Route path="send" element={<SendPage />} />
      <Route path="sent" element={<SentPage />} />
      <Route path="sent/:id" element={<OutgoingPage />} />
      <Route path="channels" element={<ChannelsPage />} />
      <Route path="channels/:id" element={<ChannelPage />} />
      <Route path=":id" element={<MessagePage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
