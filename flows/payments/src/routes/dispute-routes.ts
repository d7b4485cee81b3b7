import { defineRoute, listQuery, pageOf, pageOptions, type Route } from '@fairlead/core/flow-api';
import { Type } from 'typebox';
import { standingOf } from '../standing/payment-standing.ts';
import type { PaymentTools } from '../tools.ts';
import { disputeView, showDisputes } from '../view/payment-view.ts';

const statuses = ['inquiry', 'needs_response', 'under_review', 'won', 'lost', 'closed'] as const;
const listedDispute = Type.Object({
  ...disputeView.properties,
  paymentId: Type.String(),
  reference: Type.Union([Type.String(), Type.Null()]),
  connection: Type.Union([Type.String(), Type.Null()]),
});
/** Pages of disputed payments that one request looks through for a status. */
const mostPages = 20;

export function disputeRoutes({ payments }: Pick<PaymentTools, 'payments'>): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/disputes',
      permission: 'payments.read',
      summary: 'Disputes, those of the newest payments first.',
      description:
        'Pages are counted in disputed payments: with a status a page may hold fewer items, or none, and still go on.',
      query: listQuery({ status: Type.Optional(Type.Enum([...statuses])) }),
      responses: { 200: pageOf(listedDispute) },
      async handler({ query }) {
        let { cursor } = query as { cursor?: string | undefined };
        for (let pages = 1; ; pages++) {
          const { items, nextCursor } = await payments.list({
            where: { disputed: 'yes' },
            order: { field: 'id', direction: 'descending' },
            ...pageOptions({ limit: query.limit, cursor }),
          });
          const found = items
            .flatMap(({ id, state }) =>
              showDisputes(standingOf(state)).map((dispute) => ({
                ...dispute,
                paymentId: id,
                reference: state.intent.reference,
                connection: state.attempts.find(({ number }) => number === dispute.attempt)?.connectionId ?? null,
              })),
            )
            .filter(({ status }) => query.status === undefined || status === query.status);
          if (found.length > 0 || nextCursor === null || pages === mostPages) return { items: found, nextCursor };
          cursor = nextCursor;
        }
      },
    }),
  ];
}
