import { defineRoute, HubError, type Route } from '@fairlead/core/flow-api';
import { type Static, Type } from 'typebox';
import type { MessageTemplate } from '../model/parse-result.ts';
import { canonical, rangeOf } from '../parse/decimal.ts';
import { templateFrom, type TemplateExample, TemplateMismatch } from '../parse/index.ts';
import { templateSchema } from '../parsers/schemas.ts';
import type { SignalTools } from '../tools.ts';
import { byConnection, demandConnection } from './parser-routes.ts';

const price = Type.String({ pattern: '^[0-9]{1,12}(\\.[0-9]{1,12})?$' });
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
      { examples: Type.Array(example, { minItems: 2, maxItems: 20 }) },
      { additionalProperties: false },
    ),
    responses: { 200: Type.Object({ template: templateSchema }) },
    audit: { action: 'parser.learn', target: ({ params }) => params.connectionId },
    async handler({ params: { connectionId }, body: { examples } }) {
      await demandConnection(tools, connectionId);
      return { template: structuredClone(learn(examples.map(exampleOf))) as Static<typeof templateSchema> };
    },
  });
}

function exampleOf({ entry, stopLoss, takeProfits, ...rest }: Static<typeof example>): TemplateExample {
  return {
    ...rest,
    entry: entry === null ? null : rangeOf(entry.map(canonical)),
    stopLoss: stopLoss === null ? null : canonical(stopLoss),
    takeProfits: takeProfits.map(canonical),
  };
}

function learn(examples: readonly TemplateExample[]): MessageTemplate {
  try {
    return templateFrom(examples);
  } catch (cause) {
    if (!(cause instanceof TemplateMismatch)) throw cause;
    throw new HubError('invalid_request', {
      errors: [{ path: `/examples/${cause.example}`, message: cause.message }],
      cause,
    });
  }
}
