const letter = /\p{L}/u;
/** 1 for letters below U+0800. */
const letterTable = Uint8Array.from({ length: 0x800 }, (_, code) => (letter.test(String.fromCharCode(code)) ? 1 : 0));

/** Of a character's code; false for the NaN behind the end of a text. */
export function isLetterCode(code: number): boolean {
  if (code < 0x800) return letterTable[code] === 1;
  return (code < 0xe000 || code > 0xf8ff) && letter.test(String.fromCharCode(code));
}

export function isDigitCode(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Where the letters end that begin at `start`. */
export function lettersEnd(text: string, start: number): number {
  let end = start;
  while (isLetterCode(text.charCodeAt(end))) end += 1;
  return end;
}

export function digitsEnd(text: string, start: number): number {
  let end = start;
  while (isDigitCode(text.charCodeAt(end))) end += 1;
  return end;
}

/** Where the Latin letters and digits end: symbols are made of these. */
export function codeEnd(text: string, start: number): number {
  let end = start;
  for (;;) {
    const code = text.charCodeAt(end);
    if (!(code >= 0x61 && code <= 0x7a) && !isDigitCode(code)) return end;
    end += 1;
  }
}

export function frameUnit(unit: string): string {
  if (/^(h|hour|hr|std|ч|час|ساعة|saat)/u.test(unit)) return 'h';
  if (unit.startsWith('d') && !/^d(k|akika)/u.test(unit)) return 'd';
  return unit.startsWith('w') ? 'w' : 'm';
}

export function thousandfold(value: string): string {
  const [whole = '0', fraction = ''] = value.split('.');
  const moved = fraction.padEnd(3, '0');
  const rest = moved.slice(3);
  return `${(whole + moved.slice(0, 3)).replace(/^0+(?=\d)/, '')}${rest === '' ? '' : `.${rest}`}`;
}
