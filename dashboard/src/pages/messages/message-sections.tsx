import { SectionNav } from '../../components/section-nav.tsx';

export function MessageSections() {
  return (
    <SectionNav
      label="Messages"
      sections={[
        { to: '/messages', label: 'Received', end: true },
        { to: '/messages/sent', label: 'Sent' },
        { to: '/messages/channels', label: 'Channels' },
      ]}
    />
  );
}
