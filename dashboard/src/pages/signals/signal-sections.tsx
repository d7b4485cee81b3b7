import { SectionNav } from '../../components/section-nav.tsx';
import { useMay } from '../../session/use-session.ts';

export function SignalSections() {
  const may = useMay();
  return (
    <SectionNav
      label="Signals"
      sections={[
        { to: '/signals', label: 'Signals', end: true },
        { to: '/signals/updates', label: 'Updates' },
        ...(may('parsers.read')
          ? [
              { to: '/signals/try', label: 'Try a text' },
              { to: '/signals/rules', label: 'Rules' },
            ]
          : []),
      ]}
    />
  );
}
