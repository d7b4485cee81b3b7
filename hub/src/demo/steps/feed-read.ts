import type { DemoConnection } from '../stage.ts';
import { prove, type Step, until } from '../step.ts';

interface Poll {
  readonly added: number;
}

const first = ['Second of the old ones', 'First of the old ones'];
const fresh = 'Something new has happened';

export const feedRead: Step = {
  title: 'A feed is read',
  async run({ api, feed, stream, connections }, tell) {
    await feed.publish(first);
    const { hostname } = new URL(feed.url);
    const made = await api.post<DemoConnection>('/api/connections', {
      plugin: 'channel-rss',
      name: 'Demo feed',
      settings: { url: feed.url },
      allowedPrivateHosts: [hostname],
    });
    connections.set('channel-rss', made);
    // The hub polls a new connection by itself as well: whoever is first reads the old items.
    const poll = () => api.post<Poll>(`/api/channels/${made.id}/poll`);
    await poll();
    const old = await until('both old items are stored', async () => {
      const items = await api.list<object>(`/api/messages?connection=${made.id}`);
      return items.length === first.length ? items : undefined;
    });
    const told = () =>
      stream.events.filter(({ type, data }) => type === 'message.created' && data['connectionId'] === made.id);
    tell(`the first poll of ${feed.url} stored the ${old.length} items that were there`);

    const unchanged = await poll();
    prove(unchanged.added === 0, 'a poll of an unchanged feed adds nothing');
    prove((feed.answered.get(304) ?? 0) > 0, 'the publisher could answer 304 because the hub sent the ETag');
    prove(told().length === 0, 'nothing is told of items that were there before the connection');
    tell('the next poll sent the ETag, was answered 304, and added nothing; no event was told so far');

    await feed.publish([fresh, ...first]);
    await poll();
    const event = await until('message.created comes on the event stream', () => told()[0]);
    prove(event.data['title'] === fresh, 'the event is of the new item');
    prove(told().length === 1, 'there is one event, for the one new item');
    tell(`a new item was published: message.created came on the event stream, titled “${fresh}”, once`);
  },
};
