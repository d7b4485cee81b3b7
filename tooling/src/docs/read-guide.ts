/** What a guide tells its reader to do. */
export interface Guide {
  /** By path: the fenced blocks that stand below a line with nothing but a file's name. */
  readonly files: ReadonlyMap<string, string>;
  /** The lines of the `sh` blocks, a list for each block. */
  readonly commands: readonly (readonly string[])[];
}

const namedBlock = /^`([^`\n]+)`\n\n```\w+\n([\s\S]*?)^```$/gm;
const shellBlock = /^```sh\n([\s\S]*?)^```$/gm;

export function readGuide(markdown: string): Guide {
  const files = [...markdown.matchAll(namedBlock)].map(([, path = '', text = '']): [string, string] => [path, text]);
  const commands = [...markdown.matchAll(shellBlock)].map(([, text = '']) => text.trimEnd().split('\n'));
  return { files: new Map(files), commands };
}
