import { Socket } from 'node:net';
import { channelDescriptor } from './messages.ts';
import { runPlugin } from './run-plugin.ts';

// The program of a plugin's process: its first message says which plugin.
runPlugin(new Socket({ fd: channelDescriptor, readable: true, writable: true }));
