/**
 * What the hub is composed of. Flows import `@fairlead/core/flow-api` instead; nothing else imports this.
 */
export * from './access/index.ts';
export * from './connections/index.ts';
export * from './embeds/index.ts';
export * from './errors/index.ts';
export * from './events/index.ts';
export * from './guard/index.ts';
export * from './health/index.ts';
export * from './http/index.ts';
export * from './inbox/index.ts';
export * from './incidents/index.ts';
export * from './jobs/index.ts';
export * from './plugins/index.ts';
export * from './realtime/index.ts';
export * from './resilience/index.ts';
export * from './storage/index.ts';
export * from './vault/index.ts';
export * from './webhooks/index.ts';

// Both folders have a word for what opens something; to the hub these are two things.
export type { Credentials as CallerCredentials } from './access/index.ts';
export type { Credentials } from './connections/index.ts';
