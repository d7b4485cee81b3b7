/** In this order: several call themselves by the names of the others as well. */
const browsers = [
  [/\bEdg\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\//, 'Firefox'],
  [/\b(?:Headless)?Chrome\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
  [/^curl\//, 'curl'],
  [/^fairlead\b/i, 'Fairlead’s command line'],
] as const;

const systems = [
  [/Windows/, 'Windows'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Android/, 'Android'],
  [/Linux|X11/, 'Linux'],
] as const;

/** What a session calls itself, shortened where it is known. It may say what it likes. */
export function browserName(userAgent: string): string {
  const browser = browsers.find(([form]) => form.test(userAgent))?.[1];
  if (browser === undefined) return userAgent === '' ? 'something without a name' : userAgent.slice(0, 60);
  const system = systems.find(([form]) => form.test(userAgent))?.[1];
  return system === undefined ? browser : `${browser} on ${system}`;
}
