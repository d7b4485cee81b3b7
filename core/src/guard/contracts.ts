import {
  type Codec,
  compileCodec,
  FairleadError,
  type Operation,
  type SecretHandles,
  WireFormError,
  withDiscriminators,
  mostBytesKeyword,
  withCopiedBytes,
} from '@fairlead/sdk';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';

/** An operation's schemas, compiled. Input is checked before the call, output after it, both in wire form. */
export interface Contract {
  /** @throws FairleadError `input_invalid` with the paths in `details.paths` */
  encodeInput(input: unknown): unknown;
  /** Checks one answer or item. @throws FairleadError `output_invalid` */
  decodeOutput(wire: unknown): unknown;
}

/** Compiles each operation's contract on first use (about 2 ms) and keeps it for the operation's life. */
export interface Contracts {
  of(operation: Operation): Contract;
}

export function createContracts(handles: SecretHandles): Contracts {
  const ajv = new Ajv({ strict: true, strictTypes: false, validateSchema: false, discriminator: true });
  ajv.addVocabulary(['x-wire', 'x-fairlead-secret']);
  ajv.addKeyword({ keyword: mostBytesKeyword, errors: false, validate: fitsBytes });
  const compiled = new WeakMap<Operation, Contract>();
  return {
    of(operation) {
      let contract = compiled.get(operation);
      if (contract === undefined) {
        contract = compileContract(ajv, operation, handles);
        compiled.set(operation, contract);
      }
      return contract;
    },
  };
}

function compileContract(ajv: Ajv, operation: Operation, handles: SecretHandles): Contract {
  const input = {
    codec: compileCodec(operation.input, handles),
    check: ajv.compile(checked(operation.input, handles)),
  };
  const output = {
    codec: compileCodec(operation.output, handles),
    check: ajv.compile(checked(operation.output, handles)),
  };
  return {
    encodeInput(value) {
      const wire = encode(input.codec, value);
      if (!input.check(wire)) throw invalid('input_invalid', operation, input.check);
      return wire;
    },
    decodeOutput(wire) {
      if (!output.check(wire)) throw invalid('output_invalid', operation, output.check);
      return output.codec.decode(wire);
    },
  };
}

/** The schema as it is checked here: unions decided by their tag, bytes in the form in which they cross. */
function checked(schema: object, { bytes }: SecretHandles): object {
  return withDiscriminators(bytes === 'copied' ? withCopiedBytes(schema) : schema) as object;
}

function fitsBytes(most: number, value: unknown): boolean {
  return value instanceof Uint8Array && value.byteLength <= most;
}

function encode(codec: Codec, value: unknown): unknown {
  try {
    return codec.encode(value);
  } catch (error) {
    if (!(error instanceof WireFormError)) throw error;
    const path = error.path || '/';
    throw new FairleadError('input_invalid', {
      message: `${path} ${error.message}`,
      details: { paths: [path] },
      cause: error,
    });
  }
}

function invalid(
  code: 'input_invalid' | 'output_invalid',
  operation: Operation,
  check: ValidateFunction,
): FairleadError {
  const faults = (check.errors ?? []).map(describe);
  return new FairleadError(code, {
    message: `${operation.name}: ${faults.map(({ path, problem }) => `${path} ${problem}`).join('; ')}`.slice(0, 500),
    details: { operation: operation.name, paths: faults.map(({ path }) => path) },
  });
}

function describe({ instancePath, message, params }: ErrorObject): { path: string; problem: string } {
  const extra = (params as { additionalProperty?: string }).additionalProperty;
  const path = extra === undefined ? instancePath : `${instancePath}/${extra}`;
  return {
    path: path || '/',
    problem: extra === undefined ? (message ?? 'does not fit') : 'is not part of the contract',
  };
}
