import { createEventCatalogue, type EventCatalogue } from '@fairlead/core';
import { topicsOf } from '../../src/composition/web.ts';
import { releaseFlows } from '../../src/release.ts';

export const releaseTopics = topicsOf(releaseFlows);

/** Everything that a hub of this release publishes. */
export const releaseEventTypes: EventCatalogue = createEventCatalogue({
  flows: releaseFlows.map(({ events }) => events),
  topics: releaseTopics,
});
