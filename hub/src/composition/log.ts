import type { Redactor } from '@fairlead/core';
import type { LogFields, Logger } from '@fairlead/sdk';
import { type Logger as Pino, pino } from 'pino';
import type { LogLevel } from '../config/log-level.ts';

/** Where lines go. */
export interface LineWriter {
  write(line: string): unknown;
}

/** The hub's log: one JSON object a line, on standard error, so that standard output stays for what a person asked for. */
export function createLog(
  level: LogLevel,
  redactor: Redactor,
  destination: LineWriter = pino.destination({ dest: 2, sync: false }),
): Pino {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    // The whole line is redacted: a secret may hide in a message, a field, a stack trace or a URL.
    { write: (line: string) => void destination.write(redactor.text(line)) },
  );
}

/** The same log as plugins, flows and core see it. */
export function toLogger(log: Pino): Logger {
  const write = (level: 'debug' | 'info' | 'warn' | 'error') => (message: string, fields?: LogFields) => {
    if (!log.isLevelEnabled(level)) return;
    log[level](withError(fields), message);
  };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

/** Pino writes an error with its stack under `err`. */
function withError(fields: LogFields = {}): object {
  const { error, ...rest } = fields;
  return error === undefined ? rest : { ...rest, err: error };
}
