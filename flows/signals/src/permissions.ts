export const signalPermissions = {
  'signals.read': 'Read signals, updates and how they came about.',
  'signals.review': 'Publish, reject and edit signals; settle updates.',
  'parsers.read': 'Read the rules and policies of channels, and try texts with them.',
  'parsers.write': 'Change the rules and policies of channels, and replay their history.',
} as const;
