import { incidentOf, type Reason, type RepairAction } from './fusion-table.ts';

/** Where health tells what a person should see to. */
export interface HealthIncidents {
  raise(report: {
    readonly subject: { readonly kind: string; readonly id: string };
    readonly code: string;
    readonly severity: 'warning' | 'error' | 'critical';
    readonly title: string;
    readonly action?: { readonly kind: RepairAction; readonly label: string };
  }): Promise<void>;
  resolve(subject: { readonly kind: string; readonly id: string }, code: string): Promise<void>;
}

const labels: Readonly<Record<RepairAction, string>> = {
  reauthenticate: 'Enter the credentials anew',
  change_settings: 'Look at the settings',
  restore_master_key: 'Restore the master key',
  look_at_plugin: 'Look at the plugin',
  look_at_inbox: 'Look at the inbox',
  replay_dead: 'Replay what was given up',
};

/** Raises an incident for each reason that came, and resolves those of reasons that went. */
export async function tellIncidents(
  incidents: HealthIncidents,
  connectionId: string,
  before: readonly Reason[],
  after: readonly Reason[],
): Promise<void> {
  const subject = { kind: 'connection', id: connectionId };
  const had = new Set(before.map(({ code }) => code));
  const has = new Set(after.map(({ code }) => code));
  for (const { code, text } of after) {
    const incident = had.has(code) ? undefined : incidentOf(code);
    if (incident === undefined) continue;
    const action =
      incident.action === undefined ? {} : { action: { kind: incident.action, label: labels[incident.action] } };
    await incidents.raise({ subject, code, severity: incident.severity, title: text, ...action });
  }
  for (const { code } of before) {
    if (!has.has(code) && incidentOf(code) !== undefined) await incidents.resolve(subject, code);
  }
}
