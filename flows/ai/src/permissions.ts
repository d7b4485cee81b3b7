export const aiPermissions = {
  'ai.read': 'Read AI configurations, how they stand, calls and usage.',
  'ai.complete': 'Ask the AI configurations; this spends money.',
  'ai.configure': 'Change AI configurations, their order and budgets.',
} as const;
