import type { Answer } from '@fairlead/client';

/** What was used of AI, grouped. */
export type Usage = Answer<'/api/ai/usage'>;
