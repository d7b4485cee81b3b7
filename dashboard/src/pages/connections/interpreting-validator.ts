import { Validator } from '@cfworker/json-schema';
import type { RJSFValidationError, StrictRJSFSchema, ValidatorType } from '@rjsf/utils';
import { toErrorSchema, unwrapErrorHandler, validationDataMerge, createErrorHandler } from '@rjsf/utils';

/**
 * Checks a form by reading its schema as it goes. The usual one compiles the schema into code, which the content security
 * policy of the hub forbids, and rightly so. The hub checks again, and has the last word.
 */
function faultsOf(schema: object, data: unknown) {
  return new Validator(schema as never, '2020-12', false)
    .validate(data ?? {})
    .errors.filter(({ keyword }) => keyword !== 'properties' && keyword !== 'items');
}

function toError({ keyword, instanceLocation, error }: ReturnType<typeof faultsOf>[number]): RJSFValidationError {
  const parts = instanceLocation.split('/').slice(1);
  const missing = keyword === 'required' ? /"([^"]+)"/.exec(error)?.[1] : undefined;
  const property = `.${[...parts, ...(missing === undefined ? [] : [missing])].join('.')}`;
  return {
    name: keyword,
    property,
    message: missing === undefined ? error : 'is needed',
    stack: `${property} ${error}`,
  };
}

export const interpretingValidator: ValidatorType = {
  validateFormData(formData, schema, customValidate, transformErrors, uiSchema) {
    const found = faultsOf(schema, formData).map(toError);
    const errors = transformErrors?.(found, uiSchema) ?? found;
    const validation = { errors, errorSchema: toErrorSchema(errors) };
    if (customValidate === undefined) return validation;
    const handler = customValidate(formData, createErrorHandler(formData as never), uiSchema);
    return validationDataMerge(validation, unwrapErrorHandler(handler));
  },
  isValid: (schema, formData) => faultsOf(schema as StrictRJSFSchema, formData).length === 0,
  rawValidation: (schema, formData) => ({ errors: faultsOf(schema as StrictRJSFSchema, formData) as never }),
};
