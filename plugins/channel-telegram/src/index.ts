import { definePlugin } from '@fairlead/sdk';
import { createChannel } from './channel.ts';
import { settings } from './settings.ts';

/** Reads and sends messages as a Telegram bot. Settings, limits and what a bot cannot see are in the README. */
export default definePlugin({ id: 'channel-telegram', settings })({ capabilities: { channel: createChannel } });
