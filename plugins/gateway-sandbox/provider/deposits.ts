import type { Books } from './books.ts';
import type { Charges } from './charges.ts';
import { ApiFailure, type Checkout, type Underpayment } from './model.ts';

const asset = 'SBX';
/** The price of a checkout in SBX has six decimals: a hundred minor units, whatever the currency, are one SBX. */
const decimals = 6;
const perMinorUnit = 10_000n;

/** Payments in a crypto asset, where the customer decides how much comes. */
export function createDeposits({ clock, newId, save }: Books, charges: Charges) {
  const expectedOf = ({ amount }: Checkout): bigint => BigInt(amount) * perMinorUnit;

  /** All that has come so far. Enough of it is a capture of the price, under the same id. */
  const receive = (checkout: Checkout, units: bigint): Checkout => {
    const before = checkout.underpayment;
    const now = clock.stamp();
    const made = { id: before?.id ?? newId('dep'), asset, created_at: before?.created_at ?? now, updated_at: now };
    const deposit = { expected: decimalText(expectedOf(checkout)), received: decimalText(units), asset };
    const { amount, currency } = checkout;
    if (units >= expectedOf(checkout))
      return charges.charge(checkout, { id: made.id, amount, currency, final: true, deposit }).checkout;
    const underpayment: Underpayment = { ...made, ...deposit };
    return save({ ...checkout, status: 'underpaid', final: false, underpayment }, 'checkout.underpaid', underpayment);
  };

  const short = (checkout: Checkout): Underpayment => {
    if (checkout.underpayment !== undefined) return checkout.underpayment;
    throw new ApiFailure(409, 'not_underpaid', `The checkout is ${checkout.status}: there is nothing to top up.`);
  };

  return {
    exact: (checkout: Checkout) => receive(checkout, expectedOf(checkout)),
    under: (checkout: Checkout) => receive(checkout, (expectedOf(checkout) * 3n) / 4n),
    over: (checkout: Checkout) => receive(checkout, (expectedOf(checkout) * 5n) / 4n),
    /** What is missing comes. */
    topUp(checkout: Checkout): Checkout {
      short(checkout);
      return receive(checkout, expectedOf(checkout));
    },
    /** Half of what is missing comes. */
    topUpPart(checkout: Checkout): Checkout {
      const received = unitsOf(short(checkout).received);
      return receive(checkout, received + (expectedOf(checkout) - received) / 2n);
    },
  };
}

export type Deposits = ReturnType<typeof createDeposits>;

function decimalText(units: bigint): string {
  const digits = String(units).padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function unitsOf(text: string): bigint {
  return BigInt(text.replace('.', ''));
}
