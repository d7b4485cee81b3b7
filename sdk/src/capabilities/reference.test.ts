import { expect, it } from 'vitest';
import type { Capability } from '../contract/capability.ts';
import type { Operation } from '../contract/operation.ts';
import { wireKeyword } from '../wire/types.ts';
import { builtInCapabilities } from './registry.ts';

// After a change of a capability: npx -y pnpm@12 unit sdk/src/capabilities/reference.test.ts -u
it('docs/reference/capabilities.md shows the capabilities as they are', async () => {
  const page = `${[head, ...builtInCapabilities.map(describeCapability)].join('\n\n')}\n`.replaceAll(': \n', ':\n');
  await expect(page).toMatchFileSnapshot('../../../docs/reference/capabilities.md');
});

const head = `<!-- Generated from sdk/src/capabilities by sdk/src/capabilities/reference.test.ts; do not edit. -->

# Capabilities

What each capability consists of: its operations, and the form of what goes in and comes out. Why a member is there is
said beside it in \`sdk/src/capabilities\`.

| word | meaning |
|---|---|
| kind | \`unary\`: one answer; \`stream\`: items until it ends; \`subscription\`: items for as long as it is open, each with a resume token |
| repeat | \`safe\`: changes nothing, retried. \`with-key\`: repeated with the same idempotency key. \`never\`: not repeated; a call that may have happened ends as \`outcome_unknown\` |
| dedupe | how a repeat is told: \`key\`: the vendor recognises the key; \`lookup\`: the plugin finds the earlier effect first; \`none\`: it cannot be told. A manifest may weaken it |
| timeout | longest wait for one attempt (of a stream: for the next item); a manifest may give another |
| lane | operations of one lane share a breaker and a bulkhead |

Values are shown as code sees them: \`bigint\` is decimal text on the wire, \`bytes\` are base64, \`Secret\` is a handle.
Objects take exactly the members shown; \`?\` marks those that may be absent.`;

function describeCapability(capability: Capability): string {
  const operations = Object.values(capability.operations);
  const rows = operations.map(
    ({ name, kind, timeoutMs, lane, required, ...rest }) =>
      `| [\`${name}\`](#${capability.id}-${name.toLowerCase()}) | ${kind} | ${repetition(rest as Operation)} | ${timeoutMs / 1_000} s | ${lane} | ${required ? 'yes' : 'no'} |`,
  );
  return [
    `## ${capability.id} ${capability.version}`,
    `Its probe is \`${capability.probe}\`.`,
    `| operation | kind | repeat | timeout | lane | required |\n|---|---|---|---|---|---|\n${rows.join('\n')}`,
    ...operations.map((operation) => describeOperation(capability, operation)),
  ].join('\n\n');
}

function describeOperation({ id }: Capability, { name, summary, kind, input, output }: Operation): string {
  const answer = kind === 'unary' ? 'Output' : 'Each item';
  return [
    `### ${id} ${name}`,
    summary,
    `Input:\n\n\`\`\`ts\n${write(input, '')}\n\`\`\``,
    `${answer}:\n\n\`\`\`ts\n${write(output, '')}\n\`\`\``,
  ].join('\n\n');
}

function repetition(operation: Operation): string {
  return operation.repeat === 'safe' ? 'safe' : `${operation.repeat}, dedupe ${operation.dedupe}`;
}

type Schema = { readonly [keyword: string]: unknown };

function write(schema: object, indent: string): string {
  const keywords = schema as Schema;
  if ('const' in keywords) return quote(keywords['const']);
  if (Array.isArray(keywords['enum'])) return keywords['enum'].map(quote).join(' | ');
  const variants = keywords['anyOf'] as readonly object[] | undefined;
  if (variants !== undefined) return writeUnion(variants, indent);
  switch (keywords['type']) {
    case 'object':
      return writeObject(keywords, indent);
    case 'array':
      return `Array<${write(keywords['items'] as object, indent)}>${limits(keywords, ['minItems', 'maxItems'])}`;
    case 'string':
      return writeText(keywords);
    case 'integer':
      return `integer${limits(keywords, ['minimum', 'maximum'])}`;
    default:
      return String(keywords['type']);
  }
}

function writeUnion(variants: readonly object[], indent: string): string {
  const inner = indent === '' ? '' : `${indent}  `;
  const written = variants.map((variant) => write(variant, `${inner}  `));
  if (!written.some((variant) => variant.includes('\n'))) return written.join(' | ');
  return `${indent === '' ? '' : '\n'}${written.map((variant) => `${inner}| ${variant}`).join('\n')}`;
}

function writeObject(keywords: Schema, indent: string): string {
  const required = (keywords['required'] ?? []) as readonly string[];
  const members = Object.entries((keywords['properties'] ?? {}) as Record<string, object>).map(
    ([name, member]) => `${indent}  ${name}${required.includes(name) ? '' : '?'}: ${write(member, `${indent}  `)};`,
  );
  const open = Object.entries((keywords['patternProperties'] ?? {}) as Record<string, object>).map(
    ([pattern, member]) => `[name: /${pattern}/]: ${write(member, indent)}`,
  );
  const { additionalProperties: others } = keywords;
  if (typeof others === 'object' && others !== null) open.push(`[name: string]: ${write(others, indent)}`);
  if (members.length === 0) return open.length === 0 ? '{}' : `{ ${open.join('; ')} }`;
  return `{\n${members.join('\n')}\n${indent}}`;
}

function writeText(keywords: Schema): string {
  const form = keywords[wireKeyword];
  if (form === 'bigint' || form === 'bytes') return form;
  if (form === 'secret') return 'Secret';
  const { pattern, maxLength } = keywords as { pattern?: string; maxLength?: number };
  if (pattern?.startsWith('^https?://') === true) return 'address';
  if (pattern?.startsWith('^\\d{4}-') === true) return 'timestamp';
  if (pattern?.startsWith('^-?(0|') === true) return 'decimal';
  if (pattern !== undefined) return `/${pattern}/`;
  return maxLength === undefined ? 'string' : `string${limits(keywords, ['minLength', 'maxLength'])}`;
}

function limits(keywords: Schema, [low, high]: readonly [string, string]): string {
  const [from, to] = [keywords[low], keywords[high]] as [number | undefined, number | undefined];
  if (from === undefined && to === undefined) return '';
  return ` /* ${from === undefined ? '' : `${from} `}to ${to === undefined ? 'any' : to} */`;
}

function quote(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
}
