import { afterEach, beforeEach, expect, test } from 'vitest';
import { seededRandom } from '../support/random.ts';
import { type KilledMove, moveKills, stepsOf } from './move-kills.ts';
import { openShop, type Shop } from './shop.ts';

/** Each step of both ways once, when every kill before the switch leaves the version where it is. */
const rounds = stepsOf.upgrade.length + stepsOf.rollback.length;

let cleanup: AsyncDisposableStack;
let shop: Shop;
beforeEach(async () => {
  cleanup = new AsyncDisposableStack();
  shop = await openShop(cleanup, { version: '1.0.0' });
});
afterEach(() => cleanup.disposeAsync());

test(`${rounds} times killed on the way between two versions, the hub has one of them, whole, and nothing is lost`, {
  timeout: 300_000,
}, async () => {
  const random = seededRandom();
  const kills: KilledMove[] = [];
  const wrong = await moveKills({ shop, rounds, random, told: (kill) => void kills.push(kill) });
  expect(wrong, `seed ${random.seed}; node hub/test/soak/kill-during-upgrade.ts --seed ${random.seed}`).toEqual([]);
  expect(kills).toHaveLength(rounds);
  // Kills fell before the switch and after it, on the way there and back.
  const ends = new Set(kills.map(({ verb, version }) => `${verb} ${version}`));
  expect([...ends].toSorted()).toEqual(['rollback 1.0.0', 'rollback 2.0.0', 'upgrade 1.0.0', 'upgrade 2.0.0']);
});
