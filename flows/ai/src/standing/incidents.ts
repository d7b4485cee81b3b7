import type { IncidentReport } from '@fairlead/core/flow-api';
import type { KnownConfiguration } from '../configurations/configuration.ts';
import type { RestKind } from './rest.ts';
import type { Rest } from './cool-downs.ts';

const ofRest: Readonly<Partial<Record<RestKind, { code: string; title: string; kind: string; label: string }>>> = {
  credentials: {
    code: 'ai_credentials_refused',
    title: 'The vendor refuses the credentials of an AI configuration.',
    kind: 'reauthenticate',
    label: 'Enter the credentials anew',
  },
  quota: {
    code: 'ai_quota_exhausted',
    title: 'The account behind an AI configuration has no credit left.',
    kind: 'top_up_account',
    label: 'Top up the account at the vendor',
  },
};

export const restIncidentCodes: readonly string[] = Object.values(ofRest).map(({ code }) => code);
export const budgetIncidentCode = 'ai_budget_used_up';

export function subjectOf(configuration: string): IncidentReport['subject'] {
  return { kind: 'ai_configuration', id: configuration };
}

/** Only what a person has to mend; what may pass by itself is an event. */
export function incidentOfRest(known: KnownConfiguration, { kind, untilMs }: Rest): IncidentReport | undefined {
  const words = ofRest[kind];
  if (words === undefined) return undefined;
  const { id, name, connection } = known;
  return {
    subject: subjectOf(id),
    code: words.code,
    severity: 'error',
    title: words.title,
    detail: `“${name}” is passed by; one call tries again after ${new Date(untilMs).toISOString()}.`,
    action: { kind: words.kind, label: words.label, parameters: { connection, configuration: id } },
  };
}

export function incidentOfBudget({ id, name, budgetUsdPerDay }: KnownConfiguration, day: string): IncidentReport {
  return {
    subject: subjectOf(id),
    code: budgetIncidentCode,
    severity: 'warning',
    title: 'An AI configuration has spent what it may today.',
    detail: `“${name}” may spend ${budgetUsdPerDay ?? '0'} US dollars a day, and is passed by for the rest of ${day} (UTC).`,
    action: { kind: 'raise_budget', label: 'Raise the budget', parameters: { configuration: id } },
  };
}
