/** The ways in which a text may be written down: a search for all of them finds it wherever it is. */
export function encodingsOf(text: string): readonly string[] {
  const bytes = Buffer.from(text);
  const url = encodeURIComponent(text);
  const json = JSON.stringify(text).slice(1, -1);
  const hex = bytes.toString('hex');
  const base64 = (['base64', 'base64url'] as const).flatMap((encoding) =>
    [0, 1, 2].map((offset) => withinBase64(bytes, offset, encoding)),
  );
  return [...new Set([text, url, json, hex, hex.toUpperCase(), ...base64])];
}

/** What of the base64 depends on these bytes alone, when they begin `offset` bytes into a group of three. */
function withinBase64(bytes: Buffer, offset: number, encoding: 'base64' | 'base64url'): string {
  const whole = Buffer.concat([Buffer.alloc(offset), bytes]);
  const end = whole.length - (whole.length % 3);
  const first = offset === 0 ? 0 : 3;
  return whole.subarray(first, end).toString(encoding);
}
