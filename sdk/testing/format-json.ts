/** Longest line that the workspace's formatter leaves on one line. */
const lineWidth = 120;

/** JSON as the workspace's formatter writes it, so that a generated file stays as it is when formatted. */
export function formatJson(value: unknown): string {
  return `${write(JSON.parse(JSON.stringify(value)), '', 0)}\n`;
}

/** @param used characters that stand before the value on its line */
function write(value: unknown, indent: string, used: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item) => write(item, inner, inner.length));
    const line = `[${items.join(', ')}]`;
    if (!line.includes('\n') && used + line.length < lineWidth) return line;
    return `[\n${items.map((item) => inner + item).join(',\n')}\n${indent}]`;
  }
  const members = Object.entries(value).map(([name, member]) => {
    const start = `${inner}${JSON.stringify(name)}: `;
    return start + write(member, inner, start.length);
  });
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`;
}
