import { writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { builtInCapabilities, type Plugin } from '@fairlead/sdk';
import { checkPlugin } from '@fairlead/sdk/host';
import { type CodeJob, type CodeReport, reportDescriptor } from './code-messages.ts';
import { tryPlugin } from './try-plugin.ts';

// The program of the process in which a plugin's code is looked at. Whatever that code does ends with this process.

const job = JSON.parse(await readStdin()) as CodeJob;
write(await examine(job));
process.exit(0);

async function examine({ entry, manifest, trial, callTimeoutMs }: CodeJob): Promise<CodeReport> {
  let plugin: unknown;
  try {
    ({ default: plugin } = (await import(pathToFileURL(entry).href)) as { readonly default?: unknown });
  } catch (error) {
    return {
      outcome: 'not_imported',
      problem: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    };
  }
  const contract = checkPlugin(plugin, manifest, builtInCapabilities);
  const settings = (plugin as Plugin | undefined)?.settings;
  if (contract.length > 0 || trial === undefined) return { outcome: 'imported', contract, settings };
  const report = await tryPlugin({ plugin: plugin as Plugin, manifest, trial, callTimeoutMs });
  return { outcome: 'imported', contract, settings, trial: report };
}

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks).toString('utf8');
}

/** A pipe takes as much as it has room for. */
function write(report: CodeReport): void {
  const bytes = Buffer.from(JSON.stringify(report));
  for (let sent = 0; sent < bytes.length; ) {
    try {
      sent += writeSync(reportDescriptor, bytes, sent);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}
