/** An event as the stream sends it. */
export interface StreamedEvent {
  readonly type: string;
  readonly subject?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface EventStream {
  /** Everything that has come so far, oldest first. */
  readonly events: readonly StreamedEvent[];
  close(): Promise<void>;
}

/** Follows the hub's event stream (server-sent events). Resolves once the hub has said that it follows. */
export async function followEvents(url: string, token: string): Promise<EventStream> {
  const stop = new AbortController();
  const answer = await fetch(`${url}/api/events/stream`, {
    headers: { authorization: `Bearer ${token}` },
    signal: stop.signal,
  });
  const { body } = answer;
  if (!answer.ok || body === null) throw new Error(`The event stream answered ${answer.status}.`);
  const events: StreamedEvent[] = [];
  const { promise: ready, resolve: isReady } = Promise.withResolvers<void>();
  const reading = (async () => {
    let rest = '';
    for await (const piece of body.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + piece).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        if (/^event: ready$/m.test(block)) isReady();
        else if (!/^event: /m.test(block)) events.push(...eventIn(block));
      }
    }
  })().catch((error: unknown) => {
    if (!stop.signal.aborted) throw error;
  });
  await Promise.race([ready, reading]);
  return {
    events,
    async close() {
      stop.abort();
      await reading;
    },
  };
}

function eventIn(block: string): readonly StreamedEvent[] {
  const data = /^data: (.*)$/m.exec(block)?.[1];
  return data === undefined ? [] : [JSON.parse(data) as StreamedEvent];
}
