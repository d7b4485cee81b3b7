/** Shorter forms would be found by chance. */
export const shortestForm = 6;

const shortestLine = 20;

/** The forms in which a secret value may turn up in a text. */
export function redactedForms(value: string): readonly string[] {
  const bytes = Buffer.from(value, 'utf8');
  const hex = bytes.toString('hex');
  const forms = new Set([
    value,
    value.trim(),
    ...lines(value),
    ...base64Forms(bytes),
    hex,
    hex.toUpperCase(),
    ...urlForms(value),
    ...jsonForms(value),
  ]);
  return [...forms].filter((form) => form.length >= shortestForm);
}

/** Keys in PEM are printed line by line; their first and last line are no secret. */
function lines(value: string): string[] {
  if (!value.includes('\n')) return [];
  return value
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line.length >= shortestLine && !line.startsWith('-----'));
}

/**
 * Base64 of the value alone, and what it looks like in the middle of something longer (`user:password` in a Basic
 * header): there it begins at one of three places within a group of four characters, and the characters at the edges
 * depend on the neighbours.
 */
function base64Forms(bytes: Buffer): string[] {
  const alone = bytes.toString('base64');
  const inside = [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const first = Math.ceil((offset * 8) / 6);
    const whole = Math.floor(((offset + bytes.length) * 8) / 6);
    return text.slice(first, whole);
  });
  return [alone, ...inside].flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]);
}

function urlForms(value: string): string[] {
  const component = encodeURIComponent(value.toWellFormed());
  const form = new URLSearchParams([['', value]]).toString().slice(1);
  const strict = component.replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  const upper = [component, form, strict, encodeURI(value.toWellFormed())];
  return upper.flatMap((text) => [text, text.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase())]);
}

/** Escaped once, twice (JSON within JSON), with `\/`, and with everything but ASCII as `\u`. */
function jsonForms(value: string): string[] {
  const once = JSON.stringify(value).slice(1, -1);
  const ascii = once.replace(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return [once, JSON.stringify(once).slice(1, -1), once.replaceAll('/', '\\/'), ascii];
}
