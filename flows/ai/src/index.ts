export { createAiFlow } from './ai-flow.ts';
export type { AiSettings } from './settings.ts';
