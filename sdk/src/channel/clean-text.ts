/** The contract's limit of a message's text, in characters. */
export const longestText = 262_144;

// oxlint-disable-next-line no-control-regex -- they are what has to go
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Several lines: control characters gone, line ends made one, blank ends cut, never more than one empty line. */
export function cleanText(text: string, maxLength: number = longestText): string {
  const lines = text
    .slice(0, maxLength)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(controls, '')
    .replaceAll('\u00a0', ' ')
    .split('\n')
    // Not a pattern such as / +\n/, which takes quadratic time on a long run of blanks.
    .map((line) => line.trimEnd());
  return lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
    .toWellFormed();
}
