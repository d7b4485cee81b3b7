import type { WebhookRequest } from '@fairlead/sdk';
import type { Settings } from '../settings.ts';
import { BodyFault } from './body-fault.ts';
import { type Draft, longestText } from './draft.ts';
import { readMappedShape } from './mapped-shape.ts';
import { readOwnShape } from './own-shape.ts';
import { readDocument } from './read-document.ts';
import { cleanText } from './values.ts';

/** The messages in a body: in the plugin’s own shape, by the mapping of the settings, or plain text. @throws BodyFault */
export function readMessages(request: WebhookRequest, { mapping }: Pick<Settings, 'mapping'>): readonly Draft[] {
  const document = readDocument(request);
  switch (document.kind) {
    case 'fault':
      throw document.fault;
    case 'text':
      return [readPlainText(document.text)];
    case 'json': {
      const { textField } = mapping;
      return textField === undefined
        ? readOwnShape(document.value)
        : readMappedShape(document.value, { ...mapping, textField });
    }
  }
}

function readPlainText(given: string): Draft {
  const text = cleanText(given);
  if (text.trim() === '') throw new BodyFault('', 'The body is empty.');
  if (text.length > longestText)
    throw new BodyFault('', `The body has ${text.length} characters; ${longestText} are taken.`);
  return { path: '', idPath: '', revisionPath: '', change: 'created', text, attachments: [] };
}
