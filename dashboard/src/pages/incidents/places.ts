import type { Incident } from './use-incidents.ts';

/** A page of the dashboard. */
interface Place {
  readonly to: string;
  /** What may be seen there needs it. */
  readonly permission: string;
}

type About = Pick<Incident, 'subject' | 'code' | 'action'>;

/** Pages of what incidents are about, by its kind; `key` is its id, fit for an address. */
const pages: { readonly [kind: string]: ((key: string) => Place) | undefined } = {
  connection: (key) => ({ to: `/connections/${key}`, permission: 'connections.read' }),
  plugin: (key) => ({ to: `/plugins/${key}`, permission: 'plugins.read' }),
  payment: (key) => ({ to: `/payments/${key}`, permission: 'payments.read' }),
  subscription: (key) => ({ to: `/payments/subscriptions/${key}`, permission: 'payments.read' }),
  payout: (key) => ({ to: `/payments/payouts/${key}`, permission: 'payments.read' }),
  ledger: () => ({ to: '/payments/ledger', permission: 'payments.read' }),
  signal: (key) => ({ to: `/signals/${key}`, permission: 'signals.read' }),
  'outgoing-message': (key) => ({ to: `/messages/sent/${key}`, permission: 'messages.read' }),
  ai_configuration: (key) => ({ to: `/ai/configurations/${key}`, permission: 'ai.read' }),
  'webhook-endpoint': (key) => ({ to: `/webhooks/${key}`, permission: 'webhooks.read' }),
  job: (key) => ({ to: `/inbox/dead-jobs?name=${key}`, permission: 'jobs.read' }),
};

/** Where that which an incident is about is shown; undefined for what has no page. */
export function subjectPlace({ subject: { kind, id }, code }: About): Place | undefined {
  // A subscriber of the event log, not what a customer pays for.
  if (kind === 'subscription' && code === 'given_up') return undefined;
  return pageOf(kind, id);
}

/** Where the action of an incident is done. `plugin`: of the connection that it is about. */
export function actionPlace(incident: About, plugin?: string): Place | undefined {
  const { subject, action } = incident;
  const { parameters = {} } = action ?? {};
  const connection = encodeURIComponent(parameters['connection'] ?? subject.id);
  switch (action?.kind) {
    case undefined:
      return undefined;
    case 'reauthenticate':
    case 'change_settings':
      return { to: `/connections/${connection}?tab=settings`, permission: 'connections.write' };
    case 'top_up_account':
      return { to: `/connections/${connection}`, permission: 'connections.read' };
    case 'restore_master_key':
      return { to: '/settings?tab=keys', permission: 'vault.read' };
    case 'look_at_inbox':
      return { to: `/inbox?connection=${connection}`, permission: 'inbox.read' };
    case 'replay_dead':
      return { to: `/inbox?connection=${connection}&status=dead`, permission: 'inbox.read' };
    case 'webhook-endpoint.enable':
      return pageOf('webhook-endpoint', parameters['endpoint']);
    case 'plugin.enable':
    case 'look_at_plugin':
      return pageOf('plugin', parameters['plugin'] ?? plugin) ?? subjectPlace(incident);
    default:
      return subjectPlace(incident);
  }
}

function pageOf(kind: string, id: string | undefined): Place | undefined {
  return id === undefined || !Object.hasOwn(pages, kind) ? undefined : pages[kind]?.(encodeURIComponent(id));
}
