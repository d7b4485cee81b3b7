export {
  type Incident,
  type IncidentAction,
  type IncidentSeverity,
  type IncidentState,
  type IncidentSubject,
  incidentSeverities,
  incidentsCollection,
  type StoredIncident,
} from './incident.ts';
export {
  createIncidents,
  type IncidentFilter,
  type Incidents,
  type IncidentsOptions,
  type NewIncident,
} from './incidents.ts';
