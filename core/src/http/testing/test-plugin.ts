import {
  type ChannelMessage,
  definePlugin,
  defineSettings,
  FairleadError,
  hmac,
  macEquals,
  secretSetting,
} from '@fairlead/sdk';
import { Type } from 'typebox';

const settings = defineSettings(
  Type.Object(
    {
      room: Type.String({ minLength: 1, maxLength: 64, title: 'Room' }),
      signingKey: secretSetting({ title: 'Signing key' }),
    },
    { additionalProperties: false },
  ),
);

interface Sent {
  readonly id: string;
}

/** A channel that signs with HMAC-SHA256 over the raw body, and whose vendor refuses the key “wrong”. */
export const testPlugin = definePlugin({ id: 'channel-test', settings })({
  capabilities: {
    channel: (context) => {
      const key = () => context.settings.signingKey.reveal();
      return {
        receive: ({ rawBody, headers }) => {
          if (!macEquals(hmac('sha256', key(), rawBody), headers['x-signature'] ?? '', 'hex')) {
            return { outcome: 'invalid', reason: 'signature_wrong' } as const;
          }
          const { id } = JSON.parse(Buffer.from(rawBody).toString()) as Sent;
          const message: ChannelMessage = { id, change: 'created', revision: '0', text: 'hello', attachments: [] };
          return { outcome: 'events', events: [{ dedupeKey: id, type: 'message', message }] } as const;
        },
        fetch: ({ limit }) => ({ messages: [], cursor: `${context.settings.room}:${limit}`, more: false }),
        send: () => ({ outcome: 'sent', id: '1' }) as const,
        testCredentials: () => {
          if (key() === 'wrong') throw new FairleadError('credentials_invalid');
          return { account: { id: context.settings.room }, mode: 'test' } as const;
        },
      };
    },
  },
});
