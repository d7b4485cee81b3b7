import { expect, test } from 'vitest';
import { paymentKillRounds, type PaymentRound } from '../support/payment-kill-rounds.ts';
import { seededRandom } from '../support/random.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const rounds = 20;

test(`${rounds} times killed while payments are made, the hub has charged nobody twice and lost no payment`, {
  timeout: 400_000,
}, async () => {
  await using folder = await temporaryFolder();
  const random = seededRandom();
  const reports: PaymentRound[] = [];
  const wrong = await paymentKillRounds({
    folder: folder.path,
    rounds,
    random,
    told: (report) => reports.push(report),
  });
  expect(wrong, `seed ${random.seed}; node hub/test/soak/kill-during-payments.ts --seed ${random.seed}`).toEqual([]);
  expect(reports).toHaveLength(rounds);
  // Kills fell among requests that were under way.
  expect(reports.some(({ sent, answered }) => sent > answered)).toBe(true);
});
