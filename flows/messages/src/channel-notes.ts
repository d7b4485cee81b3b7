import type { FlowIncidents } from '@fairlead/core/flow-api';
import type { Logger } from '@fairlead/sdk';
import type { ChannelState } from './collections.ts';

export interface ChannelNote {
  readonly code: string;
  readonly text: string;
}

const mostRemembered = 50;

/**
 * Passes a plugin's notes on: to the log, and to a person as incidents. The same note again is not news.
 * @returns the notes to remember
 */
export async function passNotes(
  tools: { readonly log: Logger; readonly incidents: FlowIncidents },
  connectionId: string,
  notes: readonly ChannelNote[],
  remembered: ChannelState['notes'],
): Promise<ChannelState['notes']> {
  const fresh = notes.filter(({ code, text }) => remembered[code] !== text);
  if (fresh.length === 0) return remembered;
  for (const { code, text } of fresh) {
    tools.log.warn(`Connection ${connectionId}: ${text}`, { connection: connectionId, code });
    await tools.incidents.raise({
      subject: { kind: 'connection', id: connectionId },
      code: `channel_${code.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')}`,
      severity: 'warning',
      title: 'The channel has a note for you',
      detail: text,
    });
  }
  const all = [...Object.entries(remembered), ...fresh.map(({ code, text }) => [code, text] as const)];
  return Object.fromEntries(new Map(all.slice(-mostRemembered)));
}
