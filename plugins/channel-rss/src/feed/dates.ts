import { fullYear, instantText, zoneMinutes } from '@fairlead/sdk/channel';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const iso =
  /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
const rfc822 =
  /^(?:[a-z]{3,9}\.?,?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?,?[\s-]+(\d{4}|\d{2})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?\s*([a-z]{1,5}|[+-]\d{2}:?\d{2})?/i;

/**
 * A feed's date as ISO 8601 UTC: RFC 822 as RSS has it, RFC 3339 and W3C-DTF as the others have it, and their usual
 * misspellings. A date without a zone is taken as UTC, never as the zone of this machine.
 * @returns undefined for what is not a date, and for years before 1970 or after 9999
 */
export function parseDate(value: string | undefined): string | undefined {
  const text = value?.trim() ?? '';
  if (text === '' || text.length > 64) return undefined;
  return fromIso(iso.exec(text)) ?? fromRfc822(rfc822.exec(text));
}

function fromIso(match: RegExpExecArray | null): string | undefined {
  if (match === null) return undefined;
  const [, year, month, day = '1', hour = '0', minute = '0', second = '0', fraction = '0', zone] = match;
  const milliseconds = Math.floor(Number(`0.${fraction}`) * 1_000);
  return assemble([Number(year), Number(month) - 1, +day, +hour, +minute, +second, milliseconds], zone);
}

function fromRfc822(match: RegExpExecArray | null): string | undefined {
  if (match === null) return undefined;
  const [, day, name, year, hour = '0', minute = '0', second = '0', zone] = match;
  const month = months.indexOf((name ?? '').toLowerCase());
  return month < 0 ? undefined : assemble([fullYear(year ?? ''), month, Number(day), +hour, +minute, +second, 0], zone);
}

type Parts = readonly [number, number, number, number, number, number, number];

function assemble([year, month, day, hour, minute, second, milliseconds]: Parts, zone: string | undefined) {
  if (month < 0 || month > 11 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60) return undefined;
  const utc = Date.UTC(year, month, day, hour, minute, second, milliseconds);
  return instantText(utc - offsetMinutes(zone) * 60_000);
}

function offsetMinutes(zone: string | undefined): number {
  if (zone === undefined) return 0;
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (match === null) return zoneMinutes(zone) ?? 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}
