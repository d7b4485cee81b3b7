import openapiTS, { astToString, type OpenAPI3, type ReferenceObject, type SchemaObject } from 'openapi-typescript';

const head =
  '// Generated from the OpenAPI document of the hub. Do not edit: `npx -y pnpm@12 unit hub/test/client-types -u` renews it.\n\n';

type Schema = ReferenceObject | SchemaObject;

interface Operation {
  readonly responses?: Record<string, { readonly content?: unknown }>;
}

/** Types of all routes of an OpenAPI document, as the text of a module. */
export async function typesOf(document: unknown): Promise<string> {
  const shared = withSharedProblem(document as OpenAPI3);
  return (
    head +
    astToString(
      await openapiTS(shared, {
        alphabetize: true,
        emptyObjectsUnknown: true,
        // What has a default need not be sent.
        defaultNonNullable: false,
      }),
    )
  );
}

/** Every route names the same problem document: one type for all of them, instead of one for each. */
function withSharedProblem(document: OpenAPI3): OpenAPI3 {
  const copy = structuredClone(document);
  let problem: Schema | undefined;
  for (const path of Object.values(copy.paths ?? {})) {
    for (const operation of Object.values(path as Record<string, Operation>)) {
      const answer = operation.responses?.['4XX']?.content as Record<string, { schema: Schema }> | undefined;
      const media = answer?.['application/problem+json'];
      if (media === undefined) continue;
      problem ??= media.schema;
      media.schema = { $ref: '#/components/schemas/Problem' };
    }
  }
  if (problem === undefined) throw new TypeError('No route of the document declares a problem.');
  return {
    ...copy,
    components: { ...copy.components, schemas: { ...copy.components?.schemas, Problem: problem as SchemaObject } },
  };
}
