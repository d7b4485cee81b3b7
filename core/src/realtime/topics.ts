/** A subject of the event stream: which types of events belong to it, and who may follow it. */
export interface Topic {
  readonly permission: string;
  /** Each may end in `*`. */
  readonly types: readonly string[];
}

export interface TopicTable {
  readonly [name: string]: Topic;
}

/** Core's. A flow adds its own. */
export const coreTopics = {
  events: { permission: 'events.read', types: ['*'] },
  connections: { permission: 'connections.read', types: ['connection.*'] },
  health: { permission: 'connections.read', types: ['connection.health_changed'] },
  plugins: { permission: 'plugins.read', types: ['plugin.*'] },
  incidents: { permission: 'incidents.read', types: ['incident.*'] },
  inbox: { permission: 'inbox.read', types: ['webhook.*', 'inbox.*'] },
  webhooks: { permission: 'webhooks.read', types: ['webhook_endpoint.*'] },
  users: { permission: 'users.read', types: ['user.*'] },
  audit: { permission: 'audit.read', types: ['audit.*'] },
} as const satisfies TopicTable;

/** The types of several topics together. */
export function typesOf(table: TopicTable, names: Iterable<string>): readonly string[] {
  return [...new Set([...names].flatMap((name) => table[name]?.types ?? []))];
}
