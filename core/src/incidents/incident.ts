import { defineCollection } from '../storage/index.ts';

/** In rising order. `critical`: money or orders are at stake now. */
export const incidentSeverities = ['info', 'warning', 'error', 'critical'] as const;
export type IncidentSeverity = (typeof incidentSeverities)[number];

/** What it is about: `{ kind: 'connection', id }`, `{ kind: 'plugin', id }`, `{ kind: 'hub', id: 'vault' }`. */
export interface IncidentSubject {
  readonly kind: string;
  readonly id: string;
}

/** What a person can do about it. `parameters` say where: never a secret. */
export interface IncidentAction {
  /** Dotted verb that the dashboard knows: `connection.enter-secrets`, `vault.restore-key`. */
  readonly kind: string;
  /** For a button. */
  readonly label: string;
  readonly parameters?: { readonly [name: string]: string };
}

/** `acknowledged`: somebody has seen it, and it goes on. */
export type IncidentState = 'open' | 'acknowledged' | 'resolved';

/** Something a person should know or do. */
export interface Incident {
  readonly subject: IncidentSubject;
  readonly code: string;
  readonly severity: IncidentSeverity;
  readonly title: string;
  readonly detail: string;
  readonly action?: IncidentAction;
  readonly state: IncidentState;
  /** ISO 8601, UTC, as all times here. */
  readonly since: string;
  /** When it was last raised. */
  readonly lastAt: string;
  /** How often it was raised; 1 at first. */
  readonly count: number;
  readonly acknowledgedBy?: string;
  readonly acknowledgedAt?: string;
  readonly resolvedAt?: string;
  /** Absent when it passed by itself. */
  readonly resolvedBy?: string;
}

export interface StoredIncident extends Incident {
  readonly id: string;
}

const incidentIndex = {
  openKey: 'string? unique',
  subjectKind: 'string',
  subjectId: 'string',
  code: 'string',
  severity: 'string',
  status: 'string',
  since: 'string',
} as const;

/** The fields that lists may filter by. */
export type IncidentIndex = typeof incidentIndex;

/** One document per incident. What is not resolved is unique by subject and code. */
export const incidentsCollection = defineCollection({
  name: 'incidents',
  index: incidentIndex,
  compound: [
    ['status', 'since'],
    ['subjectId', 'since'],
  ],
  project: (incident: Incident) => ({
    openKey: incident.state === 'resolved' ? null : openKeyOf(incident.subject, incident.code),
    subjectKind: incident.subject.kind,
    subjectId: incident.subject.id,
    code: incident.code,
    severity: incident.severity,
    status: incident.state,
    since: incident.since,
  }),
});

export function openKeyOf({ kind, id }: IncidentSubject, code: string): string {
  return JSON.stringify([kind, id, code]);
}
