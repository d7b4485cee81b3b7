import { followEvents, type Following, type FollowState, type HubEvent } from '@fairlead/client';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { session } from '../hub.ts';
import { useMay } from '../session/use-session.ts';
import { areasOf } from './affected.ts';

type Listener = (event: HubEvent) => void;

interface Live {
  readonly state: FollowState;
  readonly listen: (listener: Listener) => () => void;
  readonly follow: (topics: readonly string[]) => () => void;
}

const Context = createContext<Live | undefined>(undefined);
/** What every page shows something of. */
const always = [
  { topic: 'connections', permission: 'connections.read' },
  { topic: 'plugins', permission: 'plugins.read' },
  { topic: 'incidents', permission: 'incidents.read' },
] as const;
/** Many events a second make a view read anew once. */
const gatherMs = 1_000;

/** Whether events arrive as they happen. */
export function useLiveState(): FollowState {
  return useLive().state;
}

/** Follows topics beside those of every page while the component is shown: their views are read anew as things happen. */
export function useTopics(...topics: readonly string[]): void {
  const { follow } = useLive();
  const key = topics.join(' ');
  useEffect(() => follow(key.split(' ')), [follow, key]);
}

/** Called for each event that arrives. Give it a function that stays the same. */
export function useEvents(listener: Listener): void {
  const { listen } = useLive();
  useEffect(() => listen(listener), [listen, listener]);
}

function useLive(): Live {
  const live = useContext(Context);
  if (live === undefined) throw new Error('Nothing is followed here.');
  return live;
}

export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient();
  const may = useMay();
  const [state, setState] = useState<FollowState>('connecting');
  const [hub] = useState(() =>
    createTopicCount(always.filter(({ permission }) => may(permission)).map((one) => one.topic)),
  );

  useEffect(() => {
    const stale = createGathering((area) => void client.invalidateQueries({ queryKey: [area] }));
    let wasClosed = false;
    const following = followEvents({
      url: location.origin,
      token: async () => (await session.token()) ?? '',
      topics: hub.topics(),
      onEvent(event) {
        for (const area of areasOf(event.type)) stale.add(area);
        for (const listener of hub.listeners) listener(event);
      },
      onState(next) {
        setState(next);
        // The list of what is followed may have grown meanwhile, and views may have missed what no topic tells of.
        if (next === 'open' && wasClosed) void client.invalidateQueries();
        wasClosed = next === 'closed';
      },
      onMissed: () => void client.invalidateQueries(),
    });
    hub.attach(following);
    return () => {
      following.close();
      stale.stop();
    };
  }, [client, hub]);

  return <Context value={{ state, listen: hub.listen, follow: hub.follow }}>{children}</Context>;
}

/** Counts who wants which topic, and tells the stream when the list changes. */
function createTopicCount(base: readonly string[]) {
  const counts = new Map<string, number>(base.map((topic) => [topic, 1]));
  const listeners = new Set<Listener>();
  let following: Following | undefined;
  const topics = () => [...counts.keys()];
  const add = (names: readonly string[], by: 1 | -1) => {
    const before = topics().join();
    for (const name of names) {
      const count = (counts.get(name) ?? 0) + by;
      if (count > 0) counts.set(name, count);
      else counts.delete(name);
    }
    if (topics().join() !== before) following?.change(topics());
  };
  return {
    topics,
    listeners,
    attach(stream: Following) {
      following = stream;
      following.change(topics());
    },
    listen(listener: Listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    follow(names: readonly string[]) {
      add(names, 1);
      return () => add(names, -1);
    },
  };
}

/** Passes each name on once per interval, however often it was added. */
function createGathering(pass: (name: string) => void) {
  const names = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    add(name: string) {
      names.add(name);
      timer ??= setTimeout(() => {
        timer = undefined;
        for (const one of names) pass(one);
        names.clear();
      }, gatherMs);
    },
    stop: () => clearTimeout(timer),
  };
}
