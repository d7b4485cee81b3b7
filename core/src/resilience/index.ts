export {
  type Breaker,
  type BreakerOutcome,
  type BreakerPolicy,
  type BreakerState,
  createBreaker,
  defaultBreakerPolicy,
} from './breaker.ts';
export { type Bulkhead, type BulkheadPolicy, createBulkhead, defaultBulkheadPolicy } from './bulkhead.ts';
export { createDeadlines, type Deadline, type Deadlines } from './deadlines.ts';
export { createRateLimit, type RateLimit, type RateLimitPolicy } from './rate-limit.ts';
export { defaultRetryPolicy, nextDelayMs, type RetryPolicy } from './retry.ts';
