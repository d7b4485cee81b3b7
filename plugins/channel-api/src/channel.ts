import type { Implementation } from '@fairlead/sdk';
import { checkSettings } from './check-settings.ts';
import { receiveRequest } from './receive.ts';
import type { Context } from './settings.ts';
import { createSenders } from './verify/senders.ts';

export function createChannel(context: Context): Implementation<'channel'> {
  const senders = createSenders(context.settings.allowedAddresses);
  return {
    receive: (request) => senders.refusal(request) ?? receiveRequest(context, request),
    testCredentials: () => checkSettings(context),
  };
}
