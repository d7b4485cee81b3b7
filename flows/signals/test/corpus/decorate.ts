/** What channels, clients and keyboards do to a text without changing what it says. */
export const decorations: Readonly<Record<string, (text: string) => string>> = {
  'line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'spaces at the ends of lines': (text) => `${text.replaceAll('\n', '  \n')}  `,
  'invisible characters': (text) => text.replaceAll('\n', '\u200b\n\u200e'),
  'empty lines between lines': (text) => text.replaceAll('\n', '\n\n'),
  'capital letters': (text) => text.toUpperCase(),
  'mathematical bold letters and digits': bold,
  'an emoji behind each line': (text) => eachLine(text, (line) => `${line} 🔥`),
  'stars for bold type': (text) => eachLine(text, (line) => `**${line}**`),
  'bullets before lines': (text) => (text.includes('\n') ? eachLine(text, (line) => `▪️ ${line}`) : text),
  'a footer with contacts': (text) => `${text}\n\n👉 @goldvip_support | https://t.me/goldvip24`,
};

function eachLine(text: string, change: (line: string) => string): string {
  return text
    .split('\n')
    .map((line) => (line.trim() === '' ? line : change(line)))
    .join('\n');
}

/** First letter or digit of each range with the code of its bold form, highest first. */
const boldRanges = [
  ['a', 0x1d41a],
  ['A', 0x1d400],
  ['0', 0x1d7ce],
] as const;

function bold(text: string): string {
  return text.replaceAll(/[A-Za-z0-9]/g, (character) => {
    const code = character.charCodeAt(0);
    const [first, target] = boldRanges.find(([start]) => code >= start.charCodeAt(0)) ?? ['A', 0x1d400];
    return String.fromCodePoint(target + code - first.charCodeAt(0));
  });
}
