import { SectionNav } from '../../components/section-nav.tsx';
import { useMay } from '../../session/use-session.ts';

export function AiSections() {
  const may = useMay();
  return (
    <SectionNav
      label="AI"
      sections={[
        { to: '/ai', label: 'Configurations', end: true },
        { to: '/ai/usage', label: 'Usage and cost' },
        { to: '/ai/calls', label: 'Calls' },
        ...(may('ai.complete') ? [{ to: '/ai/ask', label: 'Ask' }] : []),
      ]}
    />
  );
}
