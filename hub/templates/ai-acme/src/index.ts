import { definePlugin } from '@fairlead/sdk';
import { createAiProvider } from './ai-provider.ts';
import { settings } from './settings.ts';

export default definePlugin({ id: 'ai-acme', settings })({ capabilities: { 'ai-provider': createAiProvider } });
