import type { Implementation } from '@fairlead/sdk';
import { createClient } from './client.ts';
import type { Context } from './settings.ts';
import { toMessage } from './to-message.ts';
import { account, changes, sent } from './vendor-objects.ts';
import { createReceive } from './webhook.ts';

/** One function for each operation that the manifest names. */
export function createChannel(context: Context): Implementation<'channel'> {
  const client = createClient(context);
  return {
    // The cursor is ours to define: the sequence number of the last change. The hub keeps it with what stands before it.
    async fetch({ cursor, limit }, call) {
      const after = cursor !== undefined && /^\d{1,16}$/.test(cursor) ? cursor : '0';
      // One more than asked for tells whether there is more.
      const found = await client.get(`/v1/changes?after=${after}&limit=${limit + 1}`, changes, call);
      const taken = found.changes.slice(0, limit);
      return {
        messages: taken.map(toMessage),
        cursor: String(taken.at(-1)?.sequence ?? after),
        more: found.changes.length > limit,
      };
    },
    receive: createReceive(context),
    async send({ chatId, text, replyTo }, call) {
      const answer = await client.post('/v1/messages', { room: chatId, text, reply_to: replyTo }, sent, call);
      return answer.outcome === 'done'
        ? { outcome: 'sent', id: answer.body.id }
        : { outcome: 'refused', code: answer.code };
    },
    async testCredentials(_input, call) {
      const { id, live } = await client.get('/v1/account', account, call);
      return { account: { id }, mode: live ? 'live' : 'test' };
    },
  };
}
