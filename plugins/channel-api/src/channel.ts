import type { Implementation } from '@fairlead/sdk';
import { checkSettings } from './check-settings.ts';
import { receiveRequest } from './receive.ts';
import type { Context } from './settings.ts';

export function createChannel(context: Context): Implementation<'channel'> {
  return {
    receive: (request) => receiveRequest(context, request),
    testCredentials: () => checkSettings(context),
  };
}
