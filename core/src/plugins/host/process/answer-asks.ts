import {
  compileCodec,
  FairleadError,
  isFairleadError,
  type Operation,
  Secret,
  toWireError,
  type WireError,
} from '@fairlead/sdk';
import { type AskMessage, openedSecrets, type Question } from '@fairlead/sdk/host';
import type { ConnectionServices } from '../plugin-host.ts';

/** What a plugin in a process of its own asks for, done with what the hub lends to the connection. */
export async function answerAsk(
  { question }: AskMessage,
  services: ConnectionServices,
  findOperation: (capability: string, name: string) => Operation | undefined,
): Promise<unknown> {
  const { state, secrets } = services;
  switch (question.about) {
    case 'state.get':
      return state.get(question.key);
    case 'state.put':
      return state.put(question.key, question.value);
    case 'state.delete':
      return state.delete(question.key);
    case 'secrets.get':
      return (await secrets.get(question.name))?.reveal();
    case 'secrets.put': {
      const expiry = question.expiresAt === undefined ? {} : { expiresAt: question.expiresAt };
      return secrets.put(question.name, secretOf(question.value), expiry);
    }
    case 'secrets.delete':
      return secrets.delete(question.name);
    case 'invoke':
      return invoke(question, services, findOperation);
  }
}

function secretOf(text: string): Secret {
  if (text === '') throw new FairleadError('input_invalid', { message: 'A secret is a text that is not empty.' });
  return new Secret(text);
}

async function invoke(
  { connectionId, capability, operation: name, input }: Extract<Question, { about: 'invoke' }>,
  services: ConnectionServices,
  findOperation: (capability: string, name: string) => Operation | undefined,
): Promise<unknown> {
  const operation = findOperation(capability, name);
  if (operation === undefined) throw new FairleadError('feature_unsupported');
  let decoded: unknown;
  try {
    decoded = compileCodec(operation.input, openedSecrets).decode(input);
  } catch (error) {
    const message = `${name}: the input does not have the form that its contract asks for.`;
    throw new FairleadError('input_invalid', { message, cause: error });
  }
  const output = await services.invoke(connectionId, operation, decoded);
  return compileCodec(operation.output, openedSecrets).encode(output);
}

/** How a refusal crosses to the child. */
export function refusalOf(error: unknown): WireError {
  if (isFairleadError(error)) return toWireError(error);
  const message = error instanceof Error ? error.message : String(error);
  return toWireError(new FairleadError('plugin_threw', { message: message.slice(0, 500) }));
}
