export const paymentPermissions = {
  'payments.read': 'Read payments, refunds, disputes, subscriptions and the ledger.',
  'payments.create': 'Create payments, and cancel those that nobody has paid.',
  'payments.capture': 'Capture and void what is authorized.',
  'payments.refund': 'Send captured money back.',
  'payments.review': 'Say what a payment in review is.',
  'payments.customers': 'Change what is known of customers.',
  'payments.subscriptions': 'End subscriptions.',
  'payments.payout': 'Send money of ours to somebody.',
  'payments.configure': 'Change rates, routing rules and how gateways are offered.',
} as const;
