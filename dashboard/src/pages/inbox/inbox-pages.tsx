import { Route, Routes } from 'react-router';
import { SectionNav } from '../../components/section-nav.tsx';
import { useTopics } from '../../live/live-provider.tsx';
import { useMay } from '../../session/use-session.ts';
import { NotFoundPage } from '../not-found-page.tsx';
import { DeadJobsPage } from './dead-jobs-page.tsx';
import { InboxItemPage } from './inbox-item-page.tsx';
import { InboxPage } from './inbox-page.tsx';

const received = { to: '/inbox', label: 'Webhooks received', end: true };
const deadJobs = { to: '/inbox/dead-jobs', label: 'Dead jobs' };

export function InboxPages() {
  useTopics('inbox');
  const may = useMay();
  return (
    <>
      <SectionNav label="Pages of the inbox" sections={may('jobs.read') ? [received, deadJobs] : [received]} />
      <Routes>
        <Route index element={<InboxPage />} />
        <Route path="dead-jobs" element={<DeadJobsPage />} />
        <Route path=":id" element={<InboxItemPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </>
  );
}
