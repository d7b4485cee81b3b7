/** A moment as it is kept: ISO 8601 UTC with milliseconds, so that texts compare like times. */
export function moment(ms: number): string {
  return new Date(ms).toISOString();
}

/** A provider's moment in that form. */
export function optionalMoment(text: string | null | undefined): string | null {
  return text === null || text === undefined ? null : moment(Date.parse(text));
}
