import { HubError } from '../../errors/index.ts';

/** Milliseconds since 1970 of a `moment`. @throws HubError `invalid_request` for a day or an hour that there is not */
export function msOf(moment: string, path: string): number {
  const ms = Date.parse(moment);
  if (Number.isNaN(ms)) throw refused(path, 'is not a time');
  return ms;
}

/** As the hub itself writes times, which sort as texts; undefined stays so. */
export function isoOf(moment: string | undefined, path: string): string | undefined {
  return moment === undefined ? undefined : new Date(msOf(moment, path)).toISOString();
}

export function refused(path: string, message: string): HubError {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return new HubError('invalid_request', { detail: `“${name}” ${message}.`, errors: [{ path, message }] });
}
