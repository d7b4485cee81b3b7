import { type Clock, newId, timestamp } from '@fairlead/sdk';
import { HubError } from '../errors/index.ts';
import {
  type Change,
  isStorageError,
  type JsonObject,
  type OutboxEvent,
  type Page,
  type Repository,
} from '../storage/index.ts';
import {
  type Incident,
  type IncidentAction,
  type IncidentIndex,
  type IncidentSeverity,
  type IncidentState,
  type IncidentSubject,
  incidentSeverities,
  openKeyOf,
  type StoredIncident,
} from './incident.ts';

export interface NewIncident {
  readonly subject: IncidentSubject;
  /** Stable and lower case with underscores: `credentials_locked`. */
  readonly code: string;
  readonly severity: IncidentSeverity;
  readonly title: string;
  readonly detail?: string;
  readonly action?: IncidentAction;
}

export interface IncidentFilter {
  readonly subject?: IncidentSubject | undefined;
  readonly subjectKind?: string | undefined;
  readonly code?: string | undefined;
  readonly severity?: IncidentSeverity | undefined;
  readonly state?: IncidentState | readonly IncidentState[] | undefined;
  /** 1 to 1,000. */
  readonly limit: number;
  readonly cursor?: string | null | undefined;
}

/** What a person should know or do. Events: `incident.raised`, `incident.acknowledged`, `incident.resolved`. */
export interface Incidents {
  /**
   * Call it when something changed for the worse, not on every call that fails. One that is not resolved yet, of the same
   * subject and code, is brought up to date and counted; an event follows only if it is new or its severity changed. An
   * acknowledged one that got worse is open again.
   */
  raise(incident: NewIncident): Promise<StoredIncident>;
  /** @returns what was resolved; undefined when nothing was open. Repeating it is harmless. */
  resolve(subject: IncidentSubject, code: string): Promise<StoredIncident | undefined>;
  /**
   * Resolves one by hand, acknowledged or not; what goes on is raised anew when it changes again. Repeating it is harmless:
   * the first name and moment stay, also those of an incident that passed by itself.
   * @throws HubError `not_found`
   */
  resolveById(id: string, by: string): Promise<StoredIncident>;
  /** Resolves whatever is open about a subject, for one that is gone. @returns how many */
  resolveAll(subject: IncidentSubject): Promise<number>;
  /**
   * Repeating it is harmless; the first name stays.
   * @throws HubError `not_found`, `conflict` when it is resolved already
   */
  acknowledge(id: string, by: string): Promise<StoredIncident>;
  /** @throws HubError `not_found` */
  get(id: string): Promise<StoredIncident>;
  /** The latest first. */
  list(filter: IncidentFilter): Promise<Page<StoredIncident>>;
}

export interface IncidentsOptions {
  readonly repository: Repository<Incident, IncidentIndex>;
  readonly clock: Clock;
  /** Takes secrets out of title and detail. Default: they stay as they are. */
  readonly redact?: (text: string) => string;
}

