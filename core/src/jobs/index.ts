export { type BackoffOptions, exponentialBackoff } from './backoff.ts';
export {
  type Enqueued,
  type JobContext,
  type JobDefinition,
  JobLostError,
  type JobProblem,
  type JobQueue,
  type JobRequest,
  type RepeatRequest,
} from './job-queue.ts';
export { StoredJobQueue, type StoredJobQueueOptions } from './stored-job-queue.ts';
