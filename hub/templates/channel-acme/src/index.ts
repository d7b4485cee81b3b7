import { definePlugin } from '@fairlead/sdk';
import { createChannel } from './channel.ts';
import { settings } from './settings.ts';

export default definePlugin({ id: 'channel-acme', settings })({ capabilities: { channel: createChannel } });
