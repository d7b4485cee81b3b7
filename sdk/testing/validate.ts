import { Ajv, type ValidateFunction } from 'ajv';
import { secretKeyword } from '../src/plugin/settings.ts';
import { wireKeyword } from '../src/wire/types.ts';

/** Answers every fault of a value as "path sentence", none when it fits. With `useDefaults` absent members are filled. */
export type Check = (value: unknown) => readonly string[];

const checks = new WeakMap<object, Check>();

/** Compiles a schema with the options that the hub uses, once per schema. */
export function compileCheck(schema: object): Check {
  const known = checks.get(schema);
  if (known !== undefined) return known;
  const ajv = new Ajv({ allErrors: true, useDefaults: true, allowUnionTypes: true });
  ajv.addVocabulary([wireKeyword, secretKeyword]);
  const validate = ajv.compile(schema);
  const check: Check = (value) => (validate(value) ? [] : faultsOf(validate));
  checks.set(schema, check);
  return check;
}

function faultsOf({ errors }: ValidateFunction): readonly string[] {
  return (errors ?? []).map(({ instancePath, message, params }) => {
    const extra = (params as { additionalProperty?: string }).additionalProperty;
    return `${instancePath || '/'} ${message ?? 'is not valid'}${extra === undefined ? '' : ` (“${extra}”)`}`;
  });
}
