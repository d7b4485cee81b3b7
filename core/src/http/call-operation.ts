import {
  type Capability,
  type Codec,
  compileCodec,
  FairleadError,
  isFairleadError,
  type Operation,
  type SecretHandles,
  WireFormError,
} from '@fairlead/sdk';
import { HubError } from '../errors/index.ts';

/** Operations by name, among the capabilities that a plugin declares. */
export function findOperation(
  capabilities: readonly Capability[],
  declared: Iterable<string>,
  name: string,
): Operation | undefined {
  const names = new Set(declared);
  for (const { id, operations } of capabilities) {
    if (!names.has(id) || !Object.hasOwn(operations, name)) continue;
    return (operations as { readonly [name: string]: Operation })[name];
  }
  return undefined;
}

/** By hand only what changes nothing is called, and what has one answer. `flows`: where the rest is done instead. */
export function refuseUnsafe(operation: Operation, flows: { readonly [capability: string]: string }): void {
  if (operation.repeat === 'safe' && operation.kind === 'unary') return;
  const flow = flows[operation.capability];
  throw new HubError('operation_not_by_hand', {
    detail:
      flow === undefined
        ? `“${operation.name}” is not called by hand.`
        : `“${operation.name}” is not called by hand: use ${flow}.`,
  });
}

/** The JSON form of operations, as the API takes and shows it: secrets neither go in nor come out. */
export interface OperationJson {
  /** @throws HubError `invalid_request` with paths below `at` */
  input(operation: Operation, json: unknown, at: string): unknown;
  output(operation: Operation, value: unknown): unknown;
  /** The guard's refusal of an input, with paths below `at`. Anything else as it is. */
  translated(error: unknown, at: string): unknown;
}

export function createOperationJson(): OperationJson {
  const compiled = new WeakMap<Operation, { readonly input: Codec; readonly output: Codec }>();
  const of = (operation: Operation) => {
    let codecs = compiled.get(operation);
    if (codecs === undefined) {
      codecs = { input: compileCodec(operation.input, noSecrets), output: compileCodec(operation.output, noSecrets) };
      compiled.set(operation, codecs);
    }
    return codecs;
  };
  return {
    input(operation, json, at) {
      try {
        return of(operation).input.decode(json);
      } catch (error) {
        if (error instanceof WireFormError) throw wrongInput([error.path], at, error);
        // A text that is no number where one belongs: the codec expects what was checked, and this was not yet.
        if (error instanceof SyntaxError || error instanceof TypeError) throw wrongInput([''], at, error);
        throw error;
      }
    },
    output: (operation, value) => of(operation).output.encode(value),
    translated(error, at) {
      if (!isFairleadError(error, 'invalid_input')) return error;
      const paths = error.details?.paths;
      return wrongInput(Array.isArray(paths) ? (paths as readonly string[]) : [''], at, error);
    },
  };
}

function wrongInput(paths: readonly string[], at: string, cause: Error): HubError {
  return new HubError('invalid_request', {
    detail: cause instanceof FairleadError ? cause.message : 'The input does not fit the operation.',
    errors: paths.map((path) => ({ path: `${at}${path === '/' ? '' : path}`, message: 'does not fit the operation' })),
    cause,
  });
}

const noSecrets: SecretHandles = {
  toHandle: () => '[secret]',
  fromHandle: () => {
    throw new HubError('invalid_request', { detail: 'An operation that takes a secret is not called by hand.' });
  },
};