export function createIncidents({ repository, clock, redact = (text) => text }: IncidentsOptions): Incidents {
  const event = (type: string, id: string, incident: Incident, more: JsonObject = {}): OutboxEvent => {
    const { subject, code, severity, title, detail, state, since, count } = incident;
    const data = { id, subject: { ...subject }, code, severity, title, detail, state, since, count, ...more };
    return { id: newId(clock.now()), type, subject: id, time: timestamp(clock), data };
  };

  const insert = async (incident: NewIncident): Promise<StoredIncident> => {
    const now = timestamp(clock);
    const id = newId(clock.now());
    const state: Incident = { ...describe(incident, redact), state: 'open', since: now, lastAt: now, count: 1 };
    await repository.commit({ id, state, events: [event('incident.raised', id, state)] }, 0);
    return { id, ...state };
  };

  const repeat = (id: string, before: Incident, incident: NewIncident): Change<Incident> => {
    const { action: _before, ...kept } = before;
    const state: Incident = {
      ...kept,
      ...describe(incident, redact),
      lastAt: timestamp(clock),
      count: before.count + 1,
    };
    if (state.severity === before.severity) return { state };
    const raised = rank(state) > rank(before) ? reopened(state) : state;
    return { state: raised, events: [event('incident.raised', id, raised, { previousSeverity: before.severity })] };
  };

  const findOpen = async (subject: IncidentSubject, code: string) =>
    repository.findOne({ openKey: openKeyOf(subject, code) });

  /** Undefined when it was resolved between the look and the change: then it is a new one. */
  const raiseOnce = async (incident: NewIncident): Promise<StoredIncident | undefined> => {
    const open = await findOpen(incident.subject, incident.code);
    if (open === undefined) return insert(incident);
    const stored = await repository.update(open.id, (before) =>
      before.state === 'resolved' ? undefined : repeat(open.id, before, incident),
    );
    return stored === undefined || stored.state.state === 'resolved' ? undefined : { id: stored.id, ...stored.state };
  };

  /** `closed`: it was this call that did. Undefined when there is no such incident. */
  const close = async (id: string, by: { readonly resolvedBy?: string } = {}) => {
    let closed = false;
    const stored = await repository.update(id, (before) => {
      closed = before.state !== 'resolved';
      if (!closed) return undefined;
      const state: Incident = { ...before, state: 'resolved', resolvedAt: timestamp(clock), ...by };
      return { state, events: [event('incident.resolved', id, state, by)] };
    });
    return stored === undefined ? undefined : { closed, incident: { id, ...stored.state } };
  };

  return {
    async raise(incident) {
      for (;;) {
        try {
          const raised = await raiseOnce(incident);
          if (raised !== undefined) return raised;
        } catch (error) {
          // Somebody else raised it in between, or many do at once.
          if (!isStorageError(error, 'duplicate_key', 'version_conflict')) throw error;
        }
      }
    },
    async resolve(subject, code) {
      const open = await findOpen(subject, code);
      const found = open === undefined ? undefined : await close(open.id);
      return found?.closed === true ? found.incident : undefined;
    },
    async resolveById(id, by) {
      const found = await close(id, { resolvedBy: by });
      if (found === undefined) throw notFound(id);
      return found.incident;
    },
    async resolveAll({ kind, id }) {
      let count = 0;
      for (;;) {
        const where = { subjectKind: kind, subjectId: id, status: { in: ['open', 'acknowledged'] } };
        const { items } = await repository.list({ where, limit: 100 });
        if (items.length === 0) return count;
        for (const item of items) if ((await close(item.id))?.closed === true) count++;
      }
    },
    async acknowledge(id, by) {
      const stored = await repository.update(id, (before) => {
        if (before.state !== 'open') return undefined;
        const state: Incident = {
          ...before,
          state: 'acknowledged',
          acknowledgedBy: by,
          acknowledgedAt: timestamp(clock),
        };
        return { state, events: [event('incident.acknowledged', id, state, { acknowledgedBy: by })] };
      });
      if (stored === undefined) throw notFound(id);
      if (stored.state.state === 'resolved')
        throw new HubError('conflict', { detail: 'The incident is resolved already.' });
      return { id, ...stored.state };
    },
    async get(id) {
      const stored = await repository.get(id);
      if (stored === undefined) throw notFound(id);
      return { id, ...stored.state };
    },
    async list({ subject, subjectKind, code, severity, state, limit, cursor }) {
      const where = {
        subjectKind: subject?.kind ?? subjectKind,
        subjectId: subject?.id,
        code,
        severity,
        status: typeof state === 'string' || state === undefined ? state : { in: state },
      };
      const defined = Object.fromEntries(Object.entries(where).filter(([, value]) => value !== undefined));
      const page = await repository.list({
        where: defined,
        order: { field: 'since', direction: 'descending' },
        limit,
        cursor,
      });
      return { items: page.items.map((stored) => ({ id: stored.id, ...stored.state })), nextCursor: page.nextCursor };
    },
  };
}

function describe(incident: NewIncident, redact: (text: string) => string) {
  const { subject, code, severity, title, detail = '', action } = incident;
  return {
    subject: { kind: subject.kind, id: subject.id },
    code,
    severity,
    title: redact(title),
    detail: redact(detail),
    ...(action === undefined ? {} : { action }),
  };
}

const rank = ({ severity }: Incident): number => incidentSeverities.indexOf(severity);

function reopened({ acknowledgedBy: _by, acknowledgedAt: _at, ...incident }: Incident): Incident {
  return { ...incident, state: 'open' };
}

const notFound = (id: string): HubError => new HubError('not_found', { detail: `There is no incident ${id}.` });
