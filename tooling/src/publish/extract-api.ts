import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import {
  CompilerState,
  Extractor,
  ExtractorConfig,
  ExtractorLogLevel,
  type ExtractorMessage,
} from '@microsoft/api-extractor';
import { ApiModel, type ApiPackage } from '@microsoft/api-extractor-model';
import type { EntryPoint } from './staged-sdk.ts';

export interface ExtractedApi {
  readonly entryPoint: EntryPoint;
  /** Every exported declaration with its members, as the declarations have them. */
  readonly report: string;
  /** The same with comments, for the reference. */
  readonly model: ApiPackage;
  /** Sentences about public members without a comment, and about links that lead nowhere. */
  readonly complaints: readonly string[];
}

const complained = new Set(['ae-undocumented', 'ae-unresolved-link']);

/** Reads what a built package offers from its declarations, with the TypeScript that api-extractor brings along. */
export function extractApis(folder: string, entryPoints: readonly EntryPoint[]): ExtractedApi[] {
  const configurations = entryPoints.map((entryPoint) => configure(folder, entryPoint));
  const [first, ...others] = configurations;
  if (first === undefined) return [];
  const additionalEntryPoints = others.map(({ mainEntryPointFilePath }) => mainEntryPointFilePath);
  const compilerState = CompilerState.create(first, { additionalEntryPoints });
  return entryPoints.map((entryPoint, index) => {
    const configuration = configurations[index] ?? first;
    const messages: ExtractorMessage[] = [];
    const messageCallback = (message: ExtractorMessage) => {
      message.handled = true;
      messages.push(message);
    };
    Extractor.invoke(configuration, { localBuild: true, compilerState, messageCallback });
    return {
      entryPoint,
      report: readFileSync(join(folder, reports, `${entryPoint.name}.api.md`), 'utf8').replaceAll('\r\n', '\n'),
      model: new ApiModel().loadPackage(configuration.apiJsonFilePath),
      complaints: messages.filter(isComplaint).map((message) => `${place(folder, message)}: ${message.text}`),
    };
  });
}

const reports = 'extracted';

function isComplaint({ messageId, logLevel }: ExtractorMessage): boolean {
  return complained.has(messageId) || logLevel === ExtractorLogLevel.Error;
}

/** The source is a line or so away from the same place in what was emitted from it. */
function place(folder: string, { sourceFilePath, sourceFileLine }: ExtractorMessage): string {
  return `${relative(folder, sourceFilePath ?? folder)}:${sourceFileLine ?? 0}`;
}

function configure(folder: string, { name, declarations }: EntryPoint): ExtractorConfig {
  const compilerOptions = {
    target: 'es2024',
    lib: ['es2024', 'esnext.disposable'],
    module: 'nodenext',
    types: ['node'],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
  };
  const silent = { logLevel: ExtractorLogLevel.None };
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: declarations,
      newlineKind: 'lf',
      compiler: { overrideTsconfig: { compilerOptions, include: [join(dirname(declarations), '**/*.d.ts')] } },
      apiReport: {
        enabled: true,
        reportFileName: `${name}.api.md`,
        reportFolder: join(folder, reports),
        reportTempFolder: join(folder, reports, 'temporary'),
      },
      docModel: { enabled: true, apiJsonFilePath: join(folder, reports, `${name}.api.json`) },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        extractorMessageReporting: {
          default: { logLevel: ExtractorLogLevel.Warning, addToApiReportFile: false },
          // Everything exported is public, so no comment says it again.
          'ae-missing-release-tag': silent,
          // What one subpath needs may be exported by another.
          'ae-forgotten-export': silent,
        },
        // Comments follow this repository's style, and Markdown's rules for braces.
        tsdocMessageReporting: { default: silent },
      },
    },
    configObjectFullPath: join(folder, 'api-extractor.json'),
    packageJsonFullPath: join(folder, 'package.json'),
  });
}
