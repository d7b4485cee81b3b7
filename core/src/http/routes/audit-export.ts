import { Readable } from 'node:stream';
import { type Static, Type } from 'typebox';
import { type Audit, type AuditRow, auditLine } from '../../access/index.ts';
import { defineRoute, type Route, reply } from '../../flow-api/index.ts';
import type { Stored } from '../../storage/index.ts';
import { auditFilters, filterOf } from './audit-list.ts';
import { csvLine } from './csv.ts';
import { closed } from './schemas.ts';

const query = Type.Object(
  {
    format: Type.Optional(Type.Enum(['csv', 'ndjson'], { default: 'ndjson' })),
    ...auditFilters,
  },
  closed,
);

type Format = 'csv' | 'ndjson';
type Row = Stored<AuditRow>;

const contentTypes: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  ndjson: 'application/x-ndjson; charset=utf-8',
};

const columns: readonly (readonly [name: string, (row: Row) => string | null])[] = [
  ['at', ({ state }) => state.at],
  ['action', ({ state }) => state.action],
  ['outcome', ({ state }) => state.outcome],
  ['problem', ({ state }) => state.problem],
  ['actorKind', ({ state }) => state.actorKind],
  ['actorId', ({ state }) => state.actorId],
  ['actorName', ({ state }) => state.actorName],
  ['target', ({ state }) => state.target],
  ['ip', ({ state }) => state.ip],
  ['details', ({ state }) => JSON.stringify(state.details)],
  ['requestId', ({ state }) => state.requestId],
  ['id', ({ id }) => id],
];

const lineOf: Readonly<Record<Format, (row: Row) => string>> = {
  csv: (row) => csvLine(columns.map(([, cell]) => cell(row))),
  ndjson: (row) => `${auditLine(row)}\n`,
};

export function auditExportRoutes({ audit }: { readonly audit: Pick<Audit, 'pages'> }): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/audit/export',
      permission: 'audit.read',
      audit: { action: 'audit.export', details: ({ query: asked }) => detailsOf(asked) },
      summary: 'The audit log as a file, oldest first.',
      description:
        'A line of `ndjson` is what the digest of a seal is of, to the byte. In `csv`, a cell that a spreadsheet would run ' +
        'as a formula begins with an apostrophe.',
      query,
      responses: { 200: Type.String({ description: 'text/csv or application/x-ndjson' }) },
      handler: ({ query: asked }) => {
        const format = asked.format ?? 'ndjson';
        const pages = audit.pages(filterOf(asked));
        return reply({
          headers: {
            'content-type': contentTypes[format],
            'content-disposition': `attachment; filename="${fileName(format, asked)}"`,
            'cache-control': 'no-store',
          },
          // A page is one object: the next is read when this one is on its way.
          body: Readable.from(chunks(pages, format), { highWaterMark: 1 }),
        });
      },
    }),
  ];
}

async function* chunks(pages: AsyncIterable<readonly Row[]>, format: Format): AsyncIterable<string> {
  if (format === 'csv') yield csvLine(columns.map(([name]) => name));
  for await (const page of pages) {
    if (page.length > 0) yield page.map(lineOf[format]).join('');
  }
}

function fileName(format: Format, { from, to }: Static<typeof query>): string {
  const span = [from, to].filter((one) => one !== undefined).map((one) => one.replaceAll(/[^0-9TZ]/g, ''));
  return `${['fairlead-audit', ...span].join('-')}.${format}`;
}

function detailsOf(asked: Static<typeof query>): { readonly [name: string]: string } {
  return Object.fromEntries(
    Object.entries({ format: 'ndjson', ...asked }).map(([name, value]) => [name, String(value)]),
  );
}
