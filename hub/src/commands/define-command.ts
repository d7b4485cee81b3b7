import type { Command } from 'commander';
import { createOutput, type Output } from './output.ts';

/** Commands under one name. */
export function group(program: Command, name: string, description: string, ...examples: readonly string[]): Command {
  return program.command(name).description(description).addHelpText('after', exampleText(examples));
}

export interface Doing<Options> {
  readonly examples: readonly string[];
  /** `argument` is the first one, or empty where the command takes none. */
  readonly run: (output: Output, argument: string, options: Options) => Promise<void>;
}

/** A command with `--json` and examples. Add its options to what is returned. */
export function command<Options>(to: Command, usage: string, description: string, doing: Doing<Options>): Command {
  const made = to.command(usage).description(description).option('--json', 'print the result as JSON');
  return made.addHelpText('after', exampleText(doing.examples)).action(async () => {
    const options = made.opts<Options & { readonly json?: boolean }>();
    await doing.run(createOutput(options.json === true), made.args[0] ?? '', options);
  });
}

export function exampleText(lines: readonly string[]): string {
  return `\n${lines.length === 1 ? 'Example' : 'Examples'}:\n${lines.map((line) => `  ${line}`).join('\n')}`;
}

/** For an option that may be repeated. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
