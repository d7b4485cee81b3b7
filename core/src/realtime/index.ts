export type { EventFeed } from './feed.ts';
export { createRealtime, type Realtime, type RealtimeOptions } from './realtime.ts';
export { coreTopics, type Topic, type TopicTable } from './topics.ts';
export type { StillAllowed, Viewer } from './viewer.ts';
