import type { StageParts } from './stage.ts';

/** What a payer may know of a refusal. What the provider or the hub says to each other is not for them. */
const declines: Readonly<Record<string, string>> = {
  insufficient_funds: 'There was not enough money on the card or account.',
  authentication_failed: 'The check by your bank did not succeed.',
  invalid_method: 'The card or account cannot be used for this.',
};
const declined = 'The payment was declined.';

/** Why the last try came to nothing, for the payer; undefined when it did not, or there was none. */
export function lastProblem({ state, standing }: StageParts): string | undefined {
  const last = standing.attempts.at(-1);
  switch (last?.status) {
    case 'failed':
      return declines[reasonOf(state, last)] ?? declined;
    case 'not_attempted':
      return 'This way of paying is not available at the moment.';
    case 'cancelled':
      return 'The payment was left before it was finished.';
    case 'expired':
      return 'The time for paying ran out.';
    default:
      return undefined;
  }
}

function reasonOf(
  { calls }: StageParts['state'],
  { number, facts }: StageParts['standing']['attempts'][number],
): string {
  const { progress } = facts;
  if (progress?.fact === 'failed') return progress.reason;
  const refused = calls.findLast(({ attempt, state }) => attempt === number && state === 'declined');
  return refused?.problem?.code ?? '';
}
