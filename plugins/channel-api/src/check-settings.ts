import { type channel, FairleadError, type OutputOf } from '@fairlead/sdk';
import type { Context, Settings } from './settings.ts';
import { createSenders } from './verify/senders.ts';
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
      label: `${settings.scheme}, ${count} ${count === 1 ? 'secret' : 'secrets'}, ${shapeOf(settings)}${sendersOf(settings)}`,
    },
    mode: 'unknown',
    ...(warnings.length === 0 ? {} : { warnings }),
  };
}

function shapeOf({ mapping }: Settings): string {
  return mapping.textField === undefined ? 'own shape' : 'mapped shape';
}

function sendersOf({ allowedAddresses: { length } = [] }: Settings): string {
  return length === 0 ? '' : `, from ${length} ${length === 1 ? 'address or range' : 'addresses and ranges'} alone`;
}

function mustFit({ scheme, webhookSecrets = [], hmac, mapping, allowedAddresses }: Settings): void {
  if (webhookSecrets.length === 0)
    throw unfit('No secret is set, so nobody is believed. Enter one in “webhookSecrets”.');
  const strange = webhookSecrets.filter((secret) => standardKey(secret) === undefined).length;
  if (scheme === 'standard-webhooks' && strange > 0) {
    throw unfit(
      `${strange} of the secrets are not whsec_ and base64. openssl rand -base64 32 makes what belongs after whsec_.`,
    );
  }
  const { faults } = createSenders(allowedAddresses);
  if (faults.length > 0) {
    throw unfit(`“${faults.join('”, “')}” in “allowedAddresses”: not an address, nor a range of them.`);
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

function schemeWarnings({ scheme, hmac, allowedAddresses: { length } = [] }: Settings): readonly string[] {
  switch (scheme) {
    case 'standard-webhooks':
      return [];
    case 'hmac':
      return [
        ...(hmac.timestampHeader === undefined ? [untimedWarning] : []),
        ...(hmac.algorithm === 'sha1' ? [sha1Warning] : []),
      ];
    case 'api-key':
      return [length === 0 ? anywhereWarning : keyWarning];
  }
}

const untimedWarning =
  'No time is signed: whoever has read a request can send it again at any time. With an id in each message that does nothing; without one, the same text said twice is one message.';
const sha1Warning = 'SHA-1 still holds in an HMAC, but nothing new should use it. Choose sha256 if the sender can.';
const keyWarning =
  'An API key signs neither body nor time: whoever reads one request can write others, from the allowed addresses. Use a scheme that signs if the sender can. Without an id, the same text said twice is one message.';
const anywhereWarning =
  'An API key signs neither body nor time: whoever reads one request can write others, from anywhere. Say in “allowedAddresses” from where the sender comes, or use a scheme that signs. Without an id, the same text said twice is one message.';

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
