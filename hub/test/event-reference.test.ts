import { type CatalogueEntry } from '@fairlead/core';
import { expect, test } from 'vitest';
import { releaseEventTypes } from './support/event-catalogue.ts';

const { entries } = releaseEventTypes;

// After a change of a declaration: npx -y pnpm@12 unit hub/test/event-reference.test.ts -u
test('docs/reference/events.md lists every type with its data and an example', async () => {
  const page = `${[head, overview(), ...groups().map(section)].join('\n\n')}\n`;
  await expect(page).toMatchFileSnapshot('../../docs/reference/events.md');
});

const head = `<!-- Generated from core/src/events/declared and the events of the flows by hub/test/event-reference.test.ts; do not edit. -->

# Events

What a hub tells as it happens. Each event is a [CloudEvent 1.0](https://cloudevents.io) with its place in the log as
\`sequence\`. It is delivered at least once, and in order for each subject: keep its \`id\` and take it once. Bear members that are
not listed here: later versions add some. Times are ISO 8601 in UTC; money is \`{"amountMinor": "1299", "currency": "USD"}\`.

They can be read (\`GET /api/events\`), followed (\`GET /api/events/stream\`, the websocket \`/api/stream\`) and
[sent to you](../guides/receive-events.md). A running hub lists them at \`GET /api/event-types\`, each with an example, and as
AsyncAPI 3.0 at \`/asyncapi.json\`. \`events.read\` reads every event; a topic of the websocket takes the permission below.`;

function overview(): string {
  const rows = entries.map(
    ({ type, summary, topics, permission }) => `| \`${type}\` | ${summary} | \`${topics[0]}\` | \`${permission}\` |`,
  );
  return ['| type | what has happened | topic | permission |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** Types that say the same members of the same kind of subject. */
function groups(): readonly (readonly CatalogueEntry[])[] {
  const byForm = Map.groupBy(entries, ({ type, subject, data }) => JSON.stringify([type.split('.')[0], subject, data]));
  return [...byForm.values()];
}

function section(alike: readonly CatalogueEntry[]): string {
  const [{ type, subject, data, example }] = alike as readonly [CatalogueEntry];
  const names = alike.map((each) => `\`${each.type}\``).join(', ');
  return `## ${names}

The subject is ${subject}.

${members(data as Schema)}

An example of \`${type}\`:

\`\`\`json
${JSON.stringify(example, undefined, 2)}
\`\`\``;
}

interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

function members(schema: Schema): string {
  return ['| member | is | |', '| --- | --- | --- |', ...rowsOf(schema, '')].join('\n');
}

function rowsOf({ properties = {}, required = [] }: Schema, before: string): readonly string[] {
  return Object.entries(properties).flatMap(([name, member]) => {
    const path = `${before}${name}`;
    const kind = `${kindOf(member)}${required.includes(name) ? '' : ', or absent'}`;
    const row = `| \`${path}\` | ${kind} | ${member.description ?? ''} |`;
    if (isMoney(member)) return [row];
    return [row, ...(member.items === undefined ? rowsOf(member, `${path}.`) : rowsOf(member.items, `${path}[].`))];
  });
}

const isMoney = ({ properties = {} }: Schema): boolean => Object.keys(properties).join() === 'amountMinor,currency';

function kindOf(schema: Schema): string {
  if (isMoney(schema)) return 'money';
  if (schema.anyOf !== undefined) return schema.anyOf.map(kindOf).join(' or ');
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${String(value)}\``).join(', ');
  if (schema.items !== undefined) return `list of ${kindOf(schema.items)}`;
  return schema.type ?? 'anything';
}
