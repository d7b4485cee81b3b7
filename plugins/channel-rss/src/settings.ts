import { defineSettings } from '@fairlead/sdk';
import { Type } from 'typebox';

export const settings = defineSettings(
  Type.Object(
    {
      url: Type.String({
        title: 'Feed address',
        description: 'The address of the RSS, Atom or JSON feed itself, not of the web page that it belongs to.',
        pattern: '^https?://[^\\s/@?#]+([/?#][^\\s]*)?$',
        maxLength: 2_048,
      }),
      webSub: Type.Boolean({
        title: 'Receive by WebSub as well',
        description:
          'New items arrive at once where the feed names a hub. The hub has to reach this installation’s webhook address.',
        default: false,
      }),
    },
    { additionalProperties: false },
  ),
);
