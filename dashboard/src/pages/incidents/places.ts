import type { Incident } from './use-incidents.ts';

/** A page of the dashboard. */
interface Place {
  readonly to: string;
  /** What may be seen there needs it. */
  readonly permission: string;
}

type About = Pick<Incident, 'subject' | 'code' | 'action'>;

/** Where that which an incident is about is shown. What the hub does by itself has no page. */
export function subjectPlace({ subject: { kind, id }, code }: About): Place | undefined {
  // A subscriber of the event log, not what a customer pays for.
  if (code === 'given_up') return undefined;
  const key = encodeURIComponent(id);
  switch (kind) {
    case 'connection':
      return { to: `/connections/${key}`, permission: 'connections.read' };
    case 'plugin':
      return pluginPlace(id);
    case 'payment':
      return { to: `/payments/${key}`, permission: 'payments.read' };
    case 'subscription':
      return { to: `/payments/subscriptions/${key}`, permission: 'payments.read' };
    case 'payout':
      return { to: `/payments/payouts/${key}`, permission: 'payments.read' };
    case 'signal':
      return { to: `/signals/${key}`, permission: 'signals.read' };
    case 'outgoing-message':
      return { to: '/messages', permission: 'messages.read' };
    case 'ai_configuration':
      return { to: '/ai', permission: 'ai.read' };
    case 'webhook-endpoint':
      return { to: `/webhooks/${key}`, permission: 'webhooks.read' };
    default:
      return undefined;
  }
}

/** Where the action of an incident is done. `plugin`: of the connection that it is about. */
export function actionPlace(incident: About, plugin?: string): Place | undefined {
  const { subject, action } = incident;
  const parameters = action?.parameters ?? {};
  const connection = encodeURIComponent(parameters['connection'] ?? subject.id);
  switch (action?.kind) {
    case 'reauthenticate':
    case 'change_settings':
      return { to: `/connections/${connection}?tab=settings`, permission: 'connections.write' };
    case 'top_up_account':
      return { to: `/connections/${connection}`, permission: 'connections.read' };
    case 'restore_master_key':
      return { to: '/settings', permission: 'system.read' };
    case 'look_at_inbox':
    case 'replay_dead':
      return { to: `/inbox?connection=${connection}`, permission: 'inbox.read' };
    case 'webhook-endpoint.enable':
      return { to: `/webhooks/${encodeURIComponent(parameters['endpoint'] ?? '')}`, permission: 'webhooks.read' };
    case 'plugin.enable':
    case 'look_at_plugin':
      return pluginPlace(parameters['plugin'] ?? plugin) ?? subjectPlace(incident);
    case 'raise_budget':
      return { to: '/ai', permission: 'ai.read' };
    case undefined:
      return undefined;
    default:
      return subjectPlace(incident);
  }
}

function pluginPlace(id: string | undefined): Place | undefined {
  return id === undefined ? undefined : { to: `/plugins/${encodeURIComponent(id)}`, permission: 'plugins.read' };
}
