import { type Clock, newId } from '@fairlead/sdk';

export const journalLevels = ['debug', 'info', 'warn', 'error'] as const;
export type JournalLevel = (typeof journalLevels)[number];

/** Who wrote a line: the plugin's `context.log`, its process by printing, or the hub about it. */
export const journalSources = ['log', 'stdout', 'stderr', 'hub'] as const;
export type JournalSource = (typeof journalSources)[number];

export interface NewJournalLine {
  readonly plugin: string;
  readonly version?: string;
  /** Id of the connection that logged; absent for what is printed. */
  readonly connection?: string;
  readonly level: JournalLevel;
  readonly source: JournalSource;
  readonly message: string;
  readonly fields?: Readonly<Record<string, unknown>>;
}

export interface JournalLine extends NewJournalLine {
  /** Rises with each line of any plugin since the hub started. */
  readonly sequence: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface JournalQuery {
  readonly plugin: string;
  /** This one and graver ones. Default: all. */
  readonly level?: JournalLevel | undefined;
  readonly connection?: string | undefined;
  /** Milliseconds since 1970; `to` is excluded. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** Only lines of a smaller sequence. */
  readonly before?: number | undefined;
  /** Only lines of a greater sequence. */
  readonly after?: number | undefined;
  readonly limit: number;
}

/** What plugins say, since the hub started: the latest lines of each. What a process last said before it died is kept with its exit. */
export interface PluginJournal {
  /** Of this start of the hub: sequences of another one mean nothing here. */
  readonly life: string;
  /** Redacted and cut to size here. Never throws. */
  write(line: NewJournalLine): void;
  /** The latest first. */
  list(query: JournalQuery): readonly JournalLine[];
  /** Of the latest line of any plugin; 0 before the first. */
  latest(): number;
}

export interface JournalOptions {
  readonly clock: Clock;
  /** Takes secrets out of a message and whatever is inside of fields. */
  readonly redactor: { text(text: string): string; value(value: unknown): unknown };
  /** Lines kept of each plugin. Default 2,000. */
  readonly linesKept?: number;
  /** Characters kept of each plugin. Default 1,000,000. */
  readonly charactersKept?: number;
}

const longestMessage = 2_000;
const longestFields = 4_000;

interface Fields {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly size: number;
}

interface Kept {
  readonly lines: JournalLine[];
  readonly sizes: number[];
  size: number;
}

export function createPluginJournal(options: JournalOptions): PluginJournal {
  const { clock, redactor, linesKept = 2_000, charactersKept = 1_000_000 } = options;
  const plugins = new Map<string, Kept>();
  let sequence = 0;

  return {
    life: newId(clock.now()),
    write({ fields, message, ...line }) {
      const shown = fields === undefined ? undefined : shownFields(fields, redactor);
      sequence += 1;
      const kept = plugins.get(line.plugin) ?? { lines: [], sizes: [], size: 0 };
      plugins.set(line.plugin, kept);
      const text = redactor.text(message).slice(0, longestMessage);
      kept.lines.push({
        ...line,
        sequence,
        at: clock.now(),
        message: text,
        ...(shown === undefined ? {} : { fields: shown.fields }),
      });
      const size = text.length + (shown?.size ?? 0);
      kept.sizes.push(size);
      kept.size += size;
      while (kept.lines.length > linesKept || (kept.size > charactersKept && kept.lines.length > 1)) {
        kept.lines.shift();
        kept.size -= kept.sizes.shift() ?? 0;
      }
    },
    list({ plugin, limit, ...filter }) {
      const found: JournalLine[] = [];
      const lines = plugins.get(plugin)?.lines ?? [];
      for (let index = lines.length - 1; index >= 0 && found.length < limit; index -= 1) {
        const line = lines[index] as JournalLine;
        if (matches(line, filter)) found.push(line);
      }
      return found;
    },
    latest: () => sequence,
  };
}

function matches(line: JournalLine, filter: Omit<JournalQuery, 'plugin' | 'limit'>): boolean {
  const { level, connection, from, to, before, after } = filter;
  return (
    (level === undefined || journalLevels.indexOf(line.level) >= journalLevels.indexOf(level)) &&
    (connection === undefined || line.connection === connection) &&
    (from === undefined || line.at >= from) &&
    (to === undefined || line.at < to) &&
    (before === undefined || line.sequence < before) &&
    (after === undefined || line.sequence > after)
  );
}

/** As plain JSON: what a plugin logs may refer to itself, throw when it is read, or be of any size. */
function shownFields(fields: object, redactor: JournalOptions['redactor']): Fields {
  let text: string;
  try {
    text = JSON.stringify(fields, plain);
  } catch {
    return omitted('fields that are not JSON left out');
  }
  if (text.length > longestFields) return omitted(`fields of ${text.length} characters left out`);
  return { fields: redactor.value(JSON.parse(text)) as Fields['fields'], size: text.length };
}

function omitted(why: string): Fields {
  return { fields: { omitted: why }, size: why.length };
}

function plain(_name: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Error) return { name: value.name, message: value.message };
  return value;
}
