import type { Completion } from '@fairlead/sdk';
import { Ajv, type ValidateFunction } from 'ajv';
import { FairleadError } from '@fairlead/sdk';
import { answerFault } from '../standing/judge.ts';

export interface AnswerSchema {
  readonly name: string;
  readonly schema: { readonly [keyword: string]: unknown };
}

/** Checks answers against JSON schemas, each compiled once. */
export interface AnswerChecks {
  /** @throws FairleadError `input_invalid` for a schema that cannot be compiled */
  of(answerSchema: AnswerSchema): (text: string) => unknown;
}

/** Compiled schemas that are kept besides those of objects that live on: callers of the API send theirs each time anew. */
const mostKept = 200;
const longestSchema = 65_536;

export function createAnswerChecks(): AnswerChecks {
  const byObject = new WeakMap<object, ValidateFunction>();
  const byText = new Map<string, ValidateFunction>();
  const compiled = (schema: AnswerSchema['schema']): ValidateFunction => {
    const text = JSON.stringify(schema);
    const known = byText.get(text);
    if (known !== undefined) {
      byText.delete(text);
      byText.set(text, known);
      return known;
    }
    const made = compile(schema, text);
    byText.set(text, made);
    if (byText.size > mostKept) byText.delete(byText.keys().next().value as string);
    return made;
  };
  return {
    of({ schema }) {
      let check = byObject.get(schema);
      if (check === undefined) {
        check = compiled(schema);
        byObject.set(schema, check);
      }
      const validate = check;
      return (text) => parsed(text, validate);
    },
  };
}

/** An instance for each schema: an `$id` that two of them share is no clash then, and what is dropped is gone. */
function compile(schema: AnswerSchema['schema'], text: string): ValidateFunction {
  try {
    if (text.length > longestSchema) throw new TypeError(`The schema is longer than ${longestSchema} characters.`);
    return new Ajv({ strict: false, validateFormats: false, logger: false }).compile(schema);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : '';
    throw new FairleadError('input_invalid', {
      message: `The schema of the answer cannot be used: ${why}`.slice(0, 500),
      details: { paths: ['/answerSchema/schema'] },
      cause,
    });
  }
}

function parsed(text: string, validate: ValidateFunction): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw answerFault('not_json');
  }
  if (validate(value)) return value;
  throw answerFault(
    'not_of_schema',
    [...new Set((validate.errors ?? []).map(({ instancePath }) => instancePath || '/'))].slice(0, 10),
  );
}

const endings = { length: 'cut_short', filtered: 'filtered', other: 'ended_oddly' } as const;

/**
 * What an answer is worth.
 * @returns its JSON when a check was given
 * @throws FairleadError made by `answerFault`
 */
export function readAnswer(
  { finish, text }: Pick<Completion, 'finish' | 'text'>,
  check: ((text: string) => unknown) | undefined,
): unknown {
  if (finish !== 'stop') throw answerFault(endings[finish]);
  if (text === '') throw answerFault('empty');
  return check?.(text);
}
