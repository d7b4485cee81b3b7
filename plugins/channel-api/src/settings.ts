import { defineSettings, type PluginContext, secretListSetting, type SettingsOf } from '@fairlead/sdk';
import { Type } from 'typebox';

/** A header's name, in any case. */
const headerName = '^[A-Za-z0-9_-]{1,64}$';
/** RFC 6901, without the empty one, which means the whole document. */
const jsonPointer = '^(/([^~/]|~[01])*)+$';

function field(title: string) {
  return Type.Optional(Type.String({ title, pattern: jsonPointer, maxLength: 200 }));
}

export const settings = defineSettings(
  Type.Object(
    {
      scheme: Type.Enum(['standard-webhooks', 'hmac', 'api-key'], {
        title: 'How senders prove who they are',
        description:
          'standard-webhooks signs id, time and body: take it wherever the sender is yours. hmac: for senders that sign in a way of their own. api-key: for senders that cannot sign.',
        default: 'standard-webhooks',
      }),
      webhookSecrets: Type.Optional(
        secretListSetting({
          title: 'Secrets',
          description:
            'The first is current, any of them is believed: put a new one first, and remove the old one when the sender has it. Of standard-webhooks: whsec_ and 24 to 64 random bytes as base64. Else a random text of 16 characters or more.',
          maxItems: 4,
        }),
      ),
      allowedAddresses: Type.Optional(
        Type.Array(Type.String({ pattern: '^[0-9A-Fa-f.:]{2,45}(/\\d{1,3})?$', maxLength: 49 }), {
          title: 'From where senders may come',
          description:
            'Addresses such as 203.0.113.7 and ranges such as 2001:db8::/32. Without any, senders may come from anywhere. Behind a proxy the hub has to be told to trust it, or every sender has the proxy’s address.',
          maxItems: 64,
        }),
      ),
      toleranceSeconds: Type.Integer({
        title: 'How old a signature may be, in seconds',
        description: 'The clocks of sender and hub may differ by as much.',
        minimum: 10,
        maximum: 3_600,
        default: 300,
      }),
      hmac: Type.Object(
        {
          header: Type.String({ title: 'Header of the signature', pattern: headerName, default: 'x-signature' }),
          algorithm: Type.Enum(['sha256', 'sha512', 'sha1'], { title: 'Algorithm', default: 'sha256' }),
          encoding: Type.Enum(['hex', 'base64'], { title: 'Encoding', default: 'hex' }),
          prefix: Type.String({
            title: 'What stands before the signature',
            description: 'Such as sha256=',
            maxLength: 32,
            default: '',
          }),
          timestampHeader: Type.Optional(
            Type.String({
              title: 'Header of the time',
              description:
                'Seconds or milliseconds since 1970, or ISO 8601. Without it, what was sent once can be sent again at any time.',
              pattern: headerName,
            }),
          ),
          signedBeforeBody: Type.String({
            title: 'What is signed before the body, where there is a time',
            description: 'Such as v0:{timestamp}: in front of the body.',
            pattern: '^[^{}]{0,32}\\{timestamp\\}[^{}]{0,32}$',
            default: '{timestamp}.',
          }),
        },
        { title: 'Of hmac', additionalProperties: false, default: {} },
      ),
      apiKey: Type.Object(
        {
          header: Type.String({
            title: 'Header of the key',
            description: 'Of authorization, “Bearer ” before the key is passed over.',
            pattern: headerName,
            default: 'authorization',
          }),
        },
        { title: 'Of api-key', additionalProperties: false, default: {} },
      ),
      mapping: Type.Object(
        {
          textField: field('Text'),
          listField: field('List of messages'),
          idField: field('Id'),
          changeField: field('Change: created, edited or deleted'),
          revisionField: field('Revision'),
          titleField: field('Title'),
          authorField: field('Author’s name'),
          authorIdField: field('Author’s id'),
          chatField: field('Chat’s id'),
          chatTitleField: field('Chat’s title'),
          replyToField: field('Id of the message that is answered'),
          sentAtField: field('Time'),
          linkField: field('Link'),
        },
        {
          title: 'Where things stand in a body of another shape',
          description:
            'JSON pointers (RFC 6901) such as /data/message. With a text, bodies are read by these; without, in the plugin’s own shape.',
          additionalProperties: false,
          default: {},
        },
      ),
    },
    { additionalProperties: false },
  ),
);

export type Settings = SettingsOf<typeof settings>;
export type Context = PluginContext<Settings>;
