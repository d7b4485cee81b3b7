import { HubError } from '@fairlead/core/flow-api';
import type { PaymentState } from '../model/payment.ts';
import type { PaymentTools } from '../tools.ts';

/** @throws HubError `not_found` */
export async function demandPayment(tools: PaymentTools, id: string): Promise<PaymentState> {
  const state = (await tools.payments.get(id))?.state;
  if (state === undefined) throw new HubError('not_found', { detail: 'There is no such payment.' });
  return state;
}
