import { definePlugin } from '@fairlead/sdk';
import { createAiProvider } from './ai-provider.ts';
import { settings } from './settings.ts';

/** Asks models by OpenRouter, or by anything that speaks the OpenAI chat API. Settings and limits are in the README. */
export default definePlugin({ id: 'ai-openrouter', settings })({ capabilities: { 'ai-provider': createAiProvider } });
