import { defineRoute, HubError, type Route } from '@fairlead/core/flow-api';
import { Type } from 'typebox';
import { templateFrom, type TemplateExample } from '../parse/index.ts';
import { templateSchema } from '../parsers/schemas.ts';
import type { SignalTools } from '../tools.ts';
import { byConnection, demandConnection } from './parser-routes.ts';

const price = Type.String({ minLength: 1, maxLength: 30 });
const example = Type.Object(
  {
    text: Type.String({ minLength: 1, maxLength: 4_000 }),
    symbol: Type.String({ minLength: 1, maxLength: 32 }),
    side: Type.Enum(['buy', 'sell']),
    entry: Type.Union([Type.Array(price, { minItems: 1, maxItems: 2 }), Type.Null()]),
    stopLoss: Type.Union([price, Type.Null()]),
    takeProfits: Type.Array(price, { maxItems: 20 }),
  },
  { additionalProperties: false },
);

/** Makes a template of examples. It is answered, not saved: it goes into `rules.templates` of the channel by PUT. */
export function templateRoute(tools: SignalTools): Route {
  return defineRoute({
    method: 'POST',
    path: '/api/parsers/{connectionId}/templates/learn',
    permission: 'parsers.read',
    summary: 'Makes a template of examples with what each means. Nothing is saved: put it among the channel’s rules.',
    idempotent: 'none',
    params: byConnection,
    body: Type.Object(
      { examples: Type.Array(example, { minItems: 1, maxItems: 20 }) },
      { additionalProperties: false },
    ),
    responses: { 200: Type.Object({ template: templateSchema }) },
    audit: { action: 'parser.learn', target: ({ params }) => params.connectionId },
    async handler({ params: { connectionId }, body: { examples } }) {
      await demandConnection(tools, connectionId);
      const template = learn(examples as unknown as readonly TemplateExample[]);
      return { template: structuredClone(template) as never };
    },
  });
}

function learn(examples: readonly TemplateExample[]) {
  try {
    const template: unknown = templateFrom(examples);
    if (template !== undefined) return template;
  } catch (cause) {
    throw new HubError('invalid_request', { detail: cause instanceof Error ? cause.message : undefined, cause });
  }
  throw new HubError('invalid_request', { errors: [{ path: '/examples', message: 'have no shape in common' }] });
}
