/** The zones that RFC 822 and RFC 2822 name, and a few that publishers use. */
const zones: Readonly<Record<string, number>> = {
  UT: 0,
  UTC: 0,
  GMT: 0,
  Z: 0,
  WET: 0,
  BST: 60,
  CET: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
};

/** Minutes east of Greenwich of a zone that is written as letters, in any case; undefined for one that is not known. */
export function zoneMinutes(name: string): number | undefined {
  const upper = name.toUpperCase();
  return Object.hasOwn(zones, upper) ? zones[upper] : undefined;
}

/** A year of four digits, or of two: as no date here is before 1970, those below 70 are of this century. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year < 70 ? 2_000 + year : 1_900 + year;
}

const endMs = Date.UTC(10_000, 0);

/** ISO 8601 UTC of milliseconds since 1970; undefined for times before 1970, after 9999, and for NaN. */
export function instantText(ms: number): string | undefined {
  return ms >= 0 && ms < endMs ? new Date(ms).toISOString() : undefined;
}
