import { useSearchParams } from 'react-router';
import { ConnectionSelect } from '../../components/connection-select.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SignalSections } from './signal-sections.tsx';
import { TryBox } from './try-box.tsx';

/** Reads a text as if it had just come. */
export function TryPage() {
  const [search, setSearch] = useSearchParams();
  const channel = search.get('channel') ?? undefined;
  return (
    <>
      <PageHeader title="Try a text" about="Reads a text as if it had just come, and says what would become of it." />
      <SignalSections />
      <ConnectionSelect
        label="With the rules of"
        capability="channel"
        placeholder="No channel: the usual rules"
        maw={360}
        mb="md"
        value={channel ?? null}
        onChange={(id) => setSearch(id === null ? {} : { channel: id }, { replace: true })}
      />
      <TryBox connection={channel} />
    </>
  );
}
