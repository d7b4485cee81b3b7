import { cleanText } from '@fairlead/sdk/channel';

/** One line, undefined when nothing is left of it. */
export function cleanLine(text: string | undefined, maxLength: number): string | undefined {
  const line = cleanText((text ?? '').slice(0, 4 * maxLength).replaceAll(/\s+/g, ' '))
    .slice(0, maxLength)
    .trimEnd()
    .toWellFormed();
  return line === '' ? undefined : line;
}
