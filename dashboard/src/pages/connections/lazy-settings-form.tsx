import { lazy, Suspense } from 'react';
import { Waiting } from '../../components/states.tsx';
import type { SettingsFormProps } from './settings-form.tsx';

const Loaded = lazy(async () => ({ default: (await import('./settings-form.tsx')).SettingsForm }));

/** The form, whose library is as large as the rest of the dashboard: loaded where something is set. */
export function SettingsForm(props: SettingsFormProps) {
  return (
    <Suspense fallback={<Waiting label="Loading the form" />}>
      <Loaded {...props} />
    </Suspense>
  );
}
