import { definePlugin } from '@fairlead/sdk';
import { createChannel } from './channel.ts';
import { settings } from './settings.ts';

/** Reads the items of a web page as messages. Settings, limits and what the cursor keeps are in the README. */
export default definePlugin({ id: 'channel-scrape', settings })({ capabilities: { channel: createChannel } });
