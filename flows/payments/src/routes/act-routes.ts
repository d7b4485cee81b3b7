import { defineRoute, reply, type Route } from '@fairlead/core/flow-api';
import { Type } from 'typebox';
import { actOnPayment, type ActRequest, type Plan } from '../acts/act-on-payment.ts';
import { cancelPayment, resolvePayment } from '../acts/decide.ts';
import { dismissCall } from '../acts/dismiss-call.ts';
import { planCapture, planRefund, planVoid } from '../acts/plans.ts';
import { lookAtPayment } from '../janitor/look-at-payment.ts';
import { type PaymentState, resolvedStatuses } from '../model/payment.ts';
import type { PaymentTools } from '../tools.ts';
import { paymentView, showPayment } from '../view/payment-view.ts';
import { demandPayment } from './demand-payment.ts';
import { byId } from './payment-routes.ts';
import { positiveMinor } from './payment-request.ts';

const actAnswer = Type.Object({
  /** What became of this request. `unknown`: it may have happened; the hub finds out. `declined`: the provider said no. */
  result: Type.Object({
    id: Type.String(),
    state: Type.Enum(['intended', 'done', 'declined', 'not_attempted', 'not_made', 'unknown']),
    problem: Type.Union([Type.Object({ code: Type.String(), text: Type.String() }), Type.Null()]),
  }),
  payment: paymentView,
});

/** What is done to a payment by hand. */
export function actRoutes(tools: PaymentTools): readonly Route[] {
  const { services } = tools;
  const show = (id: string, state: PaymentState) => showPayment({ id, state, publicUrl: services.publicUrl() });
  const act = async (request: ActRequest, plan: Plan) => {
    const { state, call } = await actOnPayment(tools, request, plan);
    const result = { id: call.id, state: call.state, problem: call.problem };
    return reply({
      status: call.state === 'unknown' ? 202 : 200,
      body: { result, payment: show(request.paymentId, state) },
    });
  };
  const common = {
    method: 'POST',
    idempotent: 'by-handler',
    params: byId,
    responses: { 200: actAnswer, 202: actAnswer },
  } as const;
  return [
    defineRoute({
      ...common,
      path: '/api/payments/{id}/capture',
      permission: 'payments.capture',
      summary: 'Takes authorized money, all of it or a part.',
      body: Type.Object(
        {
          amountMinor: Type.Optional(positiveMinor),
          /** True gives back what is not captured. */
          final: Type.Boolean({ default: false }),
        },
        { additionalProperties: false },
      ),
      audit: { action: 'payment.capture', target: ({ params }) => params.id, details: ({ body }) => amountOf(body) },
      handler: ({ params: { id: paymentId }, body, idempotencyKey, actor }) =>
        act(
          {
            paymentId,
            asked: ['capture', body.amountMinor ?? null, String(body.final ?? false)],
            idempotencyKey,
            actor,
          },
          planCapture({ amountMinor: minor(body), final: body.final ?? false }),
        ),
    }),
    defineRoute({
      ...common,
      path: '/api/payments/{id}/void',
      permission: 'payments.capture',
      summary: 'Gives an authorization back, or ends a checkout that nobody paid.',
      audit: { action: 'payment.void', target: ({ params }) => params.id },
      handler: ({ params: { id: paymentId }, idempotencyKey, actor }) =>
        act({ paymentId, asked: ['void'], idempotencyKey, actor }, planVoid),
    }),
    defineRoute({
      ...common,
      path: '/api/payments/{id}/refund',
      permission: 'payments.refund',
      summary: 'Sends captured money back, all of it or a part.',
      body: Type.Object(
        {
          amountMinor: Type.Optional(positiveMinor),
          reason: Type.Optional(Type.Enum(['requested_by_customer', 'duplicate', 'fraudulent'])),
          /** The capture to take it from, where there are several. */
          movementRef: Type.Optional(Type.String({ minLength: 1, maxLength: 255 })),
        },
        { additionalProperties: false },
      ),
      audit: { action: 'payment.refund', target: ({ params }) => params.id, details: ({ body }) => amountOf(body) },
      handler: ({ params: { id: paymentId }, body, idempotencyKey, actor }) =>
        act(
          {
            paymentId,
            asked: ['refund', body.amountMinor ?? null, body.reason ?? null, body.movementRef ?? null],
            idempotencyKey,
            actor,
          },
          planRefund({ amountMinor: minor(body), reason: body.reason ?? null, movementRef: body.movementRef }),
        ),
    }),
    defineRoute({
      method: 'POST',
      idempotent: 'none',
      path: '/api/payments/{id}/cancel',
      permission: 'payments.create',
      summary: 'Cancels a payment that nobody has paid; its open checkouts are ended.',
      params: byId,
      responses: { 200: paymentView },
      audit: { action: 'payment.cancel', target: ({ params }) => params.id },
      handler: async ({ params: { id }, actor }) =>
        show(id, await cancelPayment(tools, id, `${actor.kind}:${actor.id}`)),
    }),
    defineRoute({
      method: 'POST',
      idempotent: 'none',
      path: '/api/payments/{id}/calls/{call}/dismiss',
      permission: 'payments.review',
      summary: 'Says that a call did not happen, of which nobody could find out what became of it.',
      params: Type.Object({ ...byId.properties, call: Type.String({ minLength: 1, maxLength: 64 }) }),
      body: Type.Object({ note: Type.String({ minLength: 1, maxLength: 500 }) }, { additionalProperties: false }),
      responses: { 200: paymentView },
      audit: {
        action: 'payment.dismiss-call',
        target: ({ params }) => params.id,
        details: ({ params, body }) => ({ call: params.call, note: body.note }),
      },
      handler: async ({ params: { id, call }, body: { note } }) =>
        show(id, await dismissCall(tools, { paymentId: id, callId: call, note })),
    }),
    defineRoute({
      method: 'POST',
      idempotent: 'none',
      path: '/api/payments/{id}/check',
      permission: 'payments.create',
      summary: 'Asks the providers now how a payment stands, as the janitor does by itself.',
      params: byId,
      responses: { 200: paymentView },
      audit: { action: 'payment.check', target: ({ params }) => params.id },
      async handler({ params: { id } }) {
        await demandPayment(tools, id);
        await lookAtPayment(tools, id, { counts: false });
        return show(id, await demandPayment(tools, id));
      },
    }),
    defineRoute({
      method: 'POST',
      idempotent: 'none',
      path: '/api/payments/{id}/resolve',
      permission: 'payments.review',
      summary: 'Says what a payment in review is.',
      params: byId,
      body: Type.Object(
        { status: Type.Enum([...resolvedStatuses]), note: Type.String({ minLength: 1, maxLength: 1_000 }) },
        { additionalProperties: false },
      ),
      responses: { 200: paymentView },
      audit: {
        action: 'payment.resolve',
        target: ({ params }) => params.id,
        details: ({ body }) => ({ status: body.status, note: body.note }),
      },
      handler: async ({ params: { id }, body, actor }) => show(id, await resolvePayment(tools, id, { ...body, actor })),
    }),
  ];
}

function minor({ amountMinor }: { readonly amountMinor?: string }): bigint | undefined {
  return amountMinor === undefined ? undefined : BigInt(amountMinor);
}

function amountOf({ amountMinor }: { readonly amountMinor?: string }): { readonly amountMinor: string } {
  return { amountMinor: amountMinor ?? 'all' };
}
