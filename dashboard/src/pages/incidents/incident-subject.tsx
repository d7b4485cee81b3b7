import { ConnectionName } from '../../components/connection-link.tsx';
import { RouterLink } from '../../components/router-link.tsx';
import { useMay } from '../../session/use-session.ts';
import { subjectPlace } from './places.ts';
import type { Incident } from './use-incidents.ts';

/** What an incident is about, to go to where it has a page. */
export function IncidentSubject({ incident }: { readonly incident: Incident }) {
  const may = useMay();
  const { kind, id } = incident.subject;
  const place = subjectPlace(incident);
  const name = kind === 'connection' ? <ConnectionName id={id} /> : id;
  return (
    <>
      {kind.replaceAll(/[_-]/g, ' ')}{' '}
      {place !== undefined && may(place.permission) ? <RouterLink to={place.to}>{name}</RouterLink> : name}
    </>
  );
}
