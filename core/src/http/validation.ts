import { secretKeyword, wireKeyword } from '@fairlead/sdk';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { HubError, type RequestFault } from '../errors/index.ts';
import { pointerPart } from './json-body.ts';

export type Part = 'body' | 'query' | 'params';

/** Checks one part of a request. Returns the value, with defaults filled in. @throws HubError `invalid_request` */
export type Check = (value: unknown) => unknown;

/** Beyond so many the rest is not told. */
const mostFaults = 20;

export interface Checks {
  /** Compiled when first used: a hub has many routes and starts often. */
  of(part: Part, schema: object): Check;
}

export function createChecks(): Checks {
  const common = { useDefaults: true, removeAdditional: false, strict: true, strictTypes: false } as const;
  const exact = withKeywords(new Ajv({ ...common, coerceTypes: false, allErrors: false }));
  const exactAll = withKeywords(new Ajv({ ...common, coerceTypes: false, allErrors: true }));
  // Everything in an address is text; a single value stands for a list of one.
  const reading = withKeywords(new Ajv({ ...common, coerceTypes: 'array', allErrors: true }));
  return {
    of: (part, schema) => {
      if (part === 'query') {
        const check = lazily(() => reading.compile(schema));
        return (value) => {
          const copy = { ...(value as object) };
          if (check()(copy)) return copy;
          throw invalid(part, check().errors);
        };
      }
      const first = lazily(() => exact.compile(schema));
      const every = lazily(() => exactAll.compile(schema));
      return (value) => {
        if (first()(value)) return value;
        // All faults at once for a person's form; only the first for a body large enough to make millions of them.
        if (JSON.stringify(value ?? null).length > 65_536) throw invalid(part, first().errors);
        every()(value);
        throw invalid(part, every().errors);
      };
    },
  };
}

function withKeywords(ajv: Ajv): Ajv {
  ajv.addVocabulary([wireKeyword, secretKeyword]);
  return ajv;
}

function lazily(make: () => ValidateFunction): () => ValidateFunction {
  let made: ValidateFunction | undefined;
  return () => (made ??= make());
}

function invalid(part: Part, errors: readonly ErrorObject[] | null | undefined): HubError {
  const faults = (errors ?? []).slice(0, mostFaults).map((error) => faultOf(part, error));
  return new HubError('invalid_request', { detail: detailOf(faults), errors: faults });
}

function faultOf(part: Part, error: ErrorObject): RequestFault {
  const path = `/${part}${error.instancePath}`;
  const { params } = error as {
    params: { missingProperty?: string; additionalProperty?: string; allowedValues?: unknown };
  };
  if (error.keyword === 'required' && params.missingProperty !== undefined) {
    return { path: `${path}/${pointerPart(params.missingProperty)}`, message: 'is required' };
  }
  if (error.keyword === 'additionalProperties' && params.additionalProperty !== undefined) {
    return { path: `${path}/${pointerPart(params.additionalProperty.slice(0, 100))}`, message: 'is not known here' };
  }
  if (error.keyword === 'enum' && Array.isArray(params.allowedValues)) {
    return { path, message: `must be one of: ${params.allowedValues.join(', ')}` };
  }
  return { path, message: error.message ?? 'is not valid' };
}

function detailOf(faults: readonly RequestFault[]): string {
  const [first] = faults;
  if (first === undefined) return 'The request is not valid.';
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
  return `${first.path} ${first.message}${more}.`;
}
