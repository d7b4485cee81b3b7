import { errorCodes } from '@fairlead/sdk';
import { hubErrorCodes } from '../errors/index.ts';
import { escaped, page } from './html.ts';
import { statusOfClass, statusOfCode } from './problem.ts';

/** The parts of an OpenAPI document that the page shows. */
interface Document {
  readonly info?: { readonly title?: string; readonly version?: string; readonly description?: string };
  readonly paths?: { readonly [path: string]: unknown };
}

interface OperationObject {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly {
    readonly name?: string;
    readonly in?: string;
    readonly required?: boolean;
    readonly schema?: unknown;
    readonly description?: string;
  }[];
  readonly requestBody?: { readonly content?: { readonly [type: string]: { readonly schema?: unknown } } };
  readonly responses?: {
    readonly [status: string]: { readonly content?: { readonly [type: string]: { readonly schema?: unknown } } };
  };
}

interface Entry {
  readonly method: string;
  readonly path: string;
  readonly operation: OperationObject;
}

/** The reference as one page, drawn from the OpenAPI document. */
export function docsPage(document: object): string {
  const { info = {}, paths = {} } = document as Document;
  const entries = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item as { readonly [method: string]: OperationObject }).map(
      ([method, operation]): Entry => ({ method: method.toUpperCase(), path, operation }),
    ),
  );
  const tags = [...new Set(entries.map(tagOf))].sort();
  const links = tags.map((tag) => `<a href="#${escaped(tag)}">${escaped(tag)}</a>`).join('');
  const groups = tags
    .map((tag) =>
      group(
        tag,
        entries.filter((entry) => tagOf(entry) === tag),
      ),
    )
    .join('');
  return page(
    'Fairlead API',
    `<h1>${escaped(info.title ?? '')} API</h1><p>Version ${escaped(info.version ?? '')} ·
<a href="/openapi.json">OpenAPI 3.1</a></p>${paragraphs(info.description)}<nav>${links}<a href="#problems">problems</a></nav>
${groups}${problems()}`,
  );
}

const tagOf = ({ operation }: Entry): string => operation.tags?.[0] ?? 'operations';

function group(tag: string, entries: readonly Entry[]): string {
  return `<section id="${escaped(tag)}"><h2>${escaped(tag)}</h2>${entries.map(entry).join('')}</section>`;
}

function entry({ method, path, operation }: Entry): string {
  const body = schemaIn(operation.requestBody?.content);
  const answers = Object.entries(operation.responses ?? {}).filter(([status]) => !status.startsWith('4'));
  return `<details id="${escaped(operation.operationId ?? '')}"><summary><span class="method">${method}</span>
<code>${escaped(path)}</code> — ${escaped(operation.summary ?? '')}</summary>${paragraphs(operation.description)}
${parameters(operation.parameters ?? [])}${schema('Body', body)}
${answers.map(([status, answer]) => schema(`Answer ${status}`, schemaIn(answer.content))).join('')}</details>`;
}

function schemaIn(content: { readonly [type: string]: { readonly schema?: unknown } } | undefined): unknown {
  return Object.values(content ?? {})[0]?.schema;
}

function parameters(list: NonNullable<OperationObject['parameters']>): string {
  if (list.length === 0) return '';
  const rows = list.map(
    ({ name, in: place, required, schema: its, description }) =>
      `<tr><td><code>${escaped(name ?? '')}</code></td><td>${escaped(place ?? '')}${required === true ? ', required' : ''}</td>
<td><code>${escaped(JSON.stringify(its ?? {}))}</code> ${escaped(description ?? '')}</td></tr>`,
  );
  return `<table><tr><th>Parameter</th><th>In</th><th>Schema</th></tr>${rows.join('')}</table>`;
}

function schema(title: string, its: unknown): string {
  if (its === undefined) return '';
  return `<h4>${escaped(title)}</h4><pre>${escaped(JSON.stringify(its, undefined, 2))}</pre>`;
}

function paragraphs(text: string | undefined): string {
  return (text ?? '')
    .split('\n\n')
    .filter((part) => part !== '')
    .map((part) => `<p>${escaped(part).replaceAll(/`([^`]+)`/g, '<code>$1</code>')}</p>`)
    .join('');
}

/** A problem's `type` leads here: every code with its status. */
function problems(): string {
  const ofHub = Object.entries(hubErrorCodes).map(([code, { status, title }]) => row(code, status, title));
  const ofPlugins = Object.entries(errorCodes).map(([code, { class: its, meaning }]) => {
    const own = statusOfCode[code as keyof typeof errorCodes];
    return row(code, own ?? statusOfClass[its], meaning);
  });
  return `<section id="problems"><h2>problems</h2><table><tr><th>Code</th><th>Status</th><th>Meaning</th></tr>
${ofHub.join('')}${ofPlugins.join('')}</table></section>`;
}

function row(code: string, status: number, meaning: string): string {
  return `<tr id="problem-${escaped(code)}"><td><code>${escaped(code)}</code></td><td>${status}</td><td>${escaped(meaning)}</td></tr>`;
}
