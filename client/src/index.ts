export type { Answer, Body, Item } from './answers.ts';
export { type ClientOptions, createClient, type HubClient, ok } from './client.ts';
export { eachItem } from './each-item.ts';
export { followEvents, type FollowOptions, type Following, type FollowState, type HubEvent } from './follow-events.ts';
export type { components, paths } from './generated/api.ts';
export { HubProblem, type ProblemDocument } from './problem.ts';
