const letter = /\p{L}/u;
/** 1 for letters below U+0800. */
const letterTable = Uint8Array.from({ length: 0x800 }, (_, code) => (letter.test(String.fromCharCode(code)) ? 1 : 0));
export const digit = { test: (character: string) => character >= '0' && character <= '9' && character.length === 1 };

export function isLetter(character: string): boolean {
  return isLetterCode(character.charCodeAt(0));
}

export function isLetterCode(code: number): boolean {
  if (code < 0x800) return letterTable[code] === 1;
  return (code < 0xe000 || code > 0xf8ff) && letter.test(String.fromCharCode(code));
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
