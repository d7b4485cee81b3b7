import type { ChannelMessage } from '@fairlead/sdk';

/** A vendor with a list of messages; its cursor is the place in it. */
export interface ScriptedChannel {
  readonly published: ChannelMessage[];
  /** What the next calls answer with instead, or besides. */
  readonly faults: (Error | { readonly retryAfterMs?: number; readonly notes?: { code: string; text: string }[] })[];
  /** What the next calls wait for, once they have read. */
  readonly holds: Promise<void>[];
  publish(count: number): void;
  fetch(input: unknown): Promise<unknown>;
  /** How often it was asked. */
  readonly calls: () => number;
}

export function message(id: string, part: Partial<ChannelMessage> = {}): ChannelMessage {
  return { id, change: 'created', revision: '0', text: `Message ${id}`, attachments: [], ...part };
}

/** What a vendor publishes of which some is edited and some deleted: always the same list, `count` revisions long. */
export function eventfulHistory(count: number): readonly ChannelMessage[] {
  return Array.from({ length: count }, (_, index) => {
    if (index % 4 === 2) return message(`m${index - 1}`, { change: 'edited', revision: `e${index}`, text: 'Better' });
    if (index % 4 === 3) return message(`m${index - 3}`, { change: 'deleted', revision: `d${index}`, text: '' });
    return message(`m${index}`);
  });
}

export function scriptedChannel(): ScriptedChannel {
  const published: ChannelMessage[] = [];
  const faults: ScriptedChannel['faults'] = [];
  const holds: Promise<void>[] = [];
  let calls = 0;
  return {
    published,
    faults,
    holds,
    calls: () => calls,
    publish(count) {
      for (let index = 0; index < count; index++) published.push(message(`m${published.length}`));
    },
    async fetch(input) {
      calls += 1;
      const fault = faults.shift();
      if (fault instanceof Error) throw fault;
      const { cursor, limit } = input as { readonly cursor?: string; readonly limit: number };
      const start = Number(cursor ?? 0);
      const messages = published.slice(start, start + limit);
      const end = start + messages.length;
      const answer = { messages, cursor: String(end), more: end < published.length, ...fault };
      await holds.shift();
      return answer;
    },
  };
}
