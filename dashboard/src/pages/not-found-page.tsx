import { EmptyState } from '../components/states.tsx';
import { RouterLink } from '../components/router-link.tsx';
import { PageHeader } from '../components/page-header.tsx';

export function NotFoundPage() {
  return (
    <>
      <PageHeader title="No such page" />
      <EmptyState title="There is nothing at this address">
        It may have been moved or removed. <RouterLink to="/">Go to the overview</RouterLink>.
      </EmptyState>
    </>
  );
}
