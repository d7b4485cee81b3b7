import type { LogFields, Logger } from '../../plugin/context.ts';
import { isSecret } from '../../values/secret.ts';
import type { Channel } from './channel.ts';
import type { FromChild, LogMessage } from './messages.ts';

const longestMessage = 2_000;
const longestFields = 16_384;

/** The log of one connection. What is too long for a line of a log is cut here, so that it need not cross. */
export function createChildLog(connection: number, hub: Channel<FromChild>): Logger {
  const at =
    (level: LogMessage['level']) =>
    (message: string, fields?: LogFields): void => {
      const given = fields === undefined ? undefined : plain(fields);
      const entry = { type: 'log', connection, level, message: String(message).slice(0, longestMessage) } as const;
      hub.send(given === undefined ? entry : { ...entry, fields: given });
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** Fields as JSON: an error by its name, message and stack; what cannot be written is said to be so. */
function plain(fields: LogFields): Readonly<Record<string, unknown>> {
  try {
    const text = JSON.stringify(fields, writable);
    if (text.length > longestFields) return { omitted: `fields of ${text.length} characters` };
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch (error) {
    return { omitted: `fields that cannot be written: ${String(error)}`.slice(0, 200) };
  }
}

function writable(_name: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (isSecret(value)) return '[secret]';
  if (!(value instanceof Error)) return value;
  const { name, message, stack, code } = value as Error & { readonly code?: unknown };
  return { type: name, message, stack, ...(typeof code === 'string' ? { code } : {}) };
}
