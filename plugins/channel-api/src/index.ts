import { definePlugin } from '@fairlead/sdk';
import { createChannel } from './channel.ts';
import { settings } from './settings.ts';

/** Takes messages from anything that can send HTTP. Settings, the shape of a message and limits are in the README. */
export default definePlugin({ id: 'channel-api', settings })({ capabilities: { channel: createChannel } });
