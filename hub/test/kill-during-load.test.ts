import { expect, test } from 'vitest';
import { killRounds, type RoundReport } from './support/kill-rounds.ts';
import { seededRandom } from './support/random.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const rounds = 20;

test(`${rounds} times killed while webhooks pour in, the hub has lost nothing it acknowledged and doubled nothing`, {
  timeout: 300_000,
}, async () => {
  await using folder = await temporaryFolder();
  const random = seededRandom();
  const reports: RoundReport[] = [];
  const wrong = await killRounds({
    dataDir: folder.path,
    rounds,
    random,
    told: (report) => reports.push(report),
  });
  expect(wrong, `seed ${random.seed}; node hub/test/soak/kill-during-load.ts --seed ${random.seed}`).toEqual([]);
  expect(reports).toHaveLength(rounds);
  // The load was a load: kills fell among unanswered requests, not into silence.
  expect(reports.reduce((sum, { stored }) => sum + stored, 0)).toBeGreaterThan(rounds * 20);
  expect(reports.some(({ sent, acknowledged }) => sent > acknowledged)).toBe(true);
});
