export const subscriptionStatuses = ['pending', 'active', 'past_due', 'paused', 'cancelled', 'expired'] as const;
/**
 * `pending`: nothing was paid yet. `past_due`: the period ended and the next is not paid, within the days of grace.
 * `expired`: nor was it paid by then, or the first never was.
 */
export type SubscriptionStatus = (typeof subscriptionStatuses)[number];
