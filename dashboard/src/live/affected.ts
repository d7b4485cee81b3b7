/** Which queries an event makes old, by the first word of its type: the first member of their keys. */
const areas: { readonly [prefix: string]: readonly string[] } = {
  connection: ['connections', 'overview'],
  plugin: ['plugins', 'overview'],
  incident: ['incidents', 'overview'],
  webhook: ['inbox'],
  inbox: ['inbox'],
  webhook_endpoint: ['webhook-endpoints'],
  delivery: ['deliveries', 'webhook-endpoints'],
  payment: ['payments', 'ledger'],
  refund: ['payments', 'ledger'],
  dispute: ['payments', 'ledger'],
  subscription: ['payments'],
  payout: ['payments', 'ledger'],
  ledger: ['ledger'],
  message: ['messages'],
  channel: ['messages'],
  outgoing_message: ['messages'],
  signal: ['signals'],
  update: ['signals'],
  parser: ['signals'],
  ai: ['ai'],
  audit: ['audit'],
  user: ['users', 'account'],
};

export function areasOf(type: string): readonly string[] {
  return areas[type.split('.', 1)[0] ?? ''] ?? [];
}
