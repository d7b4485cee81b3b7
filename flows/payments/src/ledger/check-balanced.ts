import type { PaymentTools } from '../tools.ts';
import { type Balances, sumsOf } from './balances.ts';

const subject = { kind: 'ledger', id: 'payments' };
const code = 'ledger_unbalanced';

/** Tells a person when the books do not sum to zero in some currency, and that it is over. @returns whether they do */
export async function checkBalanced(
  { incidents }: Pick<PaymentTools['services'], 'incidents'>,
  balances: Balances | undefined,
): Promise<boolean> {
  if (balances === undefined) return true;
  const wrong = sumsOf(balances.balances).filter(({ sum }) => sum !== 0n);
  if (wrong.length === 0) {
    await incidents.resolve(subject, code);
    return true;
  }
  await incidents.raise({
    subject,
    code,
    severity: 'critical',
    title: 'The ledger does not sum to zero.',
    detail:
      `${wrong.map(({ currency, sum }) => `${currency}: ${sum} in minor units`).join(', ')}.` +
      ' POST /api/ledger/rebuild compares it with the payments.',
  });
  return false;
}
