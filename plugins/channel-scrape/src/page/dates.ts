import { fullYear, instantText, zoneMinutes } from '@fairlead/sdk/channel';

/** What comes first in a date like 03/04/2026. */
export type DateOrder = 'day-month' | 'month-day';

const months = 'january february march april may june july august september october november december'.split(' ');

interface Day {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

type Form = readonly [
  pattern: RegExp,
  read: (parts: readonly string[], order: DateOrder | undefined) => Day | undefined,
];

/** What a date may begin with. The time follows it. */
const forms: readonly Form[] = [
  [/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/, ([year, , month, day]) => dayOf(year, month, day)],
  [/^(\d{4})-(\d{2})(?![\d-])/, ([year, month]) => dayOf(year, month, '1')],
  [/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?!\d)/, ([day, month, year]) => dayOf(year, month, day)],
  [/^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/, ([one, , two, year], order) => ordered(one, two, { year, order })],
  [
    /^(\d{1,2})(?:st|nd|rd|th|\.)?(?:\s+of)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})(?!\d)/i,
    ([day, name, year]) => dayOf(year, monthOf(name), day),
  ],
  [
    /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/i,
    ([name, day, year]) => dayOf(year, monthOf(name), day),
  ],
];

const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s+/i;
const time =
  /^(?:[T,·|\s-]|\bat\b){0,6}(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s*([ap])\.?m\.?)?\s*(?:(Z|(?:GMT|UTC)?[+-]\d{1,2}(?::?\d{2})?|[a-z]{1,5})(?:\s*\([^()]{1,20}\))?)?$/i;

/**
 * A page’s date as ISO 8601 UTC: ISO 8601, RFC 2822, and what people write (`31.12.2026 18:00`, `Dec 31, 2026 6:00 PM`,
 * seconds or milliseconds since 1970). Without a zone it is taken as UTC, never as the zone of this machine.
 * @returns undefined for anything else: relative ones (“an hour ago”), 03/04/2026 without an order, unknown zones, years
 *   before 1970 or after 9999
 */
export function parseDate(value: string, order?: DateOrder): string | undefined {
  const text = value.slice(0, 200).replaceAll(/\s+/g, ' ').trim();
  if (text.length > 80) return undefined;
  if (/^\d{10}$|^\d{13}$/.test(text)) return instantText(Number(text) * (text.length === 10 ? 1_000 : 1));
  const bare = text.replace(weekday, '');
  for (const [pattern, read] of forms) {
    const match = pattern.exec(bare);
    const day = match === null ? undefined : read(match.slice(1), order);
    if (match !== null && day !== undefined) return withTime(day, bare.slice(match[0].length));
  }
  return undefined;
}

function withTime(day: Day, rest: string): string | undefined {
  if (rest === '' || /^Z$/i.test(rest)) return assemble(day, 0);
  const match = time.exec(rest);
  if (match === null) return undefined;
  const [, hour = '', minute = '', second = '0', fraction = '0', half, zone] = match;
  const offset = offsetMinutes(zone);
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  const isSound = hours < 24 && +minute < 60 && +second <= 60 && (half === undefined || (+hour >= 1 && +hour <= 12));
  if (!isSound || offset === undefined) return undefined;
  const milliseconds = Math.floor(Number(`0.${fraction}`) * 1_000);
  return assemble(day, ((hours * 60 + +minute - offset) * 60 + +second) * 1_000 + milliseconds);
}

function assemble({ year, month, day }: Day, plusMs: number): string | undefined {
  const midnight = new Date(Date.UTC(year, month - 1, day));
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return undefined;
  return instantText(midnight.getTime() + plusMs);
}

function dayOf(year = '', month: string | number = '', day = ''): Day | undefined {
  const [monthNumber, dayNumber] = [Number(month), Number(day)];
  const isSound = monthNumber >= 1 && monthNumber <= 12 && dayNumber >= 1 && dayNumber <= 31;
  return isSound ? { year: fullYear(year), month: monthNumber, day: dayNumber } : undefined;
}

interface Ordering {
  readonly year: string | undefined;
  readonly order: DateOrder | undefined;
}

function ordered(one: string | undefined, two: string | undefined, { year, order }: Ordering): Day | undefined {
  const certain = Number(one) > 12 ? 'day-month' : Number(two) > 12 || one === two ? 'month-day' : order;
  if (certain === undefined) return undefined;
  return certain === 'day-month' ? dayOf(year, two, one) : dayOf(year, one, two);
}

/** 0 for what is no English month. */
function monthOf(name = ''): number {
  return months.findIndex((month) => month.startsWith(name.toLowerCase().replace(/^sept$/, 'sep'))) + 1;
}

/** Undefined for a zone that is not known: a wrong time is worse than none. */
function offsetMinutes(zone: string | undefined): number | undefined {
  if (zone === undefined) return 0;
  const match = /^(?:GMT|UTC)?([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(zone);
  if (match === null) return zoneMinutes(zone);
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return minutes > 14 * 60 ? undefined : (match[1] === '-' ? -1 : 1) * minutes;
}
