import { type channel, FairleadError, type OutputOf } from '@fairlead/sdk';
import type { Context, Settings } from './settings.ts';
import { standardKey } from './verify/standard-webhooks.ts';

type Test = OutputOf<typeof channel.testCredentials>;

/** There is nobody to ask: says what is set, and warns of what protects less than it seems to. @throws FairleadError */
export function checkSettings({ settings, webhookUrl }: Pick<Context, 'settings' | 'webhookUrl'>): Test {
  mustFit(settings);
  const warnings = [...schemeWarnings(settings), ...secretWarnings(settings), ...addressWarnings(settings, webhookUrl)];
  const count = settings.webhookSecrets?.length ?? 0;
  return {
    account: {
      id: webhookUrl.slice(0, 255),
      label: `${settings.scheme}, ${count} ${count === 1 ? 'secret' : 'secrets'}, ${shapeOf(settings)}`,
    },
    mode: 'unknown',
    ...(warnings.length === 0 ? {} : { warnings }),
  };
}

function shapeOf({ mapping }: Settings): string {
  return mapping.textField === undefined ? 'own shape' : 'mapped shape';
}

function mustFit({ scheme, webhookSecrets = [], hmac, mapping }: Settings): void {
  if (webhookSecrets.length === 0)
    throw unfit('No secret is set, so nobody is believed. Enter one in “webhookSecrets”.');
  const strange = webhookSecrets.filter((secret) => standardKey(secret) === undefined).length;
  if (scheme === 'standard-webhooks' && strange > 0) {
    throw unfit(
      `${strange} of the secrets are not whsec_ and base64. openssl rand -base64 32 makes what belongs after whsec_.`,
    );
  }
  if (scheme === 'hmac' && hmac.header.toLowerCase() === hmac.timestampHeader?.toLowerCase()) {
    throw unfit('Signature and time cannot be in one header.');
  }
  if (mapping.textField === undefined && Object.keys(mapping).length > 0) {
    throw unfit('A mapping needs a “textField”; without one, bodies are read in the plugin’s own shape.');
  }
}

function unfit(message: string): FairleadError {
  return new FairleadError('settings_invalid', { message });
}

function schemeWarnings({ scheme, hmac }: Settings): readonly string[] {
  switch (scheme) {
    case 'standard-webhooks':
      return [];
    case 'hmac':
      return [
        ...(hmac.timestampHeader === undefined ? [untimedWarning] : []),
        ...(hmac.algorithm === 'sha1' ? [sha1Warning] : []),
      ];
    case 'api-key':
      return [keyWarning];
  }
}

const untimedWarning =
  'No time is signed: whoever has read a request can send it again at any time. With an id in each message that does nothing; without one, the same text said twice is one message.';
const sha1Warning = 'SHA-1 still holds in an HMAC, but nothing new should use it. Choose sha256 if the sender can.';
const keyWarning =
  'An API key signs neither body nor time: whoever reads one request can write others. The hub does not see the sender’s address; have the proxy in front of it take requests from the sender’s addresses only, or use a scheme that signs. Without an id, the same text said twice is one message.';

/** https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#signature-scheme */
const leastKeyBytes = 24;
const leastCharacters = 16;

function secretWarnings({ scheme, webhookSecrets = [] }: Settings): readonly string[] {
  const short = webhookSecrets.filter((secret) =>
    scheme === 'standard-webhooks'
      ? (standardKey(secret)?.length ?? 0) < leastKeyBytes
      : secret.reveal().length < leastCharacters,
  );
  if (short.length === 0) return [];
  const least = scheme === 'standard-webhooks' ? `${leastKeyBytes} bytes` : `${leastCharacters} characters`;
  return [`${short.length} of the secrets are shorter than ${least} and might be guessed. Make longer ones.`];
}

function addressWarnings({ scheme }: Settings, webhookUrl: string): readonly string[] {
  const address = URL.parse(webhookUrl);
  const isOpen = address?.protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(address.hostname);
  if (!isOpen) return [];
  const what = scheme === 'api-key' ? 'the key and what is said' : 'what is said';
  return [`The public address of this hub is not https: on the way everybody can read ${what}.`];
}
